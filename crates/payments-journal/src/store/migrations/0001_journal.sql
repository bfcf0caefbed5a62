-- Both databases read this: integers, text, and no more. Where they differ: {by} splits a table on PostgreSQL, by the reference, if that is wanted;
-- {keyed} does that, too, and on SQLite keeps a table in the order of its key; {exact}: compared byte by byte, as SQLite does, in whatever
-- language the server sorts: names are looked for from one to another. Times are milliseconds since 1970, JSON and exact amounts are text. Everything is found by its reference.

-- One row per intent. Rows are never deleted: they refuse repeats.
CREATE TABLE journal_intent (
    reference TEXT {exact} NOT NULL,
    -- In whose account money moves: provider, environment, the merchant's name for it.
    account TEXT {exact} NOT NULL,
    -- Grows with each write, and every write names the one it replaces.
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT,
    amount TEXT,
    currency TEXT,
    -- When something is to be done; while it is leased, when the lease ends.
    due_at BIGINT,
    lease TEXT,
    sends BIGINT NOT NULL,
    asks BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    finished_at BIGINT,
    -- Since when the policy's deadline counts.
    round_at BIGINT NOT NULL,
    archived BIGINT NOT NULL,
    -- Whether the stored request is the whole of it.
    whole BIGINT NOT NULL,
    request TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    progress TEXT NOT NULL,
    answer TEXT,
    trouble TEXT NOT NULL,
    -- The reference first: people often know no more.
    PRIMARY KEY (reference, account)
) {by};
-- What workers look for: as small as what is open, however much is finished. Whether something is due is told by the index alone.
CREATE INDEX journal_intent_due ON journal_intent (due_at, account, kind, reference) WHERE state = 'open';
-- What people look for, but for what is finished: by far the most.
CREATE INDEX journal_intent_state ON journal_intent (state, created_at, reference, account) WHERE state <> 'finished';
-- Mandates that live.
CREATE INDEX journal_intent_active ON journal_intent (created_at, reference, account) WHERE status = 'active';
-- The order of a listing.
CREATE INDEX journal_intent_created ON journal_intent (created_at, reference, account);
-- What is old enough for the archive.
CREATE INDEX journal_intent_finished ON journal_intent (finished_at) WHERE archived = 0 AND finished_at IS NOT NULL;
-- What a day long past came to: written only when something is archived.
CREATE INDEX journal_intent_archived ON journal_intent (finished_at) WHERE archived = 1 AND finished_at IS NOT NULL;

-- At which host an account is: what one has done another knows nothing of.
CREATE TABLE journal_account (
    account TEXT {exact} PRIMARY KEY,
    host TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- What happened to an intent, a row per step.
CREATE TABLE journal_history (
    reference TEXT {exact} NOT NULL,
    account TEXT {exact} NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (reference, account, version)
) {keyed};

-- What providers told by themselves, once each.
CREATE TABLE journal_inbox (
    reference TEXT {exact} NOT NULL,
    account TEXT {exact} NOT NULL,
    event_key TEXT {exact} NOT NULL,
    received_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    news TEXT NOT NULL,
    PRIMARY KEY (reference, account, event_key)
) {by};

-- What the application has not acknowledged yet.
CREATE TABLE journal_outbox (
    reference TEXT {exact} NOT NULL,
    account TEXT {exact} NOT NULL,
    -- Grows within a reference and is never given twice.
    number BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    -- When it may be handed out; while somebody has it, when that ends.
    due_at BIGINT NOT NULL,
    -- How often it was handed out.
    attempts BIGINT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (reference, account, number)
) {keyed};
-- In the order in which changes are handed out: fresh ones first.
CREATE INDEX journal_outbox_due ON journal_outbox (attempts, due_at);
