// Talks to the service. Every failure becomes a Failure that carries the sentence to show.

import { t } from './text.js';

const ROOT = '/api/v1';
const PATIENCE_MS = 20000;
const FILE_PATIENCE_MS = 300000;

/** A read or write that did not succeed. `network` is true when no answer came at all. */
export class Failure extends Error {
  constructor(problem, network) {
    super(problem.code);
    this.problem = problem;
    this.network = network;
  }
}

export const read = (path, query, signal) => send('GET', path + asQuery(query), undefined, signal);
export const post = (path, body) => send('POST', path, body);
/** The same answer as a file of another type; a Blob. */
export const postForFile = (path, body, type) => send('POST', path, body, undefined, type);
/** Sends a file as it is; larger ones take longer than questions. */
export const postFile = (path, query, file) => send('POST', path + asQuery(query), file, undefined, 'application/json', FILE_PATIENCE_MS);
export const postFileForFile = (path, query, file, type) => send('POST', path + asQuery(query), file, undefined, type, FILE_PATIENCE_MS);
export const put = (path, body) => send('PUT', path, body);
export const remove = (path) => send('DELETE', path);

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

async function send(method, path, body, signal, type, patienceMs = PATIENCE_MS) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  if (signal) {
    signal.addEventListener('abort', () => stop.abort());
  }
  try {
    return await exchange(method, path, body, stop.signal, type);
  } catch (failure) {
    if (failure instanceof Failure || (signal && signal.aborted)) {
      throw failure;
    }
    throw new Failure({ code: 'NETWORK', vi: t('network_down'), en: t('network_down') }, true);
  } finally {
    clearTimeout(timer);
  }
}

async function exchange(method, path, body, signal, type = 'application/json') {
  const response = await fetch(ROOT + path, {
    method,
    signal,
    credentials: 'same-origin',
    headers: body === undefined ? { Accept: type } : { Accept: type, 'Content-Type': body instanceof Blob ? 'application/octet-stream' : 'application/json' },
    body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
  });
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
