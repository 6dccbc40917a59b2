// Opens the page. First the map alone, so that it stands soonest on a slow network; then everything around it.

import { readAddress } from './address.js';
import { readBase, startMap } from './map.js';
import { startSheet } from './sheet.js';
import { set } from './state.js';
import { startLanguage } from './text.js';

async function start() {
  await startLanguage();
  const wanted = readAddress();
  set({ filter: { group: wanted.group, item: wanted.item, amount: wanted.item ? wanted.amount : null }, selected: wanted.commune, at: wanted.at });
  startSheet();
  startMap(wanted.frame);
  const base = readBase(!wanted.frame);
  const { startParts } = await import('./parts.js');
  await base;
  await startParts(wanted);
}

start();
