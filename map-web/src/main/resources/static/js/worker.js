// The service worker: pages open without a network with what they last had, and the outbox is sent when there is one again.
// The server puts its version and the list of files before it (SHELL) and serves it as /sw.js.

import { sendAll } from './outbox.js';
import { answerFor, askAnew, isOpenAnswer, keepAnswers } from './workeranswers.js';
import { clearOldShells, fromShell, HELP, keepFace, keepSameFaces, pageFor } from './workershell.js';
import { keepTiles, tileFor } from './workertiles.js';

const SESSION = '/api/v1/session';

self.addEventListener('install', (event) => {
  // At once: files of the version before stay until nobody can need them, so that open pages go on undisturbed.
  event.waitUntil(keepSameFaces().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(clearOldShells().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname === SESSION && request.method !== 'GET') {
    event.respondWith(fetch(request).finally(askAnew));
  } else if (request.method !== 'GET') {
    return;
  } else if (url.pathname.startsWith('/v/')) {
    event.respondWith(fromShell(request));
  } else if (request.mode === 'navigate') {
    askAnew();
    event.respondWith(pageFor(request, url));
  } else if (url.pathname.startsWith('/tiles/')) {
    event.respondWith(tileFor(request));
  } else if (isOpenAnswer(request, url)) {
    event.respondWith(answerFor(event));
  }
});

self.addEventListener('message', (event) => {
  const { keepPage, answers, keepTiles: urls, area, mostBytes } = event.data;
  const page = keepPage ? keepFace(keepPage) : Promise.resolve();
  // The page's own files are in the browser already; help comes over the link after them.
  event.waitUntil(page.then(() => keepAnswers(answers || [])).then(() => keepPage && keepFace(HELP)));
  if (urls) {
    const answer = event.ports[0] || event.source;
    const tell = (noPage) => (keptTiles) => answer.postMessage({ keptTiles, noPage });
    event.waitUntil(page.then(() => tell(false), () => tell(true)).then((told) => keepTiles({ urls, area, mostBytes }, told)));
  }
});

// The browser calls when there is a network again; a failure makes it call once more, later.
self.addEventListener('sync', (event) => {
  event.waitUntil(sendAll().then((left) => left === 'later' && Promise.reject(new Error('something is not sent yet'))));
});
