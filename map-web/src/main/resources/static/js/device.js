// Keeps the open page on the device, and says when a newer version is there.

import { underWay } from './api.js';
import { deviceWords } from './devicewords.js';
import { byId, fill, h } from './dom.js';
import { keepPage } from './keep.js';

const CALM_MS = 300;
const PATIENCE_MS = 60000; // a tile that never comes does not keep the page from being kept

/** Call when the page has asked for its data: it is kept once that has come, for both share one weak link. */
export async function keepOnDevice() {
  const until = Date.now() + PATIENCE_MS;
  do {
    await new Promise((done) => { setTimeout(done, CALM_MS); });
  } while (Date.now() < until && (underWay() || document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)')));
  await keepPage(location.pathname, tellNewer);
}

// Nothing is taken from under a person's hands: the open page goes on with its own version until it is opened again.
async function tellNewer() {
  const t = await deviceWords();
  if (!byId('newer')) {
    const place = h('p', { class: 'strip', id: 'newer', role: 'status' });
    document.querySelector('header').after(place);
    fill(place, t('newer_version'), ' ', h('button', { type: 'button', class: 'plain', on: { click: () => location.reload() } }, t('open_again')));
  }
}
