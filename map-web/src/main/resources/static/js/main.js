// Opens the page: language, map, panels, then the data; the address decides where it starts.

import { keepAddress, readAddress } from './address.js';
import { startClusters } from './clusters.js';
import { showChosen, startCommunes } from './communes.js';
import { startDepots } from './depots.js';
import { startFilter } from './filter.js';
import { startHead } from './head.js';
import { startHouseholds } from './households.js';
import { startKeys } from './keys.js';
import { startLegend } from './legend.js';
import { startList } from './list.js';
import { onChanged, startLive } from './live.js';
import { readBase, startMap } from './map.js';
import { startPopups } from './popup.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startRoute } from './route.js';
import { startSession } from './session.js';
import { startSheet } from './sheet.js';
import { get, set } from './state.js';
import { startLanguage } from './text.js';
import { startTimeline } from './timeline.js';
import { startWater } from './water.js';

async function start() {
  startLanguage();
  const wanted = readAddress();
  set({ filter: { group: wanted.group, item: wanted.item, amount: null }, selected: wanted.commune, at: wanted.at });
  startSheet();
  startMap(wanted.frame);
  startPopups();
  [startHead, startSession, startLegend, startFilter, startTimeline, startList, startRoute, startKeys].forEach((f) => f());
  await Promise.all([readBase(!wanted.frame), readSession(), readItems()]);
  [startCommunes, startWater, startClusters, startHouseholds, startDepots].forEach((f) => f());
  onChanged((topics) => topics.includes('roads') && readBase(!get('basemap') || get('basemap').import_id === null));
  await readDisasters(wanted.disaster);
  keepAddress();
  if (wanted.commune && !wanted.frame) {
    showChosen();
  }
  startLive();
}

start();
