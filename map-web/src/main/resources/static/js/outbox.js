// What a person did and the server does not know yet: kept on the device, sent once each, shown until it is settled.
// Pages and the service worker use the same outbox.

import { kept } from './outboxstore.js';

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 300000;
const PATIENCE_MS = 30000;
const SETTLED_KEPT_MS = 7 * 24 * 3600 * 1000;
const AGAIN_LATER = [408, 425, 429];
const SETTLED = ['sent', 'given_up'];
const DONE_UNDER = 'Relief-Done-Under'; // the server takes an act under no other account than this one

const told = 'BroadcastChannel' in self ? new BroadcastChannel('relief-outbox') : null;
const listeners = [];
let sending = null;
let again = false;
let pauseMs = FIRST_PAUSE_MS;
let timer = 0;
let account = null; // whose acts are put; null where it does not matter or nobody is signed in

/** From now on acts are put for whoever is signed in by this session: they go under that account and wait for it. */
export function actUnder(session) {
  account = (session.signed_in && session.name) || null;
}

/**
 * Keeps an act until the server has taken it; done when it is kept on the device.
 * id: the act's own id, which stands in its body too. path: '/api/v1/…', a POST of JSON. label: what the person reads, without
 * personal data. after: id of the act that must have been sent before. type: of a body that is no JSON, but bytes in base64.
 */
export async function put({ id, path, body, label, after = null, type = null }) {
  await kept.add({ id, after, kept_at: new Date().toISOString(), state: 'waiting', inside: { path, body, type, label, account, problem: null } });
  changed();
  askTheBrowser();
  sendAll();
}

/** What is not settled, oldest first: [{id, path, label, kept_at, state: 'waiting'|'refused', problem, waitsFor}]; waitsFor: the account that must sign in first. */
export async function unsent() {
  const acts = (await kept.all()).filter((act) => !SETTLED.includes(act.state));
  return acts.map(({ id, kept_at, state, inside }) => ({ id, path: inside.path, label: inside.label, kept_at, state, problem: inside.problem, waitsFor: awayFrom(inside) }));
}

/** What the server answered to an act that was sent in the last days; null when it is not sent or was forgotten. */
export async function answerTo(id) {
  const act = (await kept.all()).find((one) => one.id === id && one.state === 'sent');
  return act ? act.inside.answer : null;
}

/** Whether an act is here, sent or not; what was sent is forgotten after some days. */
export const holds = async (id) => (await kept.all()).some((act) => act.id === id && act.state !== 'given_up');

/** Ids of what was given up in the last days: whoever wrote elsewhere that it was done learns here that nobody received it. */
export const givenUp = async () => (await kept.all()).filter((act) => act.state === 'given_up').map((act) => act.id);

// Closed, renamed or simply not here: from this device nobody can tell which.
const awayFrom = (inside) => (inside.account && inside.account !== account ? inside.account : null);

/** A person gave an act up that the server refused, or that waits for an account that is not signed in here and may never be. */
export async function drop(id) {
  const act = (await kept.all()).find((one) => one.id === id && (one.state === 'refused' || (one.state === 'waiting' && awayFrom(one.inside))));
  if (act) {
    await settle(act, 'given_up', {});
    sendAll(); // what waited for it is for the server to judge now
  }
}

/** Tries now; says what is left: 'empty', 'later' or 'stuck'. Several tabs at once send each act once. */
export function sendAll() {
  if (sending) {
    again = true; // what was put since is not among those being sent
    return sending;
  }
  clearTimeout(timer);
  sending = sendUntilQuiet().catch(nothingKept).finally(() => { sending = null; });
  return sending;
}

function nothingKept(closed) {
  console.info('nothing can be kept here, so nothing waits:', closed.message);
  return 'empty';
}

async function sendUntilQuiet() {
  let left;
  do {
    again = false;
    left = await alone(sendWaiting);
  } while (again && left !== 'later');
  tryLater(left);
  return left;
}

/** Calls the listener after every change, also by another tab. */
export function whenChanged(listener) {
  listeners.push(listener);
}

