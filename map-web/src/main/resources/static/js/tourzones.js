// Delivery zones over the map, when asked for: one sign for each stop with its homes, and the parts no truck reaches.

import { newestOnly } from './api.js';
import { byId, fill, h } from './dom.js';
import { distance, duration, households, mass, people, placeTitle } from './format.js';
import { onChanged } from './live.js';
import { toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { openPopup } from './popup.js';
import { ofDisaster, tried } from './reads.js';
import { drawSigns, nameSign } from './signs.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { goods } from './tourwords.js';

const TOPICS = ['needs', 'households', 'water', 'roads', 'road_reports', 'supply'];

const newest = newestOnly();
let layer = null;
let box = null;
let note = null;
let answer = null;

export function startZones() {
  layer = L.layerGroup();
  on('lang', draw);
  on('at disaster', again);
  onChanged((topics) => topics.some((topic) => TOPICS.includes(topic)) && again());
  draw();
}

function draw() {
  const wasOn = Boolean(box && box.checked);
  box = h('input', { type: 'checkbox', id: 'zones-on', checked: wasOn, on: { change: again } });
  note = h('span', { class: 'mute', role: 'status' });
  fill(byId('zones'), h('label', {}, box, h('span', {}, t('zones'))), note);
  drawZones();
}

async function again() {
  answer = null;
  drawZones();
  if (!box.checked || !get('disaster')) {
    return;
  }
  note.textContent = t('zones_reading');
  const at = get('at');
  let newer = false;
  const zones = await tried('zones', async () => {
    const found = await newest('/delivery-zones', ofDisaster({ at, vehicle: 'truck' }));
    newer = found === null;
    return found;
  });
  if (newer || get('at') !== at || !box.checked) {
    return;
  }
  answer = zones;
  drawZones();
  if (!answer) {
    note.textContent = t('zones_none');
  }
}

const drawZones = () => drawSigns(drawAll);

function drawAll() {
  layer.clearLayers();
  note.textContent = '';
  if (!answer) {
    layer.remove();
    return;
  }
  layer.addTo(map);
  note.textContent = t('zones_told', { zones: answer.zones.length, cut: answer.cut_off.length });
  answer.cut_off.forEach((part) => outline(part));
  answer.zones.forEach((zone) => sign(zone));
}

function outline(part) {
  L.geoJSON(part.outline, { pane: 'islands', interactive: false, style: () => ({ className: 'island' }) }).addTo(layer);
}

function sign(zone) {
  const words = t('zone', { id: zone.id }) + ': ' + households(zone.households);
  const html = h('span', {}, zone.households);
  const marker = L.marker(toLeaflet(zone.stop), { pane: 'places', icon: L.divIcon({ className: 'zone-sign', html, iconSize: [0, 0] }) }).addTo(layer);
  const element = marker.getElement();
  nameSign(element, 'zone ' + zone.id);
  element.setAttribute('aria-label', words);
  const open = () => openPopup(zone.stop, element, t('zone', { id: zone.id }), () => body(zone));
  marker.on('click', open);
  element.addEventListener('keydown', (event) => event.key === 'Enter' && open());
}

const body = (zone) => [
  h('p', {}, households(zone.households) + ', ' + people(zone.people) + ' · ' + mass(zone.mass_kg)),
  h('p', {}, zone.communes.map((commune) => placeTitle(commune.full_name)).join(', ')),
  h('p', {}, goods(zone.items)),
  h('p', { class: 'mute' }, t('zone_drive', { duration: duration(zone.duration_s), distance: distance(zone.distance_m) })),
  h('p', { class: 'mute' }, t('walk', { distance: distance(zone.walk.longest_m) })
    + (zone.walk.cannot_wade_households > 0 ? '; ' + t('cannot_wade', { n: zone.walk.cannot_wade_households }) : '')),
  zone.part && h('p', { class: 'mute' }, t('zone_part')),
];
