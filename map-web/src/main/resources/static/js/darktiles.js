// The base map on a dark ground: the same tiles, each colour of their style moved to its dark one, so that no second set of
// tiles is drawn, kept or sent.

import { near, paintedTiles } from './paintedtiles.js';

const LAND = [0x1d, 0x25, 0x2b];
const WOOD = [0x23, 0x2c, 0x32];
const WATER = [0x0c, 0x12, 0x16];
// Colours of the base map's style and what becomes of them; what is none of these (roads, names) turns light to dark.
const STYLE = [
  [[0xf1, 0xef, 0xe9], LAND], [[0xea, 0xe6, 0xde], LAND], [[0xe6, 0xe4, 0xda], WOOD], [[0xae, 0xb9, 0xc0], WATER], [[0xc9, 0xd1, 0xd6], WATER],
];

/** A Leaflet layer of the tiles at a URL template in dark colours; with `bare`, the ground is left out, so that water shows through. */
export const darkTiles = (url, options, bare = false) => paintedTiles(url, options, (data, i) => darken(data, i, bare));

function darken(data, i, bare) {
  const pair = STYLE.find(([from]) => near(data, i, from));
  if (pair && bare && pair[1] !== WATER) {
    data[i + 3] = 0;
  } else {
    paint(data, i, pair ? pair[1] : turned(data, i));
  }
}

// Dark writing becomes light; white roads and halos become a grey that stays behind the water and the names.
function turned(data, i) {
  const light = (data[i] + data[i + 1] + data[i + 2]) / 3 / 255;
  const grey = light > 0.93 ? 0x50 : Math.round(0x20 + (1 - light) * 0xb8);
  return [grey, grey + 6, grey + 10];
}

function paint(data, i, colour) {
  data[i] = colour[0];
  data[i + 1] = colour[1];
  data[i + 2] = colour[2];
}
