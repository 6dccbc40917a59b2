// Tours on the map: wheels as lines, boats as dots, numbered stops, a diamond where goods change over to boats.

import { h } from './dom.js';
import { transferSign } from './icons.js';
import { lineToLeaflet, toLeaflet } from './lonlat.js';
import { map, show } from './map.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { boxOf, callsOf } from './tourmodel.js';
import { chooseTour, mayPlan } from './tourplan.js';
import { isBoat } from './vehicles.js';

const NUMBERS_FROM_ZOOM = 12; // below it the stops of other tours are dots
const LEAST_WALK_M = 50;

let lines = null;
let stops = null;
let shown = ''; // plan and tour that the map was moved to

export function startTourLines() {
  lines = L.layerGroup().addTo(map);
  stops = L.layerGroup().addTo(map);
  on('plan tour lang', draw);
  on('call', drawStops);
  on('plan tour own session', move);
  map.on('zoomend', drawStops);
}

function move() {
  const plan = get('plan');
  const tours = plan ? (get('tour') === null ? plan.tours : plan.tours.filter((tour) => tour.number === get('tour'))) : [];
  const box = boxOf(tours);
  const now = plan ? plan.id + ' ' + get('tour') + ' ' + Boolean(get('own')) + ' ' + mayPlan() : ''; // teams and coordinators have maps of another size
  if (box && now !== shown) {
    requestAnimationFrame(() => { // what else is drawn now may leave the map another size
      map.invalidateSize({ pan: false });
      show(box);
    });
  }
  shown = now;
}

function draw() {
  lines.clearLayers();
  const tours = get('plan') ? get('plan').tours : [];
  const chosen = get('tour');
  tours.filter((tour) => tour.number !== chosen).forEach((tour) => drawWays(tour, chosen === null ? '' : ' way-beside'));
  tours.filter((tour) => tour.number === chosen).forEach((tour) => drawWays(tour, ' way-chosen'));
  drawStops();
}

function drawWays(tour, look) {
  const ways = [].concat(...tour.trips.map((trip) => trip.legs.map((leg) => lineToLeaflet(leg.line.coordinates))));
  const kind = isBoat(tour.vehicle_class) ? 'way-boat' : 'way-open';
  const path = (className) => L.polyline(ways, { pane: 'routes', className: className + ' way-tour' + look }).addTo(lines);
  path('way-casing');
  path(kind).on('click', () => chooseTour(tour.number)).bindTooltip(t('tour_n', { n: tour.number }), { sticky: true });
}

function drawStops() {
  stops.clearLayers();
  const tours = get('plan') ? get('plan').tours : [];
  const chosen = get('tour');
  const swaps = new Set();
  tours.filter((tour) => tour.number !== chosen).forEach((tour) => callsOf(tour).forEach((call) => drawCall(tour, call, false, swaps)));
  tours.filter((tour) => tour.number === chosen).forEach((tour) => {
    callsOf(tour).forEach((call) => drawWalk(call));
    callsOf(tour).forEach((call) => drawCall(tour, call, true, swaps));
  });
}

// Homes lie around the stop, not on it: the ring is as far as the farthest of them.
function drawWalk(call) {
  if (call.walk_m >= LEAST_WALK_M) {
    L.circle(toLeaflet(call.at), { radius: call.walk_m, pane: 'routes', interactive: false, className: 'walk-ring' }).addTo(stops);
  }
}

function drawCall(tour, call, own, swaps) {
  const name = t('tour_n', { n: tour.number }) + ', ' + call.number + (call.commune_name ? ' · ' + call.commune_name : '');
  if (call.landing) {
    if (!swaps.has(call.landing) || own) {
      swaps.add(call.landing);
      marker(call.at, 'transfer-sign', transferSign(), [28, 28], t('landing', { name: call.landing }), 300);
    }
    return;
  }
  const numbered = own || map.getZoom() >= NUMBERS_FROM_ZOOM;
  const here = own && get('call') === call.number;
  const look = 'stop-sign' + (own ? ' stop-own' : '') + (here ? ' stop-here' : '') + (numbered ? '' : ' stop-dot');
  marker(call.at, look, h('span', {}, numbered ? call.number : ''), null, name, own ? 400 : 0).on('click', () => chooseTour(tour.number, call.number));
}

function marker(at, className, html, iconSize, title, zIndexOffset) {
  return L.marker(toLeaflet(at), { pane: 'tags', keyboard: false, title, zIndexOffset, icon: L.divIcon({ className, html, iconSize: iconSize || [0, 0] }) }).addTo(stops);
}