function changed() {
  listeners.forEach((listener) => listener());
  if (told) {
    told.postMessage('changed');
  }
}

if (told) {
  told.onmessage = () => listeners.forEach((listener) => listener());
}
self.addEventListener('online', () => {
  pauseMs = FIRST_PAUSE_MS;
  sendAll();
});

// Where a browser has no locks, two tabs may send the same act: the server takes its id once and answers both alike.
const alone = (job) => (navigator.locks ? navigator.locks.request('relief-outbox', job) : job());

// What is left: 'empty', 'later' when something is worth another try, 'stuck' when somebody must sign in first.
async function sendWaiting() {
  const unsettled = new Set();
  const away = new Set(); // accounts that are not signed in
  let left = 'empty';
  for (const act of await kept.all()) {
    if (SETTLED.includes(act.state)) {
      await forgetOld(act);
    } else if (act.state === 'refused' || unsettled.has(act.after) || away.has(act.inside.account)) {
      unsettled.add(act.id);
    } else {
      const outcome = await send(act);
      if (outcome === 'no-answer') {
        return 'later'; // the others would fare alike
      }
      if (outcome !== 'sent') {
        unsettled.add(act.id);
      }
      if (outcome === 'later') {
        left = 'later';
      } else if (outcome === 'sign-in') {
        left = left === 'later' ? left : 'stuck';
        if (act.inside.account) {
          away.add(act.inside.account); // what others did, or nobody in particular, goes on
        }
      }
    }
  }
  return left;
}

async function forgetOld(act) {
  if (Date.now() - new Date(act.kept_at) > SETTLED_KEPT_MS) {
    await kept.remove(act.seq);
  }
}

function tryLater(left) {
  if (left === 'later') {
    timer = setTimeout(sendAll, pauseMs * (0.75 + Math.random() / 2));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  } else {
    pauseMs = FIRST_PAUSE_MS;
  }
}

async function send(act) {
  let status = 0;
  let answer = null;
  try {
    ({ status, answer } = await exchange(act.inside));
  } catch (noAnswer) {
    return 'no-answer';
  }
  const problem = status >= 400 ? answer : null;
  if (status >= 200 && status < 300 && answer) {
    await settle(act, 'sent', { label: act.inside.label, path: act.inside.path, answer });
    return 'sent';
  }
  if (status === 401 && problem) {
    await settle(act, 'waiting', { ...act.inside, problem });
    return 'sign-in';
  }
  if (status >= 400 && status < 500 && problem && problem.vi && !AGAIN_LATER.includes(status)) {
    await settle(act, 'refused', { ...act.inside, problem });
    return 'refused';
  }
  return status === 429 || status === 503 ? 'no-answer' : 'later';
}

async function settle(act, state, inside) {
  await kept.replace({ ...act, state, inside });
  changed();
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

// An answer that is not ours (a hotel's sign-in page, a proxy's error) has no JSON: the act is then not taken as sent.
async function exchange({ path, body, type, account: actor }) {
  const stop = new AbortController();
  const patience = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      signal: stop.signal,
      headers: { Accept: 'application/json', 'Content-Type': type || 'application/json', ...(actor ? { [DONE_UNDER]: encodeURIComponent(actor) } : {}) },
      body: type ? bytesOf(body) : JSON.stringify(body),
    });
    const isJson = (response.headers.get('Content-Type') || '').includes('json');
    return { status: response.status, answer: isJson ? await response.json() : response.status === 204 ? {} : null };
  } finally {
    clearTimeout(patience);
  }
}

// Not to throw away what is kept when the disk is full, and to wake the service worker when there is a network again.
async function askTheBrowser() {
  if (!self.document || !navigator.serviceWorker) {
    return;
  }
  try {
    await (navigator.storage && navigator.storage.persist && navigator.storage.persist());
    const worker = await navigator.serviceWorker.ready;
    await (worker.sync && worker.sync.register('outbox'));
  } catch (refused) {
    console.info('no wake-up by the browser:', refused.name);
  }
}
