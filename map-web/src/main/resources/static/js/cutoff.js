// Who no truck can reach from any depot: the parts of the network that the water cuts off, since when, what would reconnect
// most, and the parts that it cuts off at a later step.

import { startCutOffRead } from './cutoffread.js';
import { h } from './dom.js';
import { clock, clockAndDay, depth, number, placeTitle } from './format.js';
import { landingLine } from './landings.js';
import { middleOf, toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { openPopup } from './popup.js';
import { drawSigns, nameSign } from './signs.js';
import { get, on } from './state.js';
import { t } from './text.js';

const DRAWN_FROM_AFAR = 40;
const MOST_NAMED = 5; // a map names at most five islands
const MOST_NAMED_SOON = 2; // of them, those that are not cut off yet
const NAMES_FROM_ZOOM = 12;
const ALL_FROM_ZOOM = 13;
const SMALL_HOUSEHOLDS = 5;
const MOST_STRETCHES = 6;

let casing = null;
let outline = null;
let nextOutline = null;
let signs = null;

export function startCutOff() {
  const lines = (className) => L.geoJSON(null, { pane: 'islands', interactive: false, style: { className }, renderer: L.svg({ pane: 'islands', padding: 0.4 }) }).addTo(map);
  casing = lines('island-casing');
  outline = lines('island');
  nextOutline = lines('island-next');
  signs = L.layerGroup().addTo(map);
  startCutOffRead();
  on('cutOff lang', draw);
  map.on('moveend', draw);
}

const draw = () => drawSigns(drawAll);

function drawAll() {
  [casing, outline, nextOutline, signs].forEach((layer) => layer.clearLayers());
  const cutOff = get('cutOff');
  if (!cutOff) {
    return;
  }
  const now = largest(cutOff.islands);
  const next = largest(cutOff.coming.flatMap((step) => step.islands.map((island) => ({ ...island, from: step.cut_off_from, forecast: step.forecast }))));
  casing.addData(outlines(now));
  outline.addData(outlines(now));
  nextOutline.addData(outlines(next));
  if (map.getZoom() >= NAMES_FROM_ZOOM) {
    const inView = (island) => map.getBounds().contains(toLeaflet(middleOf(island.outline)));
    const soon = next.filter(inView).slice(0, MOST_NAMED_SOON);
    now.filter(inView).slice(0, MOST_NAMED - soon.length).concat(soon).forEach((island) => addSign(island));
  }
}

function largest(islands) {
  const shown = islands.filter((island) => island.outline && island.households >= SMALL_HOUSEHOLDS).sort((a, b) => b.people - a.people);
  return map.getZoom() >= ALL_FROM_ZOOM ? shown : shown.slice(0, DRAWN_FROM_AFAR);
}

const outlines = (islands) => ({ type: 'FeatureCollection', features: islands.map((island) => ({ type: 'Feature', properties: {}, geometry: island.outline })) });

function addSign(island) {
  const count = { n: island.people, people: number(island.people) };
  const words = island.from ? t('cut_off_people_from', { ...count, time: clock(island.from) }) : t('cut_off_people', count);
  const lonLat = middleOf(island.outline);
  const className = island.from ? 'island-sign-next' : 'island-sign';
  const marker = L.marker(toLeaflet(lonLat), { pane: 'places', icon: L.divIcon({ className, html: h('span', {}, words), iconSize: null }) });
  marker.addTo(signs);
  const element = marker.getElement();
  element.setAttribute('aria-label', words);
  nameSign(element, words);
  const open = () => openPopup(lonLat, element, words, () => (island.from ? factsAhead(island) : facts(island)));
  marker.on('click', open);
  element.addEventListener('keydown', (event) => event.key === 'Enter' && open());
}

// Households without a commune have no name; a part may lie in several communes.
const places = (island) => island.communes.filter((commune) => commune.full_name).map((commune) => placeTitle(commune.full_name)).join(', ');

function factsAhead(island) {
  const words = { time: clockAndDay(island.from), households: number(island.households) };
  return [
    h('p', {}, t(island.forecast ? 'cut_off_from_forecast' : 'cut_off_from', words) + ' ' + places(island) + '.'),
    h('p', {}, t('cut_off_look_then', words)),
  ];
}

function facts(island) {
  const reopening = island.best_reopening;
  const named = island.cut_by.filter((stretch) => stretch.road_name);
  const unnamed = island.cut_by.length - named.length;
  return [
    h('p', {}, t('cut_off_for_truck', { households: number(island.households) }) + ' ' + places(island) + '.'),
    island.cut_off_since && h('p', {}, t('cut_off_since', { time: clockAndDay(island.cut_off_since) })),
    named.length + unnamed > 0 && h('p', {}, t('cut_off_by')),
    named.length + unnamed > 0 && h('ul', {},
      named.slice(0, MOST_STRETCHES).map((stretch) => h('li', {}, stretchWords(stretch))),
      unnamed > 0 && h('li', {}, t('roads_without_name', { n: unnamed }))),
    reopening && h('p', {}, h('b', {}, t('cut_off_reopen', { road: stretchWords(reopening), people: number(reopening.people) }))),
    landingLine(island),
  ];
}

const stretchWords = (stretch) =>
  (stretch.road_name || t('road_without_name')) + ': ' + (stretch.river ? t('river_on_alert', stretch.river) : stretch.depth_m === null ? t('depth_unknown') : t('water_here', { depth: depth(stretch.depth_m) }));
