// Reads who no truck can reach, for the chosen disaster and hour, and again when something changed that decides it.

import { newestOnly } from './api.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';

const BY = ['water', 'roads', 'road_reports', 'supply', 'households'];

const newest = newestOnly();

export function startCutOffRead() {
  on('at disaster', readCutOff);
  onChanged((topics) => topics.some((topic) => BY.includes(topic)) && readCutOff());
}

async function readCutOff() {
  if (!get('disaster') || !get('at')) {
    set({ cutOff: null });
    return;
  }
  const asked = get('at');
  const answer = await tried('cut-off', () => newest('/cut-off', ofDisaster({ at: asked, vehicle: 'truck' })));
  if (answer) {
    set({ cutOff: { ...answer, asked } });
  }
}
