// Opens the page of those who verify reports. Its address never says which report is looked at.

import { keepOnDevice } from './device.js';
import { startActs } from './officeracts.js';
import { startBulk } from './officerbulk.js';
import { startCase } from './officercase.js';
import { restoreDay } from './officerday.js';
import { startPlaces } from './officermap.js';
import { startQueue } from './officerqueue.js';
import { startSending } from './officersend.js';
import { startViews } from './officerviews.js';
import words from './officertext.vi.js';
import { startLive } from './live.js';
import { readBase, startMap } from './map.js';
import { startMarks } from './marks.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startSession } from './session.js';
import { set } from './state.js';
import { addWords, startLanguage } from './text.js';
import { startUnsent } from './unsent.js';
import { startWater } from './water.js';

async function start() {
  addWords(words, (lang) => import('./officertext.' + lang + '.js'));
  await startLanguage();
  startMap(null);
  set({ day: null, acts: [], refusedActs: [] });
  [startMarks, startSession, startUnsent, startQueue, startViews, startBulk, startCase, startActs, startWater, startPlaces].forEach((startPart) => startPart());
  startLive(); // before the first reads, so that no change falls between them
  await Promise.all([readSession(), readItems(), readBase(true), readDisasters(null), startSending()]);
  await restoreDay();
  keepOnDevice();
}

start();
