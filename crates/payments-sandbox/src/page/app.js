'use strict';
// The page of the sandbox. All text is set as text, never as markup; all it knows comes from the
// control API, and what happens comes by its stream of events.

const $ = (id) => document.getElementById(id);

/** An element with attributes, listeners (`onclick`) and children, which are elements or text. */
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

// ---- The control API

const fromLink = new URLSearchParams(location.hash.slice(1)).get('token');
if (fromLink) {
  sessionStorage.setItem('token', fromLink);
  history.replaceState(null, '', '/');
}
const headers = () => {
  const token = sessionStorage.getItem('token');
  return token ? { authorization: `Bearer ${token}` } : {};
};

async function call(method, path, body) {
  const answer = await fetch(`/_sandbox/${path}`, {
    method,
    headers: headers(),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 401) {
    $('login').showModal();
    throw new Error('a token is wanted');
  }
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

/** Does it, and says in `place` what came of it. */
async function attempt(place, what, done = '') {
  try {
    const answer = await what();
    place.textContent = typeof done === 'function' ? done(answer) : done;
    return answer;
  } catch (error) {
    place.textContent = error.message;
    return null;
  }
}

// ---- What is known

/** As the sandbox names them; those that most people try first are first. */
let PROVIDERS = [];
const FIRST_TRIED = ['instamoney', 'fazz'];
const MOST_ENTRIES = 2000;
const state = {
  newest: 0, entries: [], ledger: [], callbacks: new Map(), payments: new Map(),
  rows: 0, again: 0, clock: null, faults: [], kinds: [], codes: [], setup: null, skew: 0,
  lanesShown: 30, kept: true,
};
const paymentKey = (payment) => `${payment.provider} ${payment.id}`;

function take(overview) {
  const [first, second] = [overview.ledger, overview.callbacks];
  state.entries = overview.story.entries;
  state.newest = overview.story.newest;
  state.kept = overview.story.kept;
  state.ledger = first.map((row) => ({ ...row, way: row.kind }));
  state.callbacks = new Map(second.map((callback) => [callback.id, callback]));
  state.payments = new Map(overview.payments.map((payment) => [paymentKey(payment), payment]));
  state.rows = overview.rows;
  state.again = overview.debited_again;
  state.faults = overview.faults;
  setClock(overview.clock);
}

function setClock(clock) {
  state.clock = clock;
  state.skew = Date.parse(clock.now) - Date.now();
}

function add(entry) {
  state.entries.push(entry);
  if (state.entries.length > MOST_ENTRIES) state.entries.splice(0, 500);
  if (entry.kind === 'payment' && entry.payment) state.payments.set(paymentKey(entry.payment), entry.payment);
  if (entry.kind === 'callback' && entry.callback) state.callbacks.set(entry.callback.id, entry.callback);
  if (entry.kind === 'money') {
    state.ledger.push(entry);
    state.rows += 1;
    if (entry.way === 'debit' && entry.nth > 1) state.again += 1;
  }
}

async function follow() {
  for (;;) {
    try {
      take(await call('GET', 'overview'));
      draw();
      const answer = await fetch(`/_sandbox/events?after=${state.newest}`, { headers: headers() });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      $('state').textContent = state.kept ? 'live' : 'live, without a log (--no-log)';
      await read(answer.body.getReader());
    } catch (error) {
      $('state').textContent = `not connected: ${error.message}`;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function read(reader) {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    text += decoder.decode(value, { stream: true });
    const events = text.split('\n\n');
    text = events.pop();
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data: '));
      if (data) await hear(JSON.parse(data.slice(6)));
    }
  }
}

async function hear(news) {
  const steered = news.entries.filter((entry) => entry.kind === 'steered');
  const forgot = steered.some((entry) => /^POST (reset|scene)/.test(entry.what));
  if (news.missed || forgot) {
    take(await call('GET', 'overview'));
  } else {
    news.entries.filter((entry) => entry.n > state.newest).forEach(add);
    state.newest = Math.max(state.newest, news.newest);
    const broke = news.entries.some((entry) => entry.fault);
    if (steered.length || broke || state.faults.length) state.faults = await call('GET', 'faults');
    if (news.entries.length) setClock(await call('GET', 'clock'));
  }
  draw();
}

// ---- Words

const time = (text) => {
  const at = new Date(Date.parse(text) + 7 * 3600e3).toISOString();
  return at.slice(11, 19);
};
const money = (amount, currency = 'IDR') => {
  const [whole, rest] = String(amount).split('.');
  return `${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest ? `.${rest}` : ''}`;
};
const count = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;
const OUTCOMES = { done: 'good', answered: 'good', refused: 'odd', unknown: 'bad', unanswered: 'bad' };
const OPERATIONS = {
  create: 'pay', get: 'ask', cancel: 'cancel', inquire: 'inquire', update: 'change', token: 'token',
};
const WORDS = {
  WIB: 'Waktu Indonesia Barat, the time in Jakarta: UTC+7 all year.',
  'Virtual account (VA)': 'A number at a bank to which the customer transfers exactly once.',
  'QRIS': 'The national QR code: any bank’s or wallet’s app scans it.',
  'OVO, DANA, LinkAja, GoPay, ShopeePay': 'E-wallets. The customer confirms in the app.',
  'Alfamart, Indomaret': 'Outlets: the customer shows a code at the till and pays in cash.',
  'Tagihan': 'A bill, such as of electricity; lembar tagihan is one sheet of it.',
  'Pulsa': 'Credit of a prepaid phone. A token is prepaid electricity.',
  'PLN, PDAM, PGAS': 'Electricity, water and gas.',
  'BPJS, PBB, SAMSAT': 'Health insurance, land tax and vehicle tax.',
  'Sukses, Gagal, Pending': 'Succeeded, failed, and not decided yet, in answers of Digiswitch.',
  'RPI': 'Recurring payment instruction: the customer allows charges again and again, a mandate.',
};

// ---- Drawing

let planned = false;
function draw() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    const focused = document.activeElement && document.activeElement.dataset.key;
    drawHead();
    drawLanes();
    drawLedger();
    drawArmed();
    drawCallbacks();
    drawClock();
    if (focused) {
      const again = document.querySelector(`[data-key="${CSS.escape(focused)}"]`);
      if (again && again !== document.activeElement) again.focus({ preventScroll: true });
    }
  });
}

