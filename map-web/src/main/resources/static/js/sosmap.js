// The map of /sos: calls whose place is known here and the crews, over the base map and the water. Words beside it say the same.
// It comes after the list, and only when there is a place to show.

import { read } from './api.js';
import { byId, fill, h } from './dom.js';
import { clockAndDay, distance, number, people, placeTitle } from './format.js';
import { carry, readGround, startGround } from './ground.js';
import { icon, urgencyShape } from './icons.js';
import { along, keepWithTiles } from './kepttiles.js';
import { onChanged } from './live.js';
import { metresBetween, toLeaflet } from './lonlat.js';
import { map, readBase, show, startMap } from './map.js';
import { tried, usualStep } from './reads.js';
import { drawSigns, nameSign } from './signs.js';
import { coordinates, isHeld, KEPT_FOR_MS } from './soscalls.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { erase, find, keep, listed } from './tourstore.js';
import { canSeal } from './vault.js';
import { startWater } from './water.js';

const GROUND = 'sos ground';
const MOST_TILES = 300;
const MOST_BYTES = 3e6;
const WATER_ZOOM = 13;
const TOGETHER_M = 50;
const SPREAD_DEGREES = 0.014; // tiles are kept for 900 m around each place
const AROUND_DEGREES = 0.004; // about 400 m

let signs = null;
let framed = ''; // the places that the map was moved to
let keptOf = ''; // the places whose ground is kept
let kept = null; // how many of its tiles are on the device, and their bytes

/** To be called once, when its files have come. */
export async function startSosMap() {
  byId('where').hidden = false;
  startMap(null);
  signs = L.layerGroup().addTo(map);
  startWater();
  startGround();
  await restore();
  on('calls crews places lang', draw);
  on('calls places', follow);
  on('water at lang', drawWords);
  onChanged((topics) => topics.includes('water') && get('disaster') && readSteps());
  draw();
  await readBase(false);
  await follow();
}

/** Fetches Leaflet and its styles. They stand in the page as a template, so that nobody waits for them who has no place to see. */
export function mapFiles() {
  const all = document.importNode(byId('map-files').content, true);
  const coming = Array.from(all.children).map((file) => new Promise((done, failed) => { file.onload = done; file.onerror = failed; }));
  document.head.append(all);
  return Promise.all(coming);
}

/** Calls whose place this device knows: {call, place, n}. */
const placed = () => (get('calls') || []).map((call) => ({ call, place: get('places').get(call.id) })).filter(({ place }) => place && place.at)
  .map((one, i) => ({ ...one, n: i + 1 }));

function draw() {
  const shown = placed();
  byId('where').hidden = !shown.length;
  drawSigns(() => {
    signs.clearLayers();
    (get('crews') || []).forEach(drawCrew);
    shown.forEach(drawCall);
  });
  drawWords();
  frame(shown);
}

function drawCrew(crew) {
  const html = h('span', { class: 'where-crew' }, icon(crew.vehicle_class), ' ', placeTitle(crew.name));
  L.marker(toLeaflet(crew.at), { pane: 'places', interactive: false, keyboard: false, icon: L.divIcon({ className: '', html, iconSize: [0, 0] }) }).addTo(signs);
}

function drawCall({ call, place, n }) {
  const html = h('span', { class: 'where-call' + (place.approximate ? ' where-about' : '') }, urgencyShape('critical'), h('b', {}, String(n)));
  const marker = L.marker(toLeaflet(place.at), { pane: 'tags', icon: L.divIcon({ className: 'where-sign', html, iconSize: [44, 44] }) }).addTo(signs);
  const element = marker.getElement();
  nameSign(element, call.id);
  element.setAttribute('aria-label', n + '. ' + named(call) + ': ' + t('where_to_call'));
  marker.on('click', () => goTo(call));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault(); // it would press what gets the focus
      goTo(call);
    }
  });
}

// From the sign to the card: to all of it, since its first button says a word to the server.
function goTo(call) {
  const card = document.querySelector('[data-sos="' + CSS.escape(call.id) + '"]');
  card.scrollIntoView({ block: 'nearest' });
  card.focus({ preventScroll: true });
}

const named = (call) => [call.commune_name ? placeTitle(call.commune_name) : t('no_place'), call.people ? people(call.people) : t('people_unknown')].join(', ');

