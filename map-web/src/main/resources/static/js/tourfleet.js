// The vehicles that there are: what each of them can carry.

import { read } from './api.js';
import { onChanged } from './live.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';

set({ fleet: null });

export function startFleet() {
  on('disaster session', readFleet);
  onChanged((topics) => topics.includes('supply') && readFleet());
}

async function readFleet() {
  const vehicles = get('disaster') && (await tried('vehicles', () => read('/vehicles')));
  if (vehicles) {
    set({ fleet: vehicles.items });
  }
}