function drawHead() {
  $('counts').textContent = `payments: ${state.payments.size}, movements of money: ${state.rows}`;
  const alarm = $('alarm');
  alarm.hidden = state.again === 0;
  alarm.textContent = `${state.again} × debited again: a reference was paid more than once`;
  document.title = `${state.again ? `(${state.again}!) ` : ''}payments sandbox`;
}

function tick() {
  if (!state.clock) return;
  const now = state.clock.manual ? state.clock.now : new Date(Date.now() + state.skew).toISOString();
  const stands = state.clock.manual ? ', stands still' : '';
  $('now').textContent = `${time(now)} WIB${stands}`;
  const day = new Date(Date.parse(now) + 7 * 3600e3).toISOString().slice(0, 10);
  $('clock-now').textContent = `${day} ${time(now)} WIB (Jakarta), ${now.slice(11, 19)} UTC`;
}

function lanes() {
  const lanes = new Map();
  for (const entry of state.entries) {
    if (!entry.reference || entry.kind === 'steered') continue;
    const key = `${entry.provider} ${entry.account} ${entry.reference}`;
    if (!lanes.has(key)) {
      lanes.set(key, { key, provider: entry.provider, account: entry.account, reference: entry.reference, entries: [] });
    }
    lanes.get(key).entries.push(entry);
  }
  return [...lanes.values()].reverse().sort((one, other) => last(other) - last(one));
}
const shopAccount = (provider) => {
  const one = state.setup && state.setup.providers.find((each) => each.provider === provider);
  return one ? one.account : null;
};
const last = (lane) => lane.entries[lane.entries.length - 1].n;
const isTwice = (lane) => lane.entries.some((entry) => entry.kind === 'money' && entry.way === 'debit' && entry.nth > 1);

function fits(lane) {
  const wanted = new FormData($('filters'));
  const outcome = wanted.get('outcome');
  const has = (test) => lane.entries.some((entry) => entry.kind === 'exchange' && test(entry));
  return (!wanted.get('provider') || lane.provider === wanted.get('provider'))
    && lane.reference.toLowerCase().includes(wanted.get('reference').toLowerCase())
    && (!outcome
      || (outcome === 'broken' && has((entry) => entry.status == null))
      || (outcome === 'twice' && isTwice(lane))
      || has((entry) => entry.meaning && entry.meaning.outcome === outcome));
}

/** Puts an element for each item into a place, and draws anew only what changed. */
function keyed(place, items, key, seal, build, ...more) {
  const before = place.drawn || new Map();
  place.drawn = new Map(items.map((item) => {
    const [name, sealed] = [key(item), seal(item)];
    const old = before.get(name);
    return [name, old && old.sealed === sealed ? old : { sealed, element: build(item) }];
  }));
  const wanted = [...[...place.drawn.values()].map(({ element }) => element), ...more.filter(Boolean)];
  // What stays in its place is not touched: it may have the focus, or be selected.
  wanted.forEach((element, at) => {
    if (place.childNodes[at] !== element) place.insertBefore(element, place.childNodes[at] || null);
  });
  while (place.childNodes.length > wanted.length) place.lastChild.remove();
}

function drawLanes() {
  const all = lanes().filter(fits);
  const shown = all.slice(0, state.lanesShown);
  for (const lane of shown) {
    lane.payments = [...state.payments.values()]
      .filter((one) => one.provider === lane.provider && one.account === lane.account && one.reference === lane.reference);
  }
  const more = all.length > shown.length && h('button', {
    'data-key': 'more', onclick: () => { state.lanesShown += 50; draw(); },
  }, `Show ${Math.min(50, all.length - shown.length)} more of ${all.length}`);
  const none = !shown.length && h('p', { class: 'soft' }, state.entries.length
    ? 'Nothing fits.' : 'Nothing has happened yet: press 1 above, or point a client at this sandbox (Set-up).');
  const seal = (lane) => JSON.stringify([last(lane), lane.entries.length, lane.payments]);
  keyed($('lanes'), shown, (lane) => lane.key, seal, (lane) => drawLane(lane, lane.payments), more, none);
  const others = state.entries.filter((entry) => entry.kind === 'steered' || (entry.kind === 'exchange' && !entry.reference));
  $('others').replaceChildren(...others.slice(-40).reverse().map((entry) => h('li', {},
    h('time', { class: 'soft' }, time(entry.at)),
    entry.kind === 'steered' ? h('span', {}, entry.what)
      : h('span', {}, h('button', { 'data-key': `other ${entry.n}`, onclick: () => open(entry.n) },
        `${entry.method} ${entry.path}`), ` ${entry.status == null ? 'lost' : entry.status}`))));
}

