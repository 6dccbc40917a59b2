// Opens the wall display: what is so now, kept true without a hand on it.

import { startCommunes } from './communes.js';
import { startCutOff } from './cutoff.js';
import { darkTiles } from './darktiles.js';
import { startDepots } from './depots.js';
import { keepOnDevice } from './device.js';
import { AT_WORK, onChanged, startLive } from './live.js';
import { chooseTiles, readBase, startMap } from './map.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startFigures } from './roomfigures.js';
import { startGaps } from './roomgaps.js';
import { startWallHead } from './roomhead.js';
import { startIslandNames } from './roomislands.js';
import { startWallLegend } from './roomlegend.js';
import { startRivers } from './roomrivers.js';
import { startSos } from './roomsos.js';
import { startWallTime } from './roomtime.js';
import { startTours } from './roomtours.js';
import { addWords, startLanguage } from './text.js';
import words from './roomtext.vi.js';
import { startWater } from './water.js';

const PARTS = [
  startWallHead, startSos, startFigures, startRivers, startGaps, startWallTime, startWallLegend,
  startCommunes, startWater, () => startDepots(false), startCutOff, startTours, startIslandNames,
];

async function start() {
  addWords(words, (lang) => import('./roomtext.' + lang + '.js'));
  await startLanguage();
  chooseTiles({ ground: darkTiles, over: (url, options) => darkTiles(url, options, true) });
  startMap(null);
  PARTS.forEach((startPart) => startPart());
  onChanged((topics) => topics.includes('roads') && readBase(false));
  startLive(AT_WORK); // before the first reads, so that no change falls between them
  await Promise.all([readSession(), readItems(), readBase(true), readDisasters(new URLSearchParams(location.search).get('disaster'))]);
  keepOnDevice();
}

start();
