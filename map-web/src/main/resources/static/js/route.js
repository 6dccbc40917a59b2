// Finding a way: keeps what is asked, asks the service, draws the way and, beside it, another vehicle's.

import { post } from './api.js';
import { byId, say } from './dom.js';
import { depth } from './format.js';
import { roadSign } from './icons.js';
import { boxFromLeaflet, fromLeaflet, lineToLeaflet, toLeaflet } from './lonlat.js';
import { map, show, showPlace } from './map.js';
import { change } from './routeask.js';
import { cutLine } from './routeline.js';
import { startRoutePanel } from './routepanel.js';
import { lowerOnPhone, setStop } from './sheet.js';
import { get, on, set } from './state.js';
import { answerWords } from './routewords.js';
import { t } from './text.js';
import { CLOSES_AT_M } from './vehicles.js';

let ends = null;
let lines = null;

export function startRoute() {
  lines = L.layerGroup().addTo(map);
  ends = L.layerGroup().addTo(map);
  startRoutePanel({ find, compare, forget });
  on('ask lang', drawEnds);
  on('route compared lang', drawLines);
  on('view', () => setStop(get('view') === 'route' ? 'middle' : 'low'));
  on('at', () => get('route') && find()); // other water, other way
  on('ask view', () => map.getContainer().classList.toggle('picking', Boolean(picking())));
  map.on('click', (event) => pick(fromLeaflet(event.latlng)));
}

const picking = () => get('view') === 'route' && get('ask').picking;

function pick(lonLat) {
  const end = picking();
  if (!end) {
    return;
  }
  const other = end === 'from' ? 'to' : 'from';
  change({ [end]: { lonLat, name: null }, picking: get('ask')[other] ? null : other });
  set({ route: null, compared: null });
  say(t('place_taken_' + end));
  if (get('ask').from && get('ask').to) {
    find();
  }
}

/** Forgets both places and starts over by picking the first. */
function forget() {
  change({ from: null, to: null, picking: 'from' });
  set({ route: null, compared: null });
}

async function ask(vehicle) {
  const { from, to } = get('ask');
  const disaster = get('disaster');
  try {
    return await post('/routes', { from: from.lonLat, to: to.lonLat, vehicle, disaster: disaster ? disaster.id : undefined, depart_at: get('at') || undefined });
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    return { found: false, reason: 'problem', vi: failure.problem.vi, en: failure.problem.en };
  }
}

async function find() {
  const { from, to, vehicle } = get('ask');
  if (!from || !to) {
    return;
  }
  const kept = get('compared') && get('compared').vehicle;
  set({ asking: true });
  const route = { ...(await ask(vehicle)), vehicle };
  set({ asking: false, route, compared: null });
  lowerOnPhone();
  byId('route').scrollTop = 0;
  say(answerWords(route).join(' '));
  if (kept && kept !== vehicle) {
    await compare(kept);
  } else {
    lookAt();
  }
}

/** Puts another vehicle's way beside the one on screen. */
async function compare(vehicle) {
  const compared = { ...(await ask(vehicle)), vehicle };
  set({ compared });
  say(answerWords(compared).join(' '));
  lookAt();
}

function lookAt() {
  const positions = [get('route'), get('compared')].filter((way) => way && way.found).map((way) => lineToLeaflet(way.line.coordinates));
  if (positions.length) {
    show(boxFromLeaflet(L.latLngBounds(positions.flat()).pad(0.08)));
  } else if (get('route') && get('route').at) {
    showPlace(get('route').at, 14);
  }
}

function drawEnds() {
  ends.clearLayers();
  for (const [end, letter] of [['from', 'A'], ['to', 'B']]) {
    const place = get('ask')[end];
    if (place) {
      const marker = L.marker(toLeaflet(place.lonLat), { pane: 'tags', draggable: true, keyboard: false, icon: L.divIcon({ className: 'route-end', html: letter, iconSize: [26, 26] }), zIndexOffset: 2000 });
      marker.on('dragend', () => {
        change({ [end]: { lonLat: fromLeaflet(marker.getLatLng()), name: null } });
        find();
      });
      marker.addTo(ends);
    }
  }
}

function drawLines() {
  lines.clearLayers();
  const route = get('route');
  const compared = get('compared');
  if (compared) {
    drawWay(compared, true);
  }
  if (route) {
    drawWay(route, false);
  }
  if (route && compared) {
    closedFor(route, compared);
    closedFor(compared, route);
  }
}

function drawWay(way, beside) {
  if (!way.found) {
    if (way.at) {
      sign('closed', way.at, way.unknown_depth ? t('means_unknown') : t('water_here', { depth: depth(way.depth_m || 0) }));
    }
    return;
  }
  const kind = beside ? ' way-beside' : '';
  const draw = (positions, className) => L.polyline(lineToLeaflet(positions), { pane: 'routes', interactive: false, className: className + kind }).addTo(lines);
  const parts = cutLine(way.line.coordinates, way.stretches || [], way.distance_m);
  draw(way.line.coordinates, 'way-casing');
  if (!parts.length) {
    draw(way.line.coordinates, 'way-open');
  }
  parts.forEach((part) => draw(part.positions, 'way-' + part.stretch.state));
  if (!beside) {
    slowSigns(parts);
  }
}

// One sign per slow stretch, but not two within 46 px of each other.
function slowSigns(parts) {
  const taken = [];
  parts.filter((part) => part.stretch.state === 'slow').forEach((part) => {
    const point = map.latLngToLayerPoint(toLeaflet(part.middle));
    if (!taken.some((other) => other.distanceTo(point) < 46)) {
      taken.push(point);
      sign('slow', part.middle, t('water_here', { depth: depth(part.stretch.depth_m || 0) }) + (part.stretch.road_name ? ', ' + part.stretch.road_name : ''));
    }
  });
}

// Where one way runs through water that stops the other vehicle: a closed sign with its name.
function closedFor(way, other) {
  const limit = CLOSES_AT_M[other.vehicle];
  if (!way.found || !other.found) {
    return;
  }
  const deep = (way.stretches || []).filter((stretch) => stretch.depth_m >= limit).sort((a, b) => b.depth_m - a.depth_m)[0];
  if (deep) {
    const part = cutLine(way.line.coordinates, [deep], way.distance_m)[0];
    sign('closed', part.middle, t('not_through', { vehicle: t('vehicle_' + other.vehicle), depth: depth(deep.depth_m) }));
  }
}

function sign(state, lonLat, words) {
  const marker = L.marker(toLeaflet(lonLat), { pane: 'tags', keyboard: false, title: words, icon: L.divIcon({ className: 'road-sign', html: roadSign(state, words), iconSize: [22, 22] }) });
  marker.bindTooltip(words, { direction: 'top', offset: [0, -10], permanent: state === 'closed', className: 'sign-words' });
  marker.addTo(lines);
}