const dataOfStatus = (status) => /paid|complet|succe|sukses|settle|active/i.test(status) && !/inactive/i.test(status) ? 'good'
  : /fail|gagal|expire|cancel|void|inactive/i.test(status) ? 'odd' : 'soft';

function drawLane(lane, payments) {
  const head = h('header', {},
    h('h3', {}, lane.reference),
    h('span', { class: 'soft' }, `${lane.provider}, ${lane.account ? `account ${lane.account}` : 'account unknown'}`),
    payments.map((payment) => h('span', { class: `tag ${dataOfStatus(payment.status)}` },
      `${payment.method} ${money(payment.amount, payment.currency)}: ${payment.status}`)),
    isTwice(lane) && h('span', { class: 'tag bad' }, 'debited twice'));
  const steps = lane.entries.slice(-60).flatMap((entry) => drawStep(entry))
    .sort((one, other) => one.n - other.n).map(({ element }) => element);
  const hidden = lane.entries.length > 60 && h('p', { class: 'soft' }, `Not shown: ${count(lane.entries.length - 60, 'earlier event')}`);
  const answer = h('span', { role: 'status', class: 'soft' });
  const act = (payment, action, label) => h('button', {
    'data-key': `${action} ${paymentKey(payment)}`,
    onclick: () => attempt(answer, () => call('POST', `payments/${action}`, {
      provider: payment.provider, reference: payment.reference, id: payment.id,
    })),
  }, label);
  const several = payments.length > 1;
  const controls = payments.flatMap((payment) => {
    const which = several ? ` ${payment.id.slice(-6)}` : '';
    return [act(payment, 'pay', `Pay${which}`), act(payment, 'decline', `Decline${which}`),
      act(payment, 'expire', `Expire${which}`),
      h('a', { href: new URL(payment.page).pathname, target: '_blank', rel: 'noopener' }, `customer’s page${which}`)];
  });
  // The shop of this page has its own key: to any other account's payments it is blind.
  const ask = lane.account === shopAccount(lane.provider) && h('button', {
    'data-key': `ask ${lane.key}`,
    onclick: () => attempt(answer, () => call('POST', 'shop', { provider: lane.provider, step: 'ask', reference: lane.reference })),
  }, 'Ask as the shop');
  return h('article', { class: `lane${isTwice(lane) ? ' twice' : ''}`, 'aria-label': `${lane.provider} ${lane.account || ''} ${lane.reference}` },
    head, h('div', { class: 'actors', 'aria-hidden': 'true' }, h('span', {}, 'shop'), h('span'), h('span', {}, lane.provider)),
    hidden, h('ol', { class: 'steps' }, steps.map((step) => h('li', {}, step))), h('footer', {}, controls, ask, answer));
}

const stamp = (entry) => h('time', { datetime: entry.at, title: entry.at }, time(entry.at));

/** The rows of an entry, and where they stand: a request stands before all that it caused. */
function drawStep(entry) {
  const { n } = entry;
  switch (entry.kind) {
    case 'exchange': return drawExchange(entry);
    case 'payment': return [{ n, element: inside(stamp(entry), entry.became, 'soft') }];
    case 'money': {
      const twice = entry.way === 'debit' && entry.nth > 1;
      const text = `${entry.way} ${money(entry.amount, entry.currency)}${twice ? `, number ${entry.nth} of this reference` : ''}`;
      return [{ n, element: inside(stamp(entry), text, twice ? 'bad' : 'good') }];
    }
    case 'callback': return [{ n, element: drawTold(entry, stamp(entry)) }];
    default: return [];
  }
}

const inside = (at, text, tone) => h('div', { class: 'step' }, at, h('span', { class: `inside ${tone}` }, text));

function drawExchange(entry) {
  const lost = entry.status == null;
  const outcome = entry.meaning ? entry.meaning.outcome : 'done';
  const says = entry.meaning ? entry.meaning.says : `HTTP ${entry.status}`;
  const name = OPERATIONS[entry.operation] || entry.operation || entry.method;
  const late = entry.delay_ms ? `, ${entry.delay_ms} ms late` : '';
  const fault = entry.fault ? ` (fault: ${entry.fault})` : '';
  const path = entry.path.replace(/^\/[a-z]+/, '').replace(/\?.*/, '');
  const row = (half, wire, text, end) => h('button', {
    class: 'step', 'data-key': `exchange ${entry.n} ${half}`, title: 'Open the exchange', onclick: () => open(entry.n),
  }, half === 'asks' ? stamp(entry) : h('span'), h('span', { class: `wire ${wire}` }, text), h('span', { class: 'end' }, end));
  const tone = OUTCOMES[outcome] || '';
  return [
    { n: entry.began - 0.5, element: row('asks', 'right', `${name}: ${entry.method} ${path}`, '') },
    {
      n: entry.n,
      element: row('hears', `left ${lost ? 'broken' : tone}${late ? ' late' : ''}`,
        `${lost ? 'no answer' : says}${late}${fault}`, h('strong', { class: tone }, outcome)),
    },
  ];
}