function drawWords() {
  const water = get('water');
  fill(byId('where-words'),
    placed().map(({ call, place, n }) => h('li', {}, h('b', {}, n + '. ' + named(call)), [place.approximate && t('only_commune'), wayTo(call, place)].filter(Boolean).map((words) => ' · ' + words))),
    kept && kept.kept > 0 && h('li', {}, t('where_kept', { n: kept.kept, count: number(kept.kept), size: number(kept.bytes / 1000) })),
    h('li', {}, get('at') && water && water.observed_at ? t('where_water', { time: clockAndDay(water.observed_at) }) : t('where_no_water')));
}

// How far and in which direction from the crew that has it, else from the only crew there is.
function wayTo(call, place) {
  const crews = get('crews') || [];
  const crew = crews.find((one) => one.id === call.crew) || (crews.length === 1 && crews[0]);
  if (!crew) {
    return null;
  }
  const metres = metresBetween(crew.at, place.at);
  return metres < TOGETHER_M ? t('where_together', { crew: placeTitle(crew.name) })
    : t('where_from', { crew: placeTitle(crew.name), distance: distance(metres), direction: t('direction_' + direction(crew.at, place.at)) });
}

// Eighths of a turn from north, clockwise.
function direction(from, to) {
  const east = (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180);
  return Math.round(Math.atan2(east, to[1] - from[1]) / (Math.PI / 4) + 8) % 8;
}

// The map moves when other places are to be seen, never while somebody looks at these.
function frame(shown) {
  const crews = (get('crews') || []).filter((crew) => shown.some(({ call }) => call.crew === crew.id));
  const places = shown.map(({ place }) => place.at).concat(crews.map((crew) => crew.at));
  const key = places.join(' ');
  if (shown.length && key !== framed) {
    framed = key;
    const lons = places.map((at) => at[0]);
    const lats = places.map((at) => at[1]);
    map.invalidateSize({ pan: false });
    show([Math.min(...lons) - AROUND_DEGREES, Math.min(...lats) - AROUND_DEGREES, Math.max(...lons) + AROUND_DEGREES, Math.max(...lats) + AROUND_DEGREES]);
  }
}

// The water is that of the call's flood, which need not be the newest one; and a crew takes what it sees along.
async function follow() {
  const held = placed().filter(({ call }) => isHeld(call));
  const { call } = held[0] || placed()[0] || {};
  if (!call) {
    return;
  }
  if (!get('disaster') || get('disaster').id !== call.disaster) {
    const known = (get('disasters') || []).find((one) => one.id === call.disaster);
    set({ disaster: known || { id: call.disaster, name: '', simulated: call.simulated }, at: null, steps: [] });
  }
  if (!get('at')) {
    await readSteps();
  }
  if (held.length && canSeal && !coordinates()) {
    await takeAlong(held);
  }
}

async function readSteps() {
  const steps = await tried('steps', () => read('/flood-extents/steps', { disaster: get('disaster').id }));
  if (steps) {
    set({ steps: steps.items, at: usualStep(steps.items) });
  }
}

async function takeAlong(held) {
  const places = [].concat(...held.map(groundOf));
  const key = [held[0].call.disaster, get('at'), ...places].join(' ');
  if (key === keptOf || !navigator.onLine) {
    return;
  }
  keptOf = key;
  const got = await tried('ground', () => readGround({ places, mostTiles: MOST_TILES, disaster: held[0].call.disaster, at: get('at'), waterZoom: WATER_ZOOM }));
  if (!got) {
    keptOf = '';
    return;
  }
  const now = Date.now();
  await Promise.all(held.map(({ call }) => keep(call.id, GROUND, got.ground, { from: new Date(now).toISOString(), expires_at: new Date(now + KEPT_FOR_MS).toISOString() })));
  await Promise.all(held.filter(({ call }) => !get('calls').some((one) => one.id === call.id)).map(({ call }) => erase(call.id))); // over meanwhile
  await carry(got.ground, new Date(now).toISOString());
  kept = await keepWithTiles('/sos', { urls: got.urls, area: 'sos', mostBytes: MOST_BYTES }, () => null);
  drawWords();
}

// Some two kilometres around the call, and what lies between it and the crew.
function groundOf({ call, place: { at } }) {
  const crew = (get('crews') || []).find((one) => one.id === call.crew);
  const around = [].concat(...[-1, 0, 1].map((east) => [-1, 0, 1].map((north) => [at[0] + east * SPREAD_DEGREES, at[1] + north * SPREAD_DEGREES])));
  return crew ? around.concat(along([crew.at, at])) : around;
}

async function restore() {
  const rows = canSeal ? await listed(GROUND) : [];
  const ground = rows.length ? await find(rows[0].claim, GROUND) : null;
  if (ground) {
    await carry(ground, rows[0].from);
  }
}
