// What is said of the roads that the own tour drives on, and how old it is.

import { read } from './api.js';
import { byId, fill, h } from './dom.js';
import { ago, clockAndDay } from './format.js';
import { onChanged } from './live.js';
import { lineToLeaflet, metresBetween } from './lonlat.js';
import { map } from './map.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { bboxAround, chosenTour } from './tourmodel.js';

const ON_WAY_M = 60;

set({ roads: null }); // {at, features} of the reports on the own tour's ways

let layer = null;

export function startTourRoads() {
  layer = L.layerGroup().addTo(map);
  on('own', readRoads);
  on('roads tour lang own', draw);
  onChanged((topics) => topics.includes('road_reports') && readRoads());
}

async function readRoads() {
  const tour = chosenTour();
  if (!get('own') || !tour || !get('disaster')) {
    set({ roads: null });
    return;
  }
  const answer = await tried('road-reports', () => read('/road-reports', ofDisaster({ bbox: bboxAround(tour) })));
  if (answer) {
    set({ roads: { at: answer.at, features: answer.features.filter((one) => onWay(tour, one.geometry.coordinates)) } });
  }
}

// A report is about a stretch from junction to junction; a tour that drives it has corners near its middle.
function onWay(tour, stretch) {
  const middle = stretch[Math.floor(stretch.length / 2)];
  return tour.trips.some((trip) => trip.legs.some((leg) => nearLine(leg.line.coordinates, middle)));
}

function nearLine(line, place) {
  return line.some((corner, i) => i > 0 && Math.min(metresBetween(corner, place), toPiece(line[i - 1], corner, place)) < ON_WAY_M);
}

// The foot of the place on the piece, in degrees made square by the latitude: pieces are short.
function toPiece(from, to, place) {
  const wide = Math.cos((place[1] * Math.PI) / 180);
  const [dx, dy] = [(to[0] - from[0]) * wide, to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const share = square ? Math.max(0, Math.min(1, (((place[0] - from[0]) * wide) * dx + (place[1] - from[1]) * dy) / square)) : 0;
  return metresBetween([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share], place);
}

const kind = (state) => (state === 'closed' || state === 'bridge_gone' ? 'closed' : state === 'open' ? 'open' : 'wet');

function draw() {
  const place = byId('tour-roads');
  const roads = get('own') ? get('roads') : null;
  layer.clearLayers();
  (roads ? roads.features : []).forEach(({ geometry, properties }) => L.polyline(lineToLeaflet(geometry.coordinates), { pane: 'routes', interactive: false, className: 'said said-' + kind(properties.state) + (properties.confirmed ? '' : ' said-unconfirmed') }).addTo(layer));
  if (!place) {
    return;
  }
  fill(place, roads && [
    h('h3', {}, t('road_status', { time: clockAndDay(roads.at) })),
    roads.features.length
      ? h('ul', { class: 'road-status' }, roads.features.map(({ properties }) => h('li', { class: 'road-' + kind(properties.state) },
        h('b', {}, t('road_' + properties.state)), ', ', properties.road_name || t('road_status_name'), ' · ', t('road_seen', { time: ago(properties.observed_at) }),
        !properties.confirmed && ' · ' + t('road_unconfirmed'))))
      : h('p', {}, t('road_status_none')),
  ]);
}