function drawTold(entry, at) {
  const callback = entry.callback || {};
  const count = (callback.attempts || []).length;
  const texts = {
    made: `callback ${callback.id} is due${callback.fault ? ` (fault: ${callback.fault})` : ''}`, sent: `callback ${callback.id}`,
    delivered: 'taken', refused: `not taken${count ? `, attempt ${count}` : ''}`, unanswered: 'no answer of the shop',
    'not sent': `callback ${callback.id} is not sent: ${callback.reason || ''}`, changed: `callback ${callback.id} is changed by hand`,
  };
  const text = texts[entry.became] || entry.became;
  if (entry.became === 'sent') return h('div', { class: 'step' }, at, h('span', { class: 'wire left' }, text), h('span', { class: 'end' }));
  if (['delivered', 'refused'].includes(entry.became)) {
    return h('div', { class: 'step' }, at, h('span', { class: `wire right ${entry.became === 'delivered' ? 'good' : 'odd'}` }, text), h('span', { class: 'end' }));
  }
  if (entry.became === 'unanswered') {
    return h('div', { class: 'step' }, at, h('span', { class: 'wire left broken' }, text), h('span', { class: 'end' }));
  }
  return inside(at, text, 'soft');
}

function drawLedger() {
  const cell = (text, attributes) => h('td', attributes, text);
  $('rows').replaceChildren(...state.ledger.slice(-300).reverse().map((row) => h('tr',
    { class: row.way === 'debit' && row.nth > 1 ? 'twice' : null },
    cell(time(row.time)), cell(row.provider), cell(row.account), cell(row.reference), cell(row.method),
    cell(row.way === 'debit' && row.nth > 1 ? `debit, number ${row.nth}` : row.way),
    cell(money(row.amount, row.currency), { class: 'number' }))));
}

function drawArmed() {
  const none = !state.faults.length && h('li', {}, h('span', { class: 'soft' }, 'nothing'));
  keyed($('armed'), state.faults, (fault) => fault.id, (fault) => JSON.stringify(fault), (fault) => h('li', {},
      h('span', {}, `${fault.provider}, next ${fault.operation === '*' ? 'request' : fault.operation}: ${fault.fault}`
        + `${fault.code ? ` ${fault.code}` : ''}${fault.reference ? `, only ${fault.reference}` : ''}`
        + `, ${fault.times === 0 ? 'until it is taken back' : `${fault.times} ×`}`),
      h('button', { 'data-key': `disarm ${fault.id}`, onclick: () => attempt($('fault-answer'), () => call('DELETE', `faults/${fault.id}`)) }, 'Take back')), none);
}

const shownBodies = new Map();

function drawCallbacks() {
  const callbacks = [...state.callbacks.values()].reverse().slice(0, 100);
  const none = !callbacks.length && h('p', { class: 'soft' }, 'None yet.');
  const seal = (callback) => JSON.stringify([callback, shownBodies.has(callback.id)]);
  keyed($('callback-list'), callbacks, (callback) => callback.id, seal, (callback) => {
    const answer = h('span', { role: 'status', class: 'soft' });
    const step = (name, label, title) => h('button', {
      'data-key': `${name} ${callback.id}`, title, onclick: () => attempt(answer, () => call('POST', `callbacks/${callback.id}/${name}`)),
    }, label);
    const tries = callback.attempts.map((attempt) => `${time(attempt.at)} ${attempt.status || attempt.error}`).join('; ');
    const shown = shownBodies.get(callback.id);
    const body = shown || { headers: callback.headers, body: callback.body };
    const isProved = state.kinds.some((kind) => kind.fault === 'unsigned' && kind.providers.includes(callback.provider));
    const waits = ['waiting', 'held'].includes(callback.status);
    return h('article', { class: 'card', 'aria-label': `callback ${callback.id}` },
      h('h3', {}, `${callback.id}  ${callback.provider} ${callback.reference} `,
        h('span', { class: `tag ${callback.status === 'delivered' ? 'good' : callback.status === 'failed' ? 'bad' : 'odd'}` }, callback.status)),
      h('p', { class: 'soft' }, callback.target ? `to ${callback.target}` : 'not sent', callback.reason ? `: ${callback.reason}` : '',
        callback.next_attempt ? `; next at ${time(callback.next_attempt)} WIB` : '', tries ? `; attempts: ${tries}` : ''),
      h('p', { class: 'fields' },
        step('resend', waits ? 'Send now' : callback.attempts.length ? 'Send again' : 'Send'), step('twice', 'Send a copy', 'the same once more'),
        waits && step('swap', 'Behind the next'), waits && step('hold', 'Hold'), waits && step('drop', 'Drop'),
        isProved && step('unsigned', 'Send unsigned'),
        isProved && step('wrong_signature', 'Send under another signature'), answer),
      h('details', { open: shown ? true : null }, h('summary', {}, 'Headers and body'),
        h('pre', { tabindex: '0' }, JSON.stringify(body.headers, null, 2), '\n\n',
          typeof body.body === 'string' ? body.body : JSON.stringify(body.body, null, 2)),
        h('button', {
          'data-key': `reveal ${callback.id}`,
          onclick: async () => {
            if (shown) shownBodies.delete(callback.id);
            else shownBodies.set(callback.id, await call('GET', `callbacks/${callback.id}`));
            drawCallbacks();
          },
        }, shown ? 'Hide it again' : 'Show what is hidden')));
  }, none);
}

