// Tours on the wall: each where its last stop was served, and the planned way on. Nobody sends the place of a vehicle, so it jumps
// from stop to stop and never glides between them.

import { newestOnly } from './api.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { onChanged } from './live.js';
import { lineToLeaflet, toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { isBoat } from './vehicles.js';

const AGAIN_MS = 60000; // a tour gets late while nothing changes
const MOST_NUMBERS = 3;

const newest = newestOnly();
let ways = null;
let plates = null;

export function startTours() {
  set({ tours: null });
  ways = L.layerGroup().addTo(map);
  plates = L.layerGroup().addTo(map);
  on('disaster session', readTours);
  on('tours lang following', draw);
  onChanged((topics) => topics.includes('tours') && readTours());
  setInterval(readTours, AGAIN_MS);
}

async function readTours() {
  if (!get('disaster')) {
    set({ tours: null });
    return;
  }
  const answer = await tried('tours', () => newest('/tours-under-way', ofDisaster()));
  if (answer) {
    set({ tours: answer.items });
  }
}

const now = () => (get('following') === false ? [] : get('tours') || []); // where they were at another hour is not known

/** The tours of which a place is known. */
export const toursShown = () => now().filter((tour) => tour.last && tour.last.at);

function draw() {
  ways.clearLayers();
  plates.clearLayers();
  now().filter((tour) => tour.way_on).forEach(drawWay);
  groups(toursShown()).forEach(drawPlate);
}

function drawWay(tour) {
  const line = lineToLeaflet(tour.way_on.coordinates);
  const path = (className) => L.polyline(line, { pane: 'routes', interactive: false, className }).addTo(ways);
  path('wall-way-casing');
  path('wall-way' + (isBoat(tour.vehicle_class) ? ' wall-way-boat' : ''));
}

// Vehicles that load at one depot share one plate.
function groups(tours) {
  const byPlace = new Map();
  tours.forEach((tour) => {
    const key = tour.last.at.coordinates.map((x) => x.toFixed(4)).join(' ') + ' ' + isBoat(tour.vehicle_class);
    byPlace.set(key, (byPlace.get(key) || []).concat(tour));
  });
  return Array.from(byPlace.values());
}

function drawPlate(group) {
  const [first] = group;
  const late = group.some((tour) => tour.state === 'late');
  const numbers = group.slice(0, MOST_NUMBERS).map((tour) => tour.tour).join(' · ') + (group.length > MOST_NUMBERS ? ' +' + (group.length - MOST_NUMBERS) : '');
  const className = 'wall-tour' + (isBoat(first.vehicle_class) ? ' wall-tour-boat' : '') + (late ? ' wall-tour-late' : '');
  const html = h('span', { class: className }, icon(first.vehicle_class), numbers, late && h('span', { class: 'unseen' }, ' ' + t('late')));
  L.marker(toLeaflet(first.last.at.coordinates), { pane: 'tags', interactive: false, keyboard: false, zIndexOffset: 1000, icon: L.divIcon({ className: 'wall-sign', html, iconSize: [0, 0] }) }).addTo(plates);
}
