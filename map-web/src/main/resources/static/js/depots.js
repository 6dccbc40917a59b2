// Depots on the map with their stock.

import { read } from './api.js';
import { h } from './dom.js';
import { amount, clockAndDay, placeTitle } from './format.js';
import { icon } from './icons.js';
import { itemName } from './lacks.js';
import { toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { get, on, set } from './state.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { openPopup } from './popup.js';
import { goThere } from './routeask.js';
import { drawSigns, nameSign } from './signs.js';
import { t } from './text.js';

const NAMES_FROM_ZOOM = 12;

let layer = null;
let ways = true;

/** @param withWays false where no route can be asked for from a depot */
export function startDepots(withWays = true) {
  ways = withWays;
  layer = L.layerGroup().addTo(map);
  on('disaster', readDepots);
  on('depots lang', draw);
  map.on('zoomend', draw);
  onChanged((topics) => topics.includes('supply') && readDepots());
}

async function readDepots() {
  if (!get('disaster')) {
    return;
  }
  const answer = await tried('depots', () => read('/depots', ofDisaster()));
  if (answer) {
    set({ depots: answer.features.map((f) => ({ ...f.properties, name: placeTitle(f.properties.name), lonLat: f.geometry.coordinates })) });
  }
}

const draw = () => drawSigns(drawAll);

function drawAll() {
  layer.clearLayers();
  (get('depots') || []).forEach((depot) => {
    const html = h('span', {}, h('span', { class: 'depot-sign' }, icon('depot')), map.getZoom() >= NAMES_FROM_ZOOM && h('span', { class: 'depot-name' }, depot.name));
    const marker = L.marker(toLeaflet(depot.lonLat), { pane: 'places', icon: L.divIcon({ className: 'depot', html, iconSize: [24, 24], iconAnchor: [12, 37] }), zIndexOffset: 500 });
    marker.addTo(layer);
    const element = marker.getElement();
    nameSign(element, depot.id);
    element.setAttribute('aria-label', t('depot') + ': ' + depot.name);
    marker.on('click', () => open(depot, element));
    element.addEventListener('keydown', (event) => event.key === 'Enter' && open(depot, element));
  });
}

async function open(depot, element) {
  const stock = await tried('stock', () => read('/stock', { depot: depot.id }));
  const lines = stock ? stock.items.filter((line) => line.quantity > 0) : [];
  const newestCount = lines.map((line) => line.counted_at).sort().pop();
  const item = (line) => get('items').get(line.item);
  openPopup(depot.lonLat, element, depot.name, () => [
    ways && h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button', on: { click: () => goThere('from', depot.lonLat, depot.name) } }, t('route_from_here')),
      h('button', { type: 'button', class: 'button', on: { click: () => goThere('to', depot.lonLat, depot.name) } }, t('route_here'))),
    lines.length
      ? h('table', { class: 'stock' }, h('caption', {}, t('in_stock')), h('tbody', {}, lines.map((line) =>
        h('tr', {}, h('th', { scope: 'row' }, itemName(line.item)), h('td', { class: 'num' }, amount(line.quantity, item(line)))))))
      : h('p', {}, t('no_stock')),
    newestCount && h('p', { class: 'mute' }, t('counted_at', { time: clockAndDay(newestCount) })),
  ]);
}
