// Communes on the map: outlines, names, and the chosen one with a thick line.

import { newestOnly } from './api.js';
import { placeTitle } from './format.js';
import { boxFromLeaflet, fromLeaflet, toLeaflet } from './lonlat.js';
import { byFrame, map, show } from './map.js';
import { overlap } from './place.js';
import { get, on, set } from './state.js';
import { onChanged } from './live.js';
import { tried } from './reads.js';

const NAMES_FROM_ZOOM = 11;
const LETTER_PX = 7; // about, as names are written on the map
const LINE_PX = 16;

const newest = newestOnly();
let lines = null;
let chosen = null;
let names = null;
let known = new Map();

export function startCommunes() {
  lines = L.geoJSON(null, { pane: 'communes', interactive: false, style: () => ({ className: 'commune-line' }), renderer: L.svg({ pane: 'communes', padding: 0.4 }) }).addTo(map);
  chosen = L.geoJSON(null, { pane: 'routes', interactive: false, style: () => ({ className: 'commune-chosen' }) }).addTo(map);
  names = L.layerGroup().addTo(map);
  const again = byFrame(readFrame);
  onChanged((topics) => topics.includes('admin') && again());
  on('selected', drawChosen);
  on('disaster', drawNames);
  again();
}

/** Shows the chosen commune on the map, where its outline is known. */
export function showChosen() {
  if (chosen.getLayers().length) {
    show(boxFromLeaflet(chosen.getBounds()));
  }
}

/** Draws a commune as chosen; the same one again lets go of it. */
export const choose = (code) => set({ selected: get('selected') === code ? null : code });

async function readFrame(frame) {
  const answer = await tried('outlines', () => newest('/admin-units/outlines', frame));
  if (!answer) {
    return;
  }
  set({ outlined: answer.features.length > 0 });
  known = new Map(answer.features.map((feature) => [feature.properties.code, feature]));
  lines.clearLayers();
  lines.addData(answer);
  drawNames();
  drawChosen();
}

function drawNames() {
  names.clearLayers();
  if (map.getZoom() < NAMES_FROM_ZOOM) {
    return;
  }
  const taken = [];
  lines.getLayers().filter((layer) => layer.getBounds).sort((a, b) => extent(b) - extent(a)).forEach((layer) => {
    const name = placeTitle(layer.feature.properties.name);
    const centre = layer.getBounds().getCenter();
    const { x, y } = map.latLngToLayerPoint(centre);
    const width = name.length * LETTER_PX;
    const box = { x: x - width / 2, y: y - LINE_PX / 2, width, height: LINE_PX };
    if (!taken.some((other) => overlap(box, other))) { // two on one another nobody can read
      taken.push(box);
      label(name, fromLeaflet(centre)).addTo(names);
    }
  });
}

const extent = (layer) => layer.getBounds().getSouthWest().distanceTo(layer.getBounds().getNorthEast());

function label(text, lonLat) {
  const words = document.createElement('span');
  words.textContent = text;
  return L.marker(toLeaflet(lonLat), {
    pane: 'names',
    interactive: false,
    keyboard: false,
    icon: L.divIcon({ className: 'name-label', html: words, iconSize: [0, 0] }),
  });
}

function drawChosen() {
  chosen.clearLayers();
  const feature = known.get(get('selected'));
  if (feature) {
    chosen.addData(feature);
  }
}
