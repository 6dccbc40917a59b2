// Names the largest parts that are cut off: whose, how many, since when. A wall shows at most five.

import { h } from './dom.js';
import { number, placeTitle } from './format.js';
import { middleOf, toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { leader, overlap } from './place.js';
import { toursShown } from './roomtours.js';
import { get, on } from './state.js';
import { t } from './text.js';

const MOST = 5;
const SMALL_HOUSEHOLDS = 5;
const MAP_UNITS = 24; // of the map's letters in room.css
const HOUR_MS = 3600 * 1000;
const DIRECTIONS = [[1, 0], [-1, 0], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1], [0, 1]];
const DISTANCES = [50, 110, 170];

let layer = null;

export function startIslandNames() {
  layer = L.layerGroup().addTo(map);
  on('cutOff lang tours following', draw);
  map.on('moveend resize', draw);
}

// The wall's own pixel: its sizes are shares of the screen.
const unit = () => parseFloat(getComputedStyle(map.getContainer()).fontSize) / MAP_UNITS;

function draw() {
  layer.clearLayers();
  const islands = ((get('cutOff') || {}).islands || [])
    .filter((island) => island.outline && island.households >= SMALL_HOUSEHOLDS)
    .sort((a, b) => b.people - a.people).slice(0, MOST);
  const taken = toursShown().map(tourBox);
  islands.forEach((island) => {
    const lonLat = middleOf(island.outline);
    const point = map.latLngToContainerPoint(toLeaflet(lonLat));
    const box = place(point, taken);
    if (box) {
      taken.push(box);
      L.marker(toLeaflet(lonLat), { pane: 'tags', interactive: false, keyboard: false, icon: L.divIcon({ className: 'wall-sign', html: sign(island, box.x - point.x, box.y - point.y, box), iconSize: [0, 0] }) }).addTo(layer);
    }
  });
}

// Vehicles stand where they are; names make room for them.
function tourBox(tour) {
  const { x, y } = map.latLngToContainerPoint(toLeaflet(tour.last.at.coordinates));
  const width = 100 * unit();
  const height = 36 * unit();
  return { x: x - width / 2, y: y - height / 2, width, height };
}

// The first free place around the point that lies whole on the map; a name that finds none is left out, its outline stays.
function place(point, taken) {
  const width = 230 * unit();
  const height = 72 * unit();
  const ground = map.getSize();
  for (const distance of DISTANCES) {
    for (const [sx, sy] of DIRECTIONS) {
      const box = {
        x: point.x + sx * distance * unit() + (sx === 0 ? -width / 2 : sx < 0 ? -width : 0),
        y: point.y + sy * distance * unit() + (sy === 0 ? -height / 2 : sy < 0 ? -height : 0),
        width,
        height,
      };
      const inside = box.x >= 4 && box.y >= 4 && box.x + width <= ground.x - 4 && box.y + height <= ground.y - 4;
      if (inside && !taken.some((other) => overlap(box, other))) {
        return box;
      }
    }
  }
  return null;
}

function sign(island, dx, dy, { width, height }) {
  const commune = island.communes.find((one) => one.full_name);
  const hours = island.cut_off_since ? Math.max(0, Math.round((new Date(get('cutOff').at) - new Date(island.cut_off_since)) / HOUR_MS)) : null;
  const plate = h('span', { class: 'wall-plate' },
    h('b', {}, commune ? placeTitle(commune.full_name).replace(/^(Xã|Phường) /, '') : t('no_commune')),
    h('span', {}, t('island_people', { n: island.people, people: number(island.people) }) + (hours === null ? '' : ' · ' + t('for_hours', { n: hours || '<1' }))));
  plate.style.left = dx + 'px';
  plate.style.top = dy + 'px';
  plate.style.width = width + 'px';
  plate.style.height = height + 'px';
  return h('span', {}, leader({ dx, dy, width, height }), plate);
}
