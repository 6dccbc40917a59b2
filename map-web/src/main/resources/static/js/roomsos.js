// The open calls for help, as numbers. Only screens that are signed in are told; on others the wall has one row less.

import { newestOnly } from './api.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';

const MAY_SEE = ['display', 'team', 'officer', 'coordinator', 'administrator'];
const AGAIN_MS = 30000; // waiting calls grow older while nothing changes

const newest = newestOnly();

export function startSos() {
  set({ sos: null });
  on('disaster session', readSos);
  onChanged((topics) => topics.includes('sos') && readSos());
  setInterval(readSos, AGAIN_MS);
}

async function readSos() {
  if (!get('disaster') || !MAY_SEE.includes(get('session').role)) {
    set({ sos: null });
    return;
  }
  const answer = await tried('sos', () => newest('/sos-figures', ofDisaster()));
  if (answer) {
    set({ sos: answer });
  }
}
