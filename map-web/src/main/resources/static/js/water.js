// Water on the map by depth class, with its shoreline and the part that was looked at.

import { newestOnly } from './api.js';
import { byFrame, map, tilesOver } from './map.js';
import { byId } from './dom.js';
import { clockAndDay } from './format.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { ofDisaster, tried } from './reads.js';
import { onChanged } from './live.js';

/** The depth classes in metres, from the thresholds of who can still get through (domain facts, section 2). */
export const CLASSES = [
  { name: 'd1', from: 0.1, to: 0.3 },
  { name: 'd2', from: 0.3, to: 0.6 },
  { name: 'd3', from: 0.6, to: 1.2 },
  { name: 'd4', from: 1.2, to: 2 },
  { name: 'd5', from: 2, to: null },
];

const LATE_MS = 400;

const newest = newestOnly();
let shore = null;
let water = null;
let over = null;

export function startWater() {
  const style = (kind) => (feature) => ({ className: kind + ' ' + kind + '-' + feature.properties.class + estimated(feature), interactive: false, ...unknownFill(kind, feature) });
  shore = L.geoJSON(null, { pane: 'shore', interactive: false, style: style('shore'), renderer: L.svg({ pane: 'shore', padding: 0.4 }) }).addTo(map);
  water = L.geoJSON(null, { pane: 'water', interactive: false, style: style('depth'), renderer: L.svg({ pane: 'water', padding: 0.4 }) }).addTo(map);
  const again = byFrame(readFrame);
  on('at disaster', again);
  on('water basemap', drawOver);
  onChanged((topics) => topics.includes('water') && again());
  again();
}

const estimated = (feature) => (feature.properties.estimated_class ? ' estimated-' + feature.properties.estimated_class : '');

// A pattern must be named on the element itself: a style sheet would look for it in its own file.
const unknownFill = (kind, feature) => (kind === 'depth' && feature.properties.class === 'unknown' ? { fillColor: 'url(#unknown-water)', fillOpacity: 1 } : {});

async function readFrame(frame) {
  const disaster = get('disaster');
  if (!disaster || !get('at') || !frame) {
    shore.clearLayers();
    water.clearLayers();
    set({ water: null });
    return;
  }
  const asked = get('at');
  const late = setTimeout(() => note('water_coming', asked), LATE_MS);
  const answer = await tried('water', () => newest('/flood-extents', ofDisaster({ at: asked, ...frame })));
  clearTimeout(late);
  if (answer) {
    draw(answer);
    note(null);
  } else if (get('at') === asked && get('trouble')) {
    note('water_missing', asked);
  }
}

// A map without its water must never look like dry land.
function note(key, at) {
  const line = byId('water-note');
  line.hidden = !key;
  line.textContent = key ? t(key, { time: clockAndDay(at) }) : '';
}

// What lies over the water is only drawn while there is water.
function drawOver() {
  const version = (get('basemap') || {}).import_id;
  const wanted = get('water') && version ? version : null;
  if (over && over.options.version !== wanted) {
    over.remove();
    over = null;
  }
  if (!over && wanted) {
    over = tilesOver({ pane: 'over', version: wanted, maxZoom: 18 }).addTo(map);
  }
}

// What is only estimated is coloured under the hatching of the unknown depth, which stays.
const ORDER = ['footprint', 'd1', 'd2', 'd3', 'd4', 'd5', 'estimated', 'unknown'];
const NO_SHORE = ['footprint', 'estimated'];

function draw(answer) {
  const features = answer.features
    .filter((feature) => feature.geometry)
    .sort((a, b) => ORDER.indexOf(a.properties.class) - ORDER.indexOf(b.properties.class));
  shore.clearLayers();
  water.clearLayers();
  shore.addData({ type: 'FeatureCollection', features: features.filter((f) => !NO_SHORE.includes(f.properties.class)) });
  water.addData({ type: 'FeatureCollection', features });
  set({ water: { at: answer.at, observed_at: answer.observed_at, age_s: answer.age_s, forecast: answer.forecast } });
}
