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
  keepOnDevice();
}

start();
