// Opens the page. First the map alone, so that it stands soonest on a slow network; then everything around it.

import { readAddress } from './address.js';
import { byId, fill, h } from './dom.js';
import { hearAhead } from './live.js';
import { readBase, startMap } from './map.js';
import { readAhead } from './reads.js';
import { startSheet } from './sheet.js';
import { set } from './state.js';
import { chooseLanguage, isLanguage, startLanguage, t } from './text.js';

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30000;

async function start() {
  const wanted = readAddress();
  await untilItComes(() => (isLanguage(wanted.lang) ? chooseLanguage(wanted.lang) : startLanguage()));
  await untilItComes(leaflet);
  set({ filter: { group: wanted.group, item: wanted.item, amount: wanted.item ? wanted.amount : null }, selected: wanted.commune, at: wanted.at });
  startSheet();
  startMap(wanted.frame);
  hearAhead(); // before the first reads, so that no change falls between them
  readAhead(wanted.disaster).catch(() => null); // the parts ask again and tell what is wrong
  const { startParts } = await untilItComes(parts);
  await readBase(!wanted.frame);
  await startParts(wanted);
}

async function parts() {
  const all = await import('./parts.js');
  await all.readWords();
  return all;
}

// It comes as a plain script before this one, unless the network broke off.
const leaflet = () => self.L || new Promise((done, failed) => {
  const again = document.createElement('script');
  again.src = document.querySelector('script[src*="leaflet"]').src;
  again.onload = done;
  again.onerror = () => failed(new Error('no Leaflet'));
  document.head.append(again);
});

/** What is fetched in the end: where the network broke off, the page says so and asks again. */
async function untilItComes(fetched) {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      const it = await fetched();
      fill(byId('strip'));
      return it;
    } catch (cut) {
      fill(byId('strip'), h('p', { class: 'strip warn' }, t('rest_missing')));
      await new Promise((done) => {
        setTimeout(done, pauseMs);
        window.addEventListener('online', done, { once: true });
      });
      await renewed();
    }
  }
}

// A server with a newer version does not have the files of this one: then the page itself is opened again.
async function renewed() {
  try {
    const page = await (await fetch(location.pathname)).text();
    if (page.includes('/main.js"') && !page.includes(new URL(document.querySelector('script[src$="/main.js"]').src).pathname)) {
      location.reload();
    }
  } catch (noNetwork) {
    console.info('no network yet:', noNetwork.message);
  }
}

start();
