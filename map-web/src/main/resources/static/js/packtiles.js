// The base map's tiles around a tour: those that a team may want to look at on the way.

import { registered } from './keep.js';

/** Zooms that are kept; the first two are a handful, the whole tour at a glance. */
export const ZOOMS = [10, 11, 12, 13, 14, 15];
const AROUND_M = 900;
const M_OF_DEGREE = 111320;
const STEP_M = 400;

const column = (lon, zoom) => Math.floor(((lon + 180) / 360) * 2 ** zoom);
function row(lat, zoom) {
  const radians = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** zoom);
}

/** Addresses of the tiles within reach of a tour's ways and stops, in the base map's present version. */
export function tilesAround(tour, version) {
  const wanted = new Set();
  tour.trips.forEach((trip) => {
    trip.legs.forEach((leg) => along(leg.line.coordinates).forEach((place) => add(wanted, place)));
    [trip.origin, ...trip.calls].forEach((stop) => add(wanted, stop.at));
  });
  return [...wanted].map((tile) => '/tiles/base/' + tile + '.png?v=' + version);
}

function add(wanted, [lon, lat]) {
  const high = AROUND_M / M_OF_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  for (const zoom of ZOOMS) {
    for (let x = column(lon - wide, zoom); x <= column(lon + wide, zoom); x++) {
      for (let y = row(lat + high, zoom); y <= row(lat - high, zoom); y++) {
        wanted.add(zoom + '/' + x + '/' + y);
      }
    }
  }
}

// Places on a line, none farther than a step from the next: its own corners may lie kilometres apart.
function along(line) {
  const places = [line[0]];
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1], line[i]];
    const steps = Math.ceil((Math.hypot(to[0] - from[0], to[1] - from[1]) * M_OF_DEGREE) / STEP_M);
    for (let step = 1; step <= steps; step++) {
      places.push([from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps]);
    }
  }
  return places;
}

/**
 * Has the service worker keep the page itself and tiles; tells how many tiles it has done, and answers how many could not be had, and
 * whether the page will not open without a network.
 */
export async function keepWithTiles(page, urls, tell) {
  if (!(await registered())) {
    return { missing: urls.length, noPage: true }; // nothing keeps them in this browser: the pack is there, without its map
  }
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { keptTiles, noPage } }) => {
      tell(keptTiles.done + keptTiles.failed);
      if (keptTiles.finished) {
        port1.close();
        done({ missing: keptTiles.failed, noPage });
      }
    };
    active.postMessage({ keepPage: page, keepTiles: urls }, [port2]);
  });
}
