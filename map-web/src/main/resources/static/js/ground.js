// The ground that was taken along: base tiles of an area and the water over it, which the map is drawn from while there is no network.

import { answerFrom, readNow } from './api.js';
import { tilesNear, ZOOMS } from './kepttiles.js';
import { drawBase, readBase, show } from './map.js';
import { readDisaster } from './reads.js';
import { get, on, set } from './state.js';

const LEAST_ZOOMS = 3; // of a whole province too something is kept
const AROUND_DEGREES = 0.01;

let carried = null; // {ground, from}: what is on the device, and the time it is from
let used = null; // the same while the map is drawn from it

/** Whether the server could not be asked; then what was kept is all there is. */
export const unreachable = () => !navigator.onLine || Boolean(get('trouble') && get('trouble').network);

export const startGround = () => on('trouble live', choose);

/** Has the map drawn from a ground as soon as there is no network, and while there is none; null: there is no ground any more. */
export async function carry(ground, from) {
  carried = ground && { ground, from };
  await choose();
}

async function choose() {
  const wanted = unreachable() ? carried : null;
  if ((wanted && wanted.ground) === (used && used.ground)) {
    return;
  }
  used = wanted;
  const ground = used && used.ground;
  answerFrom(ground && ((path, failed) => (failed && isOf(ground, path) ? ground.answers[path] : undefined)), used && used.from);
  set({ tileZooms: ground && ground.zooms });
  if (get('basemap')) {
    drawBase();
  } else if (ground) {
    show(ground.box); // the page was opened without a network
    await readBase(false);
  }
  if (ground && !get('at')) {
    await readDisaster();
  }
}

// Of another flood nothing was taken along.
const isOf = (ground, path) => path === '/basemap' || (get('disaster') && get('disaster').id === ground.disaster);

/**
 * Reads what a map around places needs: {ground: {disaster, box, answers, zooms}, urls}. `answers` are the server's by path, as pages ask for
 * them: the base map, and the water at that moment; the closest zooms are left out where they would be more than so many tiles.
 */
export async function readGround({ places, mostTiles, disaster, at, waterZoom }) {
  const basemap = await readNow('/basemap');
  const box = boxAround(places);
  const answers = { '/basemap': basemap, ...(at && (await readWater(disaster, at, box, waterZoom))) };
  const tiles = tilesOf(places, mostTiles, basemap.import_id || 0);
  return { ground: { disaster, box, answers, zooms: tiles.zooms }, urls: tiles.urls };
}

// One step only: the others are not kept, and the page takes what it is told there is.
async function readWater(disaster, at, box, zoom) {
  const steps = await readNow('/flood-extents/steps', { disaster });
  return {
    '/flood-extents/steps': { ...steps, items: steps.items.filter((step) => step.at === at) },
    '/flood-extents': await readNow('/flood-extents', { disaster, at, bbox: box.map((x) => x.toFixed(5)).join(','), zoom }),
  };
}

function boxAround(places) {
  const lons = places.map((at) => at[0]);
  const lats = places.map((at) => at[1]);
  return [least(lons) - AROUND_DEGREES, least(lats) - AROUND_DEGREES, AROUND_DEGREES - least(lons.map((x) => -x)), AROUND_DEGREES - least(lats.map((x) => -x))];
}

// Places of a province are too many to be handed over one by one.
const least = (numbers) => numbers.reduce((lowest, x) => Math.min(lowest, x));

function tilesOf(places, most, version) {
  const zooms = ZOOMS.slice();
  let urls = tilesNear(places, zooms, version);
  while (urls.length > most && zooms.length > LEAST_ZOOMS) {
    zooms.pop();
    urls = tilesNear(places, zooms, version);
  }
  return { urls: urls.slice(0, most), zooms: [zooms[0], zooms[zooms.length - 1]] };
}
