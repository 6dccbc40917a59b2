// The base map's tiles that a device keeps: which ones lie near places, and how the service worker is asked to keep them.

import { registered } from './keep.js';

/** Zooms that are kept; the first two are a handful, all of it at a glance. */
export const ZOOMS = [10, 11, 12, 13, 14, 15];
const AROUND_M = 900;
const M_OF_DEGREE = 111320;
const STEP_M = 400;

const column = (lon, zoom) => Math.floor(((lon + 180) / 360) * 2 ** zoom);
function row(lat, zoom) {
  const radians = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** zoom);
}

/** Addresses of the tiles of some zooms within 900 m of places, in the base map's version; the farthest zooms first. */
export function tilesNear(places, zooms, version) {
  const wanted = new Set();
  zooms.forEach((zoom) => places.forEach((place) => add(wanted, place, zoom)));
  return [...wanted].map((tile) => '/tiles/base/' + tile + '.png?v=' + version);
}

function add(wanted, [lon, lat], zoom) {
  const high = AROUND_M / M_OF_DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  for (let x = column(lon - wide, zoom); x <= column(lon + wide, zoom); x++) {
    for (let y = row(lat + high, zoom); y <= row(lat - high, zoom); y++) {
      wanted.add(zoom + '/' + x + '/' + y);
    }
  }
}

/** Places on a line, none farther from the next than a step: its own corners may lie kilometres apart. */
export function along(line) {
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

/** Places on the border of an area (a multipolygon) and all over it, near enough to each other that no tile between them is missed. */
export function allOver({ coordinates }) {
  const rings = [].concat(...coordinates);
  const lats = [].concat(...rings).map(([, lat]) => lat);
  const places = [].concat(...rings.map(along));
  for (let lat = Math.min(...lats); lat < Math.max(...lats); lat += AROUND_M / M_OF_DEGREE) {
    const lons = crossings(rings, lat);
    for (let i = 0; i + 1 < lons.length; i += 2) {
      places.push(...along([[lons[i], lat], [lons[i + 1], lat]]));
    }
  }
  return places;
}

// Where the borders cross a parallel, from west to east: between the first and the second is inside.
function crossings(rings, lat) {
  const lons = [];
  rings.forEach((ring) => ring.slice(1).forEach((to, i) => {
    const from = ring[i];
    if ((from[1] <= lat) !== (to[1] <= lat)) {
      lons.push(from[0] + ((lat - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
    }
  }));
  return lons.sort((a, b) => a - b);
}

/**
 * Has the service worker keep the page itself and the tiles {urls, area, mostBytes}; tells how many tiles it has done, and answers how many
 * are there, how many bytes they have, how many could not be had, and whether the page will not open without a network.
 */
export async function keepWithTiles(page, { urls, area, mostBytes }, tell) {
  if (!(await registered())) {
    return { kept: 0, bytes: 0, missing: urls.length, noPage: true }; // nothing keeps them in this browser: the rest is there, without its map
  }
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: { keptTiles, noPage } }) => {
      tell(keptTiles.done + keptTiles.failed);
      if (keptTiles.finished) {
        port1.close();
        done({ kept: keptTiles.done, bytes: keptTiles.bytes, missing: keptTiles.failed, noPage });
      }
    };
    active.postMessage({ keepPage: page, keepTiles: urls, area, mostBytes }, [port2]);
  });
}
