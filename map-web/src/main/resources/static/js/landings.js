// Where a motor boat takes over from the trucks for the most people who are cut off: of all, and of each part. Asked for
// after the cut-off list, because finding it takes longer.

import { newestOnly } from './api.js';
import { fill, h } from './dom.js';
import { duration, number, placeTitle } from './format.js';
import { transferSign } from './icons.js';
import { toLeaflet } from './lonlat.js';
import { map } from './map.js';
import { openPopup } from './popup.js';
import { ofDisaster, tried } from './reads.js';
import { drawSigns, nameSign } from './signs.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const PARTS_FROM_ZOOM = 12;
const MOST_OF_PARTS = 4; // and the best of all

const newest = newestOnly();
let signs = null;
let told = null; // the line in the popup of a part, and the part

export function startLandings() {
  signs = L.layerGroup().addTo(map);
  on('cutOff', readLandings);
  on('landings lang', update);
  map.on('moveend', draw);
}

async function readLandings() {
  const cutOff = get('cutOff');
  if (!cutOff || !cutOff.islands.length) {
    set({ landings: null });
    return;
  }
  const answer = await tried('landings', () => newest('/cut-off/landings', ofDisaster({ at: cutOff.asked, vehicle: 'truck', boat: 'motor_boat' })));
  if (answer && get('cutOff') === cutOff) {
    set({ landings: answer });
  }
}

function update() {
  draw();
  if (told && told.line.isConnected) {
    fill(told.line, words(told.island));
  }
}

/** A line for the popup of a part; it fills when the landing is known. */
export function landingLine(island) {
  told = { island, line: h('p', { class: 'landing-line' }, words(island)) };
  return told.line;
}

const words = (island) => {
  const landing = ofPart(island);
  return landing && landingWords(landing);
};

// The parts are numbered anew with every answer; another number of people is another part.
function ofPart(island) {
  const same = get('landings') && get('landings').islands.find((part) => part.id === island.id && part.people === island.people);
  return same ? same.best_landing : null;
}

function landingWords(landing) {
  const filled = {
    road: road(landing),
    people: number(landing.people || landing.people_if_deep_enough),
    n: landing.people || landing.people_if_deep_enough,
    depot: placeTitle(landing.depot_name),
    truck: duration(landing.truck_s),
    boat: duration(landing.boat_s),
  };
  const more = landing.people && landing.people_if_deep_enough;
  return [
    t(landing.people ? 'landing_best' : 'landing_perhaps', filled),
    more ? ' ' + t('landing_more', { n: more, people: number(more) }) : null,
  ];
}

const road = (landing) => landing.road_name || t('road_without_name');

const draw = () => drawSigns(drawAll);

function drawAll() {
  signs.clearLayers();
  const answer = get('landings');
  if (!answer) {
    return;
  }
  const places = new Map();
  const add = (landing, title) => landing && !places.has(String(landing.at)) && places.set(String(landing.at), { landing, title });
  add(answer.best_landing, 'landing_of_all');
  if (map.getZoom() >= PARTS_FROM_ZOOM) {
    answer.islands
      .filter((island) => map.getBounds().contains(toLeaflet(island.best_landing.at)))
      .slice(0, MOST_OF_PARTS)
      .forEach((island) => add(island.best_landing, 'landing_of_part'));
  }
  places.forEach(({ landing, title }) => addSign(landing, t(title, { road: road(landing) })));
}

function addSign(landing, title) {
  const icon = L.divIcon({ className: 'landing-sign', html: h('span', {}, transferSign(title)), iconSize: [28, 28] });
  const marker = L.marker(toLeaflet(landing.at), { pane: 'places', icon, zIndexOffset: 400 });
  marker.addTo(signs);
  const element = marker.getElement();
  nameSign(element, String(landing.at));
  element.setAttribute('aria-label', title);
  const open = () => openPopup(landing.at, element, title, () => [h('p', {}, landingWords(landing))]);
  marker.on('click', open);
  element.addEventListener('keydown', (event) => event.key === 'Enter' && open());
}