function drawClock() {
  tick();
  const next = (text, none) => (text ? `${time(text)} WIB` : none);
  if (!state.clock) return;
  $('clock-next').textContent = `Next callback: ${next(state.clock.next_callback, 'none')}. Next expiry: ${next(state.clock.next_expiry, 'none')}.`
    + ` The clock ${state.clock.manual ? 'stands still until you move it' : 'runs'}, moved by ${state.clock.advanced_seconds} s so far.`;
  for (const [name, value] of Object.entries({ next_callback: state.clock.next_callback, next_expiry: state.clock.next_expiry })) {
    document.querySelector(`[data-to=${name}]`).disabled = !value;
  }
}

// ---- One exchange

let opened = null;

async function open(number, reveal = false) {
  const exchange = await attempt($('exchange-answer'), () => call('GET', `exchanges/${number}${reveal ? '?reveal=true' : ''}`));
  const dialog = $('exchange');
  if (!exchange) {
    $('exchange-title').textContent = 'Not kept any more';
    $('exchange-body').replaceChildren();
  } else {
    opened = exchange;
    const pretty = (body) => { try { return JSON.stringify(JSON.parse(body), null, 2); } catch { return body; } };
    const lines = (all) => Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\n');
    const { request, answer, meaning } = exchange;
    $('exchange-title').textContent = `${exchange.provider || 'customer’s page'} ${exchange.reference || ''}`;
    $('exchange-body').replaceChildren(
      meaning ? h('div', { class: 'meaning' },
        h('p', {}, 'Outcome: ', h('strong', { class: OUTCOMES[meaning.outcome] }, meaning.outcome), `. ${meaning.says}`),
        h('p', {}, `What a client may do: ${meaning.may}.`)) : '',
      h('h3', {}, 'Request'), h('pre', { tabindex: '0' }, `${request.method} ${request.path}\n${lines(request.headers)}\n\n${pretty(request.body)}`),
      h('h3', {}, 'Answer'), answer
        ? h('pre', { tabindex: '0' }, `HTTP ${answer.status}\n${lines(answer.headers)}\n\n${pretty(answer.body)}`)
        : h('p', { class: 'bad' }, `None: the connection was reset${exchange.fault ? ` by the fault ${exchange.fault}` : ''}.`));
  }
  $('reveal').disabled = reveal || !exchange;
  $('curl').disabled = !exchange;
  if (!dialog.open) dialog.showModal();
}

