// The ground of an officer's day: that of the units.

import { readNow } from './api.js';
import { readGround } from './ground.js';
import { allOver, keepWithTiles } from './kepttiles.js';
import { get } from './state.js';

const MOST_TILES = 1000; // a commune of 150 km² has some 250
const MOST_BYTES = 8e6;
const OUTLINES_ZOOM = 8; // simplified to 300 m there: less than what is kept around
const WATER_ZOOM = 12;

/** Reads it with the addresses of its tiles: {ground, urls}; no ground and no tiles where no unit has an outline. */
export async function readUnits(queue, homesUnit) {
  const codes = communesOf([...(get('session').units || []), homesUnit || '', ...queue.map((one) => one.unit || '')]);
  const { features } = await readNow('/admin-units/outlines', { zoom: OUTLINES_ZOOM });
  const places = [].concat(...features.filter((one) => codes.has(one.properties.code)).map((one) => allOver(one.geometry)));
  return places.length
    ? readGround({ places, mostTiles: MOST_TILES, disaster: get('disaster').id, at: get('at'), waterZoom: WATER_ZOOM })
    : { ground: null, urls: [] };
}

// A hamlet's code is its commune's with a part after a point; a province is too large to be kept.
const communesOf = (units) => new Set(units.map((unit) => unit.split('.')[0]).filter((code) => code.length > 2));

/** Keeps the tiles with the page; tells how many it has done. */
export const keepTiles = (urls, tell) => keepWithTiles(location.pathname, { urls, area: 'day', mostBytes: MOST_BYTES }, tell);
