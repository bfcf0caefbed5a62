-- Both databases read this: integers, text, and no more. Where they differ: {id} is a growing key, {once} one that is never given twice though
-- rows go, {keyed} keeps a table in the order of its key where it would not be otherwise. Times are milliseconds since 1970, JSON and exact amounts
-- are text.

-- One row per intent. None is ever deleted: its history would become that of another with its number.
CREATE TABLE journal_intent (
    id {id},
    -- Grows with each write, and every write names the one it replaces.
    version BIGINT NOT NULL,
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
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
    UNIQUE (reference, provider)
);
-- What workers look for: as small as what is open, however much is finished.
CREATE INDEX journal_intent_due ON journal_intent (due_at) WHERE state = 'open';
-- What people look for, but for what is finished: by far the most, so that its lists need no index, and paid for with every intent.
CREATE INDEX journal_intent_state ON journal_intent (state, id) WHERE state <> 'finished';
-- What is old enough for the archive.
CREATE INDEX journal_intent_finished ON journal_intent (finished_at) WHERE archived = 0 AND finished_at IS NOT NULL;

-- What happened to an intent, a row per step.
CREATE TABLE journal_history (
    intent_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (intent_id, version)
) {keyed};

-- What providers told by themselves, once each.
CREATE TABLE journal_inbox (
    provider TEXT NOT NULL,
    event_key TEXT NOT NULL,
    reference TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    news TEXT NOT NULL,
    PRIMARY KEY (provider, event_key)
);
CREATE INDEX journal_inbox_reference ON journal_inbox (provider, reference);

-- What the application has not acknowledged yet.
CREATE TABLE journal_outbox (
    id {once},
    provider TEXT NOT NULL,
    reference TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    event TEXT NOT NULL
);
CREATE INDEX journal_outbox_reference ON journal_outbox (provider, reference, id);
