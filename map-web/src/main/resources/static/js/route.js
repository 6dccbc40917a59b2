// Finding a way: keeps what is asked, asks the service, draws the way and, beside it, another vehicle's.

import { post, postForFile } from './api.js';
import { byId, say } from './dom.js';
import { onChanged } from './live.js';
import { boxFromLeaflet, fromLeaflet, lineToLeaflet, toLeaflet } from './lonlat.js';
import { map, show, showPlace } from './map.js';
import { change, leavesAt } from './routeask.js';
import { startRoutePanel } from './routepanel.js';
import { lowerOnPhone, setStop } from './sheet.js';
import { get, on, set } from './state.js';
import { answerWords } from './routewords.js';
import { t } from './text.js';
import { asked } from './vehicles.js';
import { closedFor, drawWay } from './waylines.js';

const MOST_OTHERS = 2; // other ways beside the quickest

let ends = null;
let lines = null;

export function startRoute() {
  lines = L.layerGroup().addTo(map);
  ends = L.layerGroup().addTo(map);
  startRoutePanel({ find, compare, forget, choose, leave, saveFile, tryAt });
  on('ask lang', drawEnds);
  on('route compared lang', drawLines);
  map.on('moveend', drawLines); // which signs and words have room depends on the frame
  on('view', () => setStop(get('view') === 'route' ? 'middle' : 'low'));
  on('at', () => leave(null)); // other water, other way
  onChanged((topics) => get('route') && ['water', 'roads', 'road_reports'].some((topic) => topics.includes(topic)) && find());
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

/** Leaves at another moment; null = that of the water on the map. */
function leave(at) {
  change({ leave: at });
  if (get('route')) {
    find();
  }
}

function question(vehicle, alternatives) {
  const { from, to } = get('ask');
  const disaster = get('disaster');
  return { from: from.lonLat, to: to.lonLat, ...asked(vehicle), disaster: disaster ? disaster.id : undefined, depart_at: leavesAt() || undefined, alternatives };
}

async function ask(vehicle, alternatives) {
  try {
    return await post('/routes', question(vehicle, alternatives));
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
  const leaves = leavesAt();
  const answer = await ask(vehicle, MOST_OTHERS);
  const choices = [answer, ...(answer.alternatives || []).map(({ vi, en, way }) => ({ ...way, vi, en }))];
  const route = { ...answer, vehicle, leaves, choices, chosen: 0 };
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

/** Saves the quickest way with its turn list for other devices. */
async function saveFile() {
  const file = await postForFile('/routes', question(get('route').vehicle), 'application/gpx+xml');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'relief-route.gpx';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** Takes the place that is proposed instead of an end that is not reached. */
function tryAt(end, lonLat) {
  change({ [end]: { lonLat, name: null } });
  find();
}

/** Puts another of the ways that were told in the first place. */
function choose(chosen) {
  const { vehicle, leaves, choices } = get('route');
  set({ route: { ...choices[chosen], vehicle, leaves, choices, chosen } });
  say(answerWords(get('route')).join(' '));
}

/** Puts another vehicle's way beside the one on screen. */
async function compare(vehicle) {
  const leaves = leavesAt();
  const compared = { ...(await ask(vehicle)), vehicle, leaves };
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
    drawWay(lines, compared, true);
  } else if (route) {
    route.choices.filter((way, i) => i !== route.chosen).forEach((way) => drawWay(lines, way, true));
  }
  if (route) {
    drawWay(lines, route, false);
  }
  if (route && compared) {
    closedFor(lines, route, compared);
    closedFor(lines, compared, route);
  }
}
