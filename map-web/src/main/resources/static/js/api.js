// Talks to the service. Every failure becomes a Failure that carries the sentence to show.

import { t } from './text.js';

const ROOT = '/api/v1';
const PATIENCE_MS = 30000;
const BODY_PATIENCE_MS = 90000; // an answer that has begun to come is on its way: the water alone takes ten seconds on a weak link
const FILE_PATIENCE_MS = 300000;

const keptAt = new Map(); // of answers that came from the device: the time they are from

const WORTH_SAYING_MS = 120000;

/** The time of the oldest answer on screen that the device kept because the network gave none in time; null where all are fresh. */
export function oldestKept() {
  const oldest = Array.from(keptAt.values()).sort()[0];
  return oldest && Date.now() - new Date(oldest) > WORTH_SAYING_MS ? oldest : null;
}

/** A read or write that did not succeed. `network` is true when no answer came at all. */
export class Failure extends Error {
  constructor(problem, network) {
    super(problem.code);
    this.problem = problem;
    this.network = network;
  }
}

/** Reads; where the server cannot be reached, from what the page took along, if it has that path. */
export function read(path, query, signal) {
  const whole = path + asQuery(query);
  const ahead = askedAhead.get(whole);
  askedAhead.delete(whole);
  return ahead || orFromPack(path, (patience) => send('GET', whole, undefined, signal, undefined, patience));
}

const askedAhead = new Map(); // answers by path with query

/** Asks now for what will be read soon: the first read of it gets this answer. */
export function askAhead(path, query) {
  const whole = path + asQuery(query);
  const answer = send('GET', whole);
  askedAhead.set(whole, answer);
  answer.catch(() => askedAhead.delete(whole)); // who reads it asks again
  return answer;
}

/** Reads from the server alone. */
export const readNow = (path, query) => send('GET', path + asQuery(query));
export const post = (path, body) => send('POST', path, body);
/** The same answer as a file of another type; a Blob. */
export const postForFile = (path, body, type) => send('POST', path, body, undefined, type);
/** Sends a file as it is; larger ones take longer than questions. */
export const postFile = (path, query, file) => send('POST', path + asQuery(query), file, undefined, 'application/json', FILE_PATIENCE_MS);
export const postFileForFile = (path, query, file, type) => send('POST', path + asQuery(query), file, undefined, type, FILE_PATIENCE_MS);
export const put = (path, body) => send('PUT', path, body);
export const patch = (path, body) => send('PATCH', path, body);
export const remove = (path, body) => send('DELETE', path, body);

const PATIENCE_WITH_PACK_MS = 8000;

let pack = null; // what a page took along: {answerOf, from}

/**
 * From now on reads that get no answer are asked of `answerOf(path, true)`, which gives undefined where it has none; with false it
 * may answer before the server is asked. `from` is the time of its answers. Without arguments: no more.
 */
export function answerFrom(answerOf = null, from = null) {
  if (pack) {
    keptAt.forEach((at, path) => at === pack.from && keptAt.delete(path)); // those answers are not on screen any more
  }
  pack = answerOf && { answerOf, from };
}

async function orFromPack(path, job) {
  const atOnce = pack && pack.answerOf(path, false);
  if (atOnce) {
    return atOnce;
  }
  try {
    return await job(pack ? PATIENCE_WITH_PACK_MS : PATIENCE_MS);
  } catch (failure) {
    const answer = pack && failure.network ? pack.answerOf(path, true) : undefined;
    if (!answer) {
      throw failure;
    }
    note(path, pack.from);
    return answer;
  }
}

/** What was asked for ahead is asked for again by whoever reads it. */
export const forgetAhead = () => askedAhead.clear();

/** A new UUID for what is sent; crypto.randomUUID is not there on plain HTTP, nor in old browsers. */
export function newId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), '4' + hex.slice(13, 16), '8' + hex.slice(17, 20), hex.slice(20)].join('-');
}

function asQuery(query) {
  const parts = Object.entries(query || {})
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => name + '=' + encodeURIComponent(value));
  return parts.length ? '?' + parts.join('&') : '';
}

let running = 0;

/** Whether answers are still to come. */
export const underWay = () => running > 0;

async function send(method, path, body, signal, type, patienceMs = PATIENCE_MS) {
  running += 1;
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), patienceMs);
  const begun = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), BODY_PATIENCE_MS);
  };
  if (signal) {
    signal.addEventListener('abort', () => stop.abort());
  }
  try {
    return await exchange(method, path, body, stop.signal, type, begun);
  } catch (failure) {
    if (failure instanceof Failure || (signal && signal.aborted)) {
      throw failure;
    }
    throw new Failure({ code: 'NETWORK', vi: t('network_down'), en: t('network_down') }, true);
  } finally {
    running -= 1;
    clearTimeout(timer);
  }
}

async function exchange(method, path, body, signal, type = 'application/json', begun) {
  const response = await fetch(ROOT + path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: body === undefined ? { Accept: type } : { Accept: type, 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  });
  begun();
  if (method === 'GET') {
    note(path, response.headers.get('Relief-Kept-At'));
  }
  if (response.ok && type !== 'application/json') {
    return response.blob();
  }
  const isJson = (response.headers.get('Content-Type') || '').includes('json');
  const answer = isJson ? await response.json() : {};
  if (!response.ok) {
    const problem = isJson && answer.vi ? answer : { code: 'HTTP_' + response.status, vi: t('server_failed'), en: t('server_failed') };
    throw new Failure({ status: response.status, ...problem }, response.status >= 502 && !isJson);
  }
  return answer;
}

function note(path, at) {
  const kind = path.split('?')[0];
  if (at) {
    keptAt.set(kind, at);
  } else {
    keptAt.delete(kind);
  }
}

/** Runs reads of one kind so that only the newest answer counts; an older one still under way is stopped. */
export function newestOnly() {
  let running = null;
  return async (path, query) => {
    if (running) {
      running.abort();
    }
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await read(path, query, mine.signal);
      return mine.signal.aborted ? null : answer;
    } catch (failure) {
      if (mine.signal.aborted) {
        return null;
      }
      throw failure;
    } finally {
      if (running === mine) {
        running = null;
      }
    }
  };
}
