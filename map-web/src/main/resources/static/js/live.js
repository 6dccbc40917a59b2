// Hears from the server that something changed, and reads it again. Reconnects with growing pauses, never in a storm.

import { forgetAhead } from './api.js';
import { get, on, set } from './state.js';
import { RE_READ, readDisasters, readDisaster, readItems, readSession } from './reads.js';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60000;
const RETRY_MS = 20000;
const GATHER_MS = 400; // an import announces several topics at once: read each once

let source = null;
let held = false; // heard, but nobody reads anything again yet
let pauseMs = FIRST_PAUSE_MS;
let wasLost = false;
let retry = 0;
const pending = new Set();
const layerListeners = [];

/** Calls f(topics) after a change, for layers that read by the map's frame. */
export const onChanged = (f) => layerListeners.push(f);

export function startLive() {
  held = false;
  on('trouble', retryLater);
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
  source.onopen = () => {
    pauseMs = FIRST_PAUSE_MS;
    set({ live: 'open' });
    document.body.dataset.live = 'open';
    if (wasLost) {
      wasLost = false;
      readAll();
    }
  };
  source.addEventListener('changed', (event) => gather(JSON.parse(event.data).topic));
  source.onerror = () => lost(true);
}

function lost(tryAgain) {
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
    // Meanwhile the data is read as often, for a server may serve pages and still refuse one more live feed.
    retry = setTimeout(() => { readAll(); connect(); }, pauseMs * (0.75 + Math.random() / 2));
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
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

// A server that could not answer is asked again, as long as the trouble stands.
let later = 0;

function retryLater() {
  clearTimeout(later);
  const trouble = get('trouble');
  if (trouble && (trouble.network || trouble.problem.status >= 500)) {
    later = setTimeout(readAll, RETRY_MS * (0.75 + Math.random() / 2));
  }
}

async function readAll() {
  if (held) {
    return; // what is asked for ahead is read soon
  }
  await Promise.all([readSession(), readItems()]);
  await readDisasters();
  await readDisaster();
  layerListeners.forEach((f) => f(['roads', 'admin', 'needs', 'households', 'water', 'road_reports', 'supply', 'gauges', 'sos', 'tours']));
}