const quoted = (text) => `'${text.replace(/'/g, `'\\''`)}'`;

function asCurl({ request }) {
  const own = ['host', 'content-length', 'connection', 'accept-encoding'];
  const lines = Object.entries(request.headers).filter(([name]) => !own.includes(name))
    .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  if (request.body) lines.push(`--data-binary ${quoted(request.body)}`);
  return [`curl -X ${request.method} ${quoted(location.origin + request.path)}`, ...lines].join(' \\\n  ');
}

async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    place.textContent = 'copied';
  } catch {
    place.replaceChildren('It could not be copied; here it is: ', h('code', {}, text));
  }
}

// ---- The guided story

const guide = { step: 'break', reference: null };
const NEXT = { break: 'buy', buy: 'ask', ask: 'pay', pay: 'again', again: null, repeat: 'ask' };

function guided(step, text) {
  guide.step = NEXT[step];
  $('guide-says').textContent = text;
  for (const button of $('guide-steps').querySelectorAll('button')) {
    button.classList.toggle('next', button.dataset.step === guide.step);
  }
}

async function guideStep(step) {
  const provider = $('guide-provider').value;
  const says = $('guide-says');
  const isGuided = (one) => one.provider === provider && one.account === shopAccount(provider) && one.reference === guide.reference;
  const shop = (what) => call('POST', 'shop', { provider, step: what, ...(guide.reference ? { reference: guide.reference } : {}) });
  try {
    if (step === 'break') {
      guide.reference = null;
      await call('POST', 'faults', { provider, operation: 'create', fault: 'reset_after_commit' });
      guided(step, 'The next payment will be made, and its answer will be lost on the way back. Buy something.');
    } else if (step === 'buy') {
      guide.reference = null;
      const bought = await shop('buy');
      guide.reference = bought.reference;
      guided(step, bought.lost
        ? `No answer came for ${bought.reference}: the arrow back is broken. The shop cannot know whether the payment exists; the filled dot says that it does. It must not buy again under another reference. It may ask.`
        : `HTTP ${bought.status}: the answer came. Begin with 1 to lose one.`);
    } else if (step === 'repeat') {
      const again = await shop('buy');
      guided(step, again.lost ? 'Lost again.'
        : `HTTP ${again.status}. Whether a repeat is the first payment, is refused, or takes the money a second time, is each provider’s own rule: look at the ledger once the customer has paid.`);
    } else if (step === 'ask' || step === 'again') {
      const asked = await shop('ask');
      const paid = [...state.ledger].some((row) => isGuided(row) && row.way === 'debit');
      guided(step, step === 'again' || paid
        ? `HTTP ${asked.status}: the provider says how it stands. The money moved once: see the ledger. The lost answer cost nothing but a question.`
        : `HTTP ${asked.status}: the payment is there under its reference, so there is nothing to buy again. Now the customer pays.`);
    } else if (step === 'pay') {
      const known = [...state.payments.values()].filter(isGuided);
      for (const one of known.slice(0, 1)) {
        await call('POST', 'payments/pay', { provider, reference: one.reference, id: one.id });
      }
      guided(step, 'The customer has paid: one debit, and a callback is due. A shop that heard no callback asks again.');
    }
  } catch (error) {
    // Where the provider cannot be asked by reference, the customer goes on.
    if (step === 'ask' && guide.reference) guided('ask', error.message);
    else says.textContent = error.message;
  }
}

// ---- Faults

const SEES = {
  create: 'A client sees this when it makes a payment.', get: 'A client sees this when it asks; a question moves no money.',
  callback: 'The shop sees this when it is told.', capture: 'This happens when the money is taken.',
  cancel: 'A client sees this when it cancels.', inquire: 'A client sees this when it inquires about a bill.',
  update: 'A client sees this when it changes a mandate.', token: 'A client sees this when it fetches a token.',
};
const OF_CAPTURES = ['void_after_capture', 'partial_refund', 'failed_charge'];
const OF_CREATES = ['failure_code', 'told_before_answer', 'price_rise'];
const OF_CALLBACKS = ['duplicate', 'reorder', 'drop', 'unsigned', 'wrong_signature'];

function kindFits(kind, provider, operation) {
  if (!kind.providers.includes(provider)) return false;
  if (operation === 'capture') return OF_CAPTURES.includes(kind.fault);
  if (operation === 'callback') return kind.of_callbacks;
  if (OF_CAPTURES.includes(kind.fault) || OF_CALLBACKS.includes(kind.fault)) return false;
  return operation === 'create' || !OF_CREATES.includes(kind.fault);
}

function options(select, list, label = (one) => one, value = label) {
  const before = select.value;
  select.replaceChildren(...list.map((one) => h('option', { value: value(one) }, label(one))));
  if ([...select.options].some((option) => option.value === before)) select.value = before;
}

function chooseFault() {
  const form = $('fault').elements;
  const [provider, operation] = [form.provider.value, form.operation.value];
  options(form.fault, state.kinds.filter((kind) => kindFits(kind, provider, operation)), (kind) => kind.fault);
  const kind = state.kinds.find((one) => one.fault === form.fault.value);
  $('fault-says').textContent = kind ? `${SEES[operation]} What happens: ${kind.text}.` : 'Nothing of this kind can happen here.';
  const members = kind ? kind.members : [];
  $('code-field').hidden = !members.includes('code');
  const isFailure = form.fault.value === 'failure_code';
  options(form.code, state.codes.filter((code) => code.provider === provider
    && code.listed.some((one) => one.table.endsWith(' failure') === isFailure)),
  (code) => `${code.code}: ${code.meaning} (${code.outcome})`, (code) => code.code);
  $('members').replaceChildren(...members.filter((name) => name !== 'code').map((name) => h('label', {}, `${name} `,
    h('input', { name: `member-${name}`, autocomplete: 'off', placeholder: 'as it is', size: '10' }))));
}

function orderFault(event) {
  event.preventDefault();
  const form = $('fault').elements;
  const order = { provider: form.provider.value, operation: form.operation.value, fault: form.fault.value, times: Number(form.times.value) };
  if (form.reference.value) order.reference = form.reference.value;
  if (!$('code-field').hidden) order.code = form.code.value;
  for (const input of $('members').querySelectorAll('input')) {
    const [name, text] = [input.name.slice(7), input.value.trim()];
    if (!text) continue;
    const isNumber = ['delay_ms', 'status', 'seconds'].includes(name) && /^\d+$/.test(text);
    order[name] = isNumber ? Number(text) : name === 'commits' ? text === 'true' : text;
  }
  attempt($('fault-answer'), () => call('POST', 'faults', order), (fault) => `armed: ${fault.fault}`);
}

// ---- Set-up

const SNIPPETS = {
  env: ({ variables }) => variables.map(({ name, value }) => `${name}=${value}`).join('\n'),
  rust: ({ provider, variables }) => `// payments = { features = ["${provider}"] }\nlet settings = payments::Settings::new()\n`
    + variables.map(({ name, value }) => `    .set("${name}", "${value}")`).join('\n')
    + `;\nlet client = payments::Name::${provider[0].toUpperCase()}${provider.slice(1)}.client(&settings)?;`,
  curl: (one) => `${values(one, 'export ', '=', '')}\n\n${CURL[one.provider]}`,
  php: (one) => `<?php\n${one.variables.map(({ name, value }) => `putenv('${name}=${value}');`).join('\n')}\n\n${PHP[one.provider] || PHP.any(one)}`,
  node: (one) => `${one.variables.map(({ name, value }) => `process.env.${name} = '${value}';`).join('\n')}\n\n`
    + `const answer = await fetch(process.env.${prefix(one)}_BASE_URL + '${FIRST[one.provider].path}', ${FIRST[one.provider].node});\nconsole.log(answer.status, await answer.text());`,
  python: (one) => `import os, urllib.request\n${one.variables.map(({ name, value }) => `os.environ['${name}'] = '${value}'`).join('\n')}\n\n`
    + `request = urllib.request.Request(os.environ['${prefix(one)}_BASE_URL'] + '${FIRST[one.provider].path}', ${FIRST[one.provider].python})\n`
    + 'print(urllib.request.urlopen(request).read().decode())',
};
const prefix = (one) => one.provider.toUpperCase();
const values = (one, before, between, after) => one.variables.map(({ name, value }) => `${before}${name}${between}${value}${after}`).join('\n');
const CURL = {
  ciputra: 'curl "$CIPUTRA_BASE_URL/auth/token" -X POST -H "api-key: $CIPUTRA_API_KEY" -H "api-secret: $CIPUTRA_API_SECRET"',
  digiswitch: 'sign=$(printf %s "$DIGISWITCH_USERNAME$DIGISWITCH_API_KEY"depo | md5sum | cut -c1-32)\n'
    + 'curl "$DIGISWITCH_BASE_URL/cek-saldo" -d "{\\"username\\":\\"$DIGISWITCH_USERNAME\\",\\"cmd\\":\\"deposit\\",\\"sign\\":\\"$sign\\"}"',
  fazz: 'curl -u "$FAZZ_API_KEY:$FAZZ_SECRET_KEY" "$FAZZ_BASE_URL/payments"',
  instamoney: 'curl -u "$INSTAMONEY_API_KEY:" "$INSTAMONEY_BASE_URL/ewallets" \\\n  -d external_id=order-1 -d amount=20000 -d phone=08123123123 -d ewallet_type=OVO',
  rpi: 'curl "$RPI_BASE_URL/v1/oauth/client_credential/accesstoken?grant_type=client_credentials" \\\n  -d client_id=$RPI_CLIENT_ID -d client_secret=$RPI_CLIENT_SECRET',
};
const basic = (key, secret) => ({
  node: `{ headers: { authorization: 'Basic ' + btoa(process.env.${key} + ':'${secret ? ` + process.env.${secret}` : ''}) } }`,
  python: `headers={'authorization': 'Basic ' + __import__('base64').b64encode((os.environ['${key}'] + ':'${secret ? ` + os.environ['${secret}']` : ''}).encode()).decode()}`,
});
const FIRST = {
  ciputra: {
    path: '/auth/token',
    node: "{ method: 'POST', headers: { 'api-key': process.env.CIPUTRA_API_KEY, 'api-secret': process.env.CIPUTRA_API_SECRET } }",
    python: "method='POST', headers={'api-key': os.environ['CIPUTRA_API_KEY'], 'api-secret': os.environ['CIPUTRA_API_SECRET']}",
  },
  digiswitch: {
    path: '/cek-saldo',
    node: "{ method: 'POST', body: JSON.stringify({ username: process.env.DIGISWITCH_USERNAME, cmd: 'deposit',\n  sign: (await import('node:crypto')).createHash('md5').update(process.env.DIGISWITCH_USERNAME + process.env.DIGISWITCH_API_KEY + 'depo').digest('hex') }) }",
    python: "method='POST', data=__import__('json').dumps({'username': os.environ['DIGISWITCH_USERNAME'], 'cmd': 'deposit',\n  'sign': __import__('hashlib').md5((os.environ['DIGISWITCH_USERNAME'] + os.environ['DIGISWITCH_API_KEY'] + 'depo').encode()).hexdigest()}).encode()",
  },
  fazz: { path: '/payments', ...basic('FAZZ_API_KEY', 'FAZZ_SECRET_KEY') },
  instamoney: { path: '/ewallets?external_id=order-1&ewallet_type=OVO', ...basic('INSTAMONEY_API_KEY') },
  rpi: {
    path: '/v1/oauth/client_credential/accesstoken?grant_type=client_credentials',
    node: "{ method: 'POST', body: new URLSearchParams({ client_id: process.env.RPI_CLIENT_ID, client_secret: process.env.RPI_CLIENT_SECRET }) }",
    python: "method='POST', data=('client_id=' + os.environ['RPI_CLIENT_ID'] + '&client_secret=' + os.environ['RPI_CLIENT_SECRET']).encode()",
  },
};
const PHP = {
  any: (one) => `$call = curl_init(getenv('${prefix(one)}_BASE_URL') . '${FIRST[one.provider].path}');\n${PHP_OPTIONS[one.provider]}\ncurl_setopt($call, CURLOPT_RETURNTRANSFER, true);\necho curl_exec($call);`,
};
const PHP_OPTIONS = {
  ciputra: "curl_setopt($call, CURLOPT_POST, true);\ncurl_setopt($call, CURLOPT_HTTPHEADER, ['api-key: ' . getenv('CIPUTRA_API_KEY'), 'api-secret: ' . getenv('CIPUTRA_API_SECRET')]);",
  digiswitch: "$user = getenv('DIGISWITCH_USERNAME');\ncurl_setopt($call, CURLOPT_POSTFIELDS, json_encode(['username' => $user, 'cmd' => 'deposit', 'sign' => md5($user . getenv('DIGISWITCH_API_KEY') . 'depo')]));",
  fazz: "curl_setopt($call, CURLOPT_USERPWD, getenv('FAZZ_API_KEY') . ':' . getenv('FAZZ_SECRET_KEY'));",
  instamoney: "curl_setopt($call, CURLOPT_USERPWD, getenv('INSTAMONEY_API_KEY') . ':');",
  rpi: "curl_setopt($call, CURLOPT_POSTFIELDS, http_build_query(['client_id' => getenv('RPI_CLIENT_ID'), 'client_secret' => getenv('RPI_CLIENT_SECRET')]));",
};

