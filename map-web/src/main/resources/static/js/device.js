// Keeps the open page on the device, and says when a newer version is there.

import { deviceWords } from './devicewords.js';
import { byId, fill, h } from './dom.js';
import { keepPage } from './keep.js';

/** Call when the page has read its data: keeping it must not slow the first view. */
export const keepOnDevice = () => keepPage(location.pathname, tellNewer);

// Nothing is taken from under a person's hands: the open page goes on with its own version until it is opened again.
async function tellNewer() {
  const t = await deviceWords();
  if (!byId('newer')) {
    const place = h('p', { class: 'strip', id: 'newer', role: 'status' });
    document.querySelector('header').after(place);
    fill(place, t('newer_version'), ' ', h('button', { type: 'button', class: 'plain', on: { click: () => location.reload() } }, t('open_again')));
  }
}
