// Hears from the server that something changed, and reads it again. Reconnects with growing pauses, never in a storm.

import { forgetAhead, underWay } from './api.js';
import { get, on, set } from './state.js';
import { RE_READ, readDisasters, readDisaster, readItems, readSession } from './reads.js';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60000;
// The longest pauses between tries of the link and of what could not be read, and the longest waits for the link to open and for a sign of
// life; the server gives one every 15 s. Thousands of pages may come back at once.
const FOR_ALL = { linkMs: LONGEST_PAUSE_MS, readMs: 20000, openMs: LONGEST_PAUSE_MS, silentMs: 90000 };
/** For startLive: pages that are few and must be true again within seconds. */
export const AT_WORK = { linkMs: 4000, readMs: 4000, openMs: 20000, silentMs: 40000 };
const GATHER_MS = 400; // an import announces several topics at once: read each once

let source = null;
let held = false; // heard, but nobody reads anything again yet
let pace = FOR_ALL;
let pauseMs = FIRST_PAUSE_MS;
let readPauseMs = FIRST_PAUSE_MS; // while the link is lost
let nextReadAt = 0;
let wasLost = false;
let retry = 0;
let silence = 0;
const pending = new Set();
const layerListeners = [];

/** Calls f(topics) after a change, for layers that read by the map's frame. */
export const onChanged = (f) => layerListeners.push(f);

export function startLive(ownPace = FOR_ALL) {
  pace = ownPace;
  held = false;
  on('trouble live', retryLater);
  window.addEventListener('online', connect);
  if (navigator.serviceWorker) {
    navigator.serviceWorker.addEventListener('message', (event) => event.data.newer && readNewer());
  }
  window.addEventListener('offline', () => lost(false));
  if (!source) {
    connect();
  } else if (pending.size) {
    setTimeout(readPending, GATHER_MS);
  }
}

/** Hears from now on; what is heard before the page starts to listen is read again then. */
export function hearAhead() {
  held = true;
  connect();
}

function connect() {
  clearTimeout(retry);
  if (source) {
    source.close();
  }
  source = new EventSource('/api/v1/live');
  hearWithin(pace.openMs);
  source.onopen = () => {
    hearWithin(pace.silentMs);
    pauseMs = readPauseMs = FIRST_PAUSE_MS;
    set({ live: 'open' });
    document.body.dataset.live = 'open';
    if (wasLost) {
      wasLost = false;
      readAll();
    }
  };
  source.addEventListener('changed', (event) => gather(JSON.parse(event.data).topic));
  source.addEventListener('still', () => hearWithin(pace.silentMs));
  source.onerror = () => lost(true);
}

// A cable that was pulled and a server without power say nothing: a line that is silent for too long is gone.
function hearWithin(ms) {
  clearTimeout(silence);
  silence = setTimeout(() => lost(true), ms);
}

function lost(tryAgain) {
  clearTimeout(silence);
  source.close();
  wasLost = true;
  forgetAhead(); // what changes from now on is not heard
  if (get('live') !== 'lost') {
    set({ live: 'lost' });
    document.body.dataset.live = 'lost';
  }
  clearTimeout(retry);
  if (tryAgain) {
    // Spread the return of many pages over half the pause, so that a restarted server is not met by all at once.
    retry = setTimeout(() => { readMeanwhile(); connect(); }, spread(pauseMs));
    pauseMs = Math.min(pauseMs * 2, pace.linkMs);
  }
}

const spread = (ms) => ms * (0.75 + Math.random() / 2);

// A server may serve pages and still refuse one more live feed. All the data is more than one try of the link: its pauses grow further.
function readMeanwhile() {
  if (Date.now() >= nextReadAt) {
    nextReadAt = Date.now() + readPauseMs / 2; // with the next try of the link, where that has grown as far
    readPauseMs = Math.min(readPauseMs * 2, LONGEST_PAUSE_MS);
    readAll();
  }
}

function gather(topic) {
  if (pending.size === 0 && !held) {
    setTimeout(readPending, GATHER_MS);
  }
  pending.add(topic);
}

function readPending() {
  const topics = Array.from(pending);
  pending.clear();
  const jobs = new Set(topics.map((topic) => RE_READ[topic]).filter(Boolean));
  jobs.forEach((job) => job());
  layerListeners.forEach((f) => f(topics));
}

// Newer answers than those that the device gave from what it kept come one by one.
let newer = 0;

function readNewer() {
  clearTimeout(newer);
  newer = setTimeout(readAll, GATHER_MS);
}

// A server that could not answer is asked again, as long as the trouble stands; never while it still works on an answer.
let later = 0;

function retryLater() {
  clearTimeout(later);
  const trouble = get('trouble');
  if (get('live') !== 'lost' && trouble && (trouble.network || trouble.problem.status >= 500)) {
    later = setTimeout(() => (underWay() ? retryLater() : readAll()), spread(pace.readMs));
  }
}

async function readAll() {
  if (held) {
    return; // what is asked for ahead is read soon
  }
  await Promise.all([readSession(), readItems()]);
  await readDisasters();
  readDisaster(); // nothing waits for the slowest
  layerListeners.forEach((f) => f(['roads', 'admin', 'needs', 'households', 'water', 'road_reports', 'supply', 'gauges', 'sos', 'tours']));
}