function drawSetup() {
  if (!state.setup) return;
  const one = state.setup.providers.find((provider) => provider.provider === $('setup-provider').value);
  // A call can be shown only where one is written down.
  const language = FIRST[one.provider] || $('setup-language').value === 'rust' ? $('setup-language').value : 'env';
  $('setup-text').textContent = SNIPPETS[language](one);
}

function drawUrls() {
  const form = $('urls');
  form.replaceChildren(
    h('div', { class: 'urls' }, Object.entries(state.setup.callback_urls).map(([name, url]) => h('label', {}, name.replace('_callback_url', ''),
      h('input', { name, type: 'url', value: url || '', placeholder: 'http://127.0.0.1:8080/callbacks', autocomplete: 'off' })))),
    h('p', { class: 'soft' }, 'Ciputra, DANA and LinkAja are called at the URL that the request names.'),
    h('button', {}, 'Set them'));
}

// ---- Scenes

async function saveScene() {
  const scene = await attempt($('scene-answer'), () => call('GET', 'scene'), (saved) => `saved: ${count(saved.steps.length, 'step')}`);
  if (!scene) return;
  const file = new Blob([`${JSON.stringify(scene, null, 2)}\n`], { type: 'application/json' });
  const link = h('a', { href: URL.createObjectURL(file), download: 'scene.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function playScene(file) {
  const place = $('scene-answer');
  if (!file) return;
  await attempt(place, async () => call('POST', 'scene', JSON.parse(await file.text())),
    ({ steps, difference }) => (difference ? `played, but ${difference}` : `played: ${count(steps, 'step')}, answered as when recorded`));
  // The same file can be chosen again.
  $('scene-load').value = '';
}

// ---- The beginning

function choose(name) {
  for (const tab of document.querySelectorAll('[role=tab]')) {
    const isChosen = tab.id === `tab-${name}`;
    tab.setAttribute('aria-selected', isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
    $(tab.getAttribute('aria-controls')).hidden = !isChosen;
  }
}

function listen() {
  const tabs = [...document.querySelectorAll('[role=tab]')];
  tabs.forEach((tab, place) => {
    tab.addEventListener('click', () => choose(tab.id.slice(4)));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(place + step + tabs.length) % tabs.length];
      choose(next.id.slice(4));
      next.focus();
    });
  });
  $('filters').addEventListener('input', draw);
  $('filters').addEventListener('submit', (event) => event.preventDefault());
  $('reset').addEventListener('click', () => attempt($('guide-says'), () => call('POST', 'reset'), 'Everything is forgotten but the settings.')
    .then(() => { guide.reference = null; guided('none', $('guide-says').textContent); guide.step = 'break'; }));
  $('guide-steps').addEventListener('click', (event) => event.target.dataset.step && guideStep(event.target.dataset.step));
  $('guide-provider').addEventListener('change', () => { guide.reference = null; });
  $('fault').addEventListener('change', chooseFault);
  $('fault').addEventListener('submit', orderFault);
  $('disarm').addEventListener('click', () => attempt($('fault-answer'), () => call('DELETE', 'faults'), 'nothing is armed'));
  $('clock').addEventListener('click', ({ target }) => {
    if (target.dataset.seconds || target.dataset.to) {
      const to = target.dataset.to ? { to: target.dataset.to } : { seconds: Number(target.dataset.seconds) };
      attempt($('clock-answer'), () => call('POST', 'clock/advance', to), (clock) => `it is ${time(clock.now)} WIB`);
    }
  });
  $('reveal').addEventListener('click', () => open(opened.n, true));
  $('curl').addEventListener('click', () => copy(asCurl(opened), $('exchange-answer')));
  $('setup-provider').addEventListener('change', drawSetup);
  $('setup-language').addEventListener('change', drawSetup);
  $('setup-copy').addEventListener('click', () => copy($('setup-text').textContent, $('urls-answer')));
  $('scene-save').addEventListener('click', saveScene);
  $('scene-load').addEventListener('change', ({ target }) => playScene(target.files[0]));
  $('urls').addEventListener('submit', (event) => {
    event.preventDefault();
    const urls = Object.fromEntries([...new FormData($('urls'))].map(([name, url]) => [name, url || null]));
    attempt($('urls-answer'), () => call('POST', 'settings', urls), 'set');
  });
  $('token').addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem('token', $('token').elements.token.value);
    $('login').close();
    load();
  });
  $('glossary').replaceChildren(...Object.entries(WORDS).flatMap(([word, text]) => [h('dt', {}, word), h('dd', {}, text)]));
  setInterval(tick, 1000);
  choose('timeline');
  guided('none', '');
  guide.step = 'break';
  $('guide-steps').querySelector('[data-step=break]').classList.add('next');
}

async function load() {
  try {
    [state.kinds, state.codes, state.setup] = await Promise.all(['faults/kinds', 'faults/codes', 'setup'].map((path) => call('GET', path)));
    const names = state.setup.providers.map(({ provider }) => provider);
    PROVIDERS = [...FIRST_TRIED, ...names.filter((name) => !FIRST_TRIED.includes(name))];
    for (const select of [$('guide-provider'), $('fault').elements.provider, $('setup-provider')]) options(select, PROVIDERS);
    options($('filters').elements.provider, ['', ...PROVIDERS], (name) => name || 'all', (name) => name);
    chooseFault();
    drawSetup();
    drawUrls();
  } catch (error) {
    $('state').textContent = error.message;
  }
}

listen();
load().then(follow);
