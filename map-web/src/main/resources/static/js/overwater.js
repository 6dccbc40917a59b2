// Roads, rivers and names over the flood: the base map's own tiles once more, with the bare ground made transparent.

import { near, paintedTiles } from './paintedtiles.js';

// Land, wood and built-up ground of the base map's style; roads are white and differ more than near colours do.
const GROUND = [[0xf1, 0xef, 0xe9], [0xe6, 0xe4, 0xda], [0xea, 0xe6, 0xde]];

/** A Leaflet layer of the tiles at a URL template, without their ground. */
export const overWater = (url, options) => paintedTiles(url, options, withoutGround);

function withoutGround(data, i) {
  if (GROUND.some((ground) => near(data, i, ground))) {
    data[i + 3] = 0;
  }
}
