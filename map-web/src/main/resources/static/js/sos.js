// Opens the page of cries for help: crews answer them, coordinators see to those that nobody can come to.

import { keepOnDevice } from './device.js';
import { AT_WORK, startLive } from './live.js';
import { startMarks } from './marks.js';
import { leaveFiguresOut, readDisasters, readSession } from './reads.js';
import { startSession } from './session.js';
import { startAlarm } from './sosalarm.js';
import { startCalls } from './soscalls.js';
import { startCards } from './soscards.js';
import { startDuty } from './sosduty.js';
import words from './sostext.vi.js';
import { get, on } from './state.js';
import { addWords, startLanguage } from './text.js';
import { startUnsent } from './unsent.js';

async function start() {
  addWords(words, (lang) => import('./sostext.' + lang + '.js'));
  await startLanguage();
  [startMarks, startSession, startUnsent, startCards, startDuty, startAlarm].forEach((startPart) => startPart());
  await startCalls();
  leaveFiguresOut();
  startLive(AT_WORK); // before the first reads, so that no change falls between them
  await Promise.all([readSession(), readDisasters(null)]);
  on('places', showMap);
  showMap();
  keepOnDevice();
}

let mapped = false;

// After the list, and once a place is known. What the network cut off is fetched again when places are read again.
async function showMap() {
  if (mapped || !get('places').size) {
    return;
  }
  mapped = true;
  try {
    const { mapFiles, startSosMap } = await import('./sosmap.js');
    await mapFiles();
    startSosMap();
  } catch (cutOff) {
    console.info('no map yet:', cutOff.type || cutOff.message);
    mapped = false;
  }
}

start();
