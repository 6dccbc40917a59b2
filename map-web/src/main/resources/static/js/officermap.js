// The small map of a case: the report as A with its uncertainty, candidates by their numbers. The frame is moved in steps of a
// hundredth of a degree, so that no address of a tile or of the water tells where somebody lives.

import { read } from './api.js';
import { fromLeaflet, toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';

const STEP = 100;
let layer = null;

export function startPlaces() {
  layer = L.layerGroup().addTo(map);
  set({ moved: null });
  on('case', () => set({ moved: null }));
  on('case moved', draw);
  map.on('click', (event) => {
    if (get('case') && ['open', 'need_more'].includes(get('case').waiting.state)) {
      set({ moved: fromLeaflet(event.latlng) });
    }
  });
}

const sign = (text, own) => L.divIcon({ className: 'home-sign' + (own ? ' home-own' : ''), html: text, iconSize: [22, 22] });

function draw() {
  const one = get('case');
  layer.clearLayers();
  if (!one) {
    return;
  }
  one.candidates.slice(0, 3).forEach((candidate, i) => candidate.place
    && L.marker(toLeaflet(candidate.place), { icon: sign(String(i + 1), false), interactive: false, keyboard: false }).addTo(layer));
  const place = get('moved') || one.place;
  if (!place) {
    aroundUnit(one.waiting.unit);
    return;
  }
  if (one.accuracy_m && !get('moved')) {
    L.circle(toLeaflet(place), { radius: one.accuracy_m, className: 'home-circle', interactive: false }).addTo(layer);
  }
  L.marker(toLeaflet(place), { icon: sign('A', true), interactive: false, keyboard: false }).addTo(layer);
  if (!get('moved')) {
    const rounded = place.map((x) => Math.round(x * STEP) / STEP);
    map.setView(toLeaflet(rounded), 14, { animate: false });
  }
}

// Where no place is known yet, the commune is shown to set it in.
async function aroundUnit(unit) {
  const commune = (unit || '').split('.')[0];
  const answer = commune.length > 2 && await tried('unit', () => read('/admin-units', { q: commune, limit: 1 }));
  const found = answer && answer.items.find((each) => each.code === commune);
  if (found && found.centre && get('case') && get('case').waiting.unit === unit && !get('moved')) {
    map.setView(toLeaflet(found.centre.coordinates), 12, { animate: false });
  }
}
