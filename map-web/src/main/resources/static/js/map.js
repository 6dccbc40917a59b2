// The Leaflet map: ground, panes in the order of the map's layers, the frame in the address.

import { read } from './api.js';
import { boxFromLeaflet, boxToLeaflet, fromLeaflet, toLeaflet } from './lonlat.js';
import { overWater } from './overwater.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { tried } from './reads.js';
import { byId } from './dom.js';

// Bottom up, as the order of layers asks; Leaflet's own tiles are at 200, markers at 600, popups at 700.
const PANES = { communes: 350, shore: 360, water: 370, over: 380, islands: 400, routes: 450, names: 500, places: 610, tags: 640 };

// Where no extract is imported yet: the province of Quảng Trị.
const PROVINCE = [105.6, 16.3, 107.5, 18.1];

const BASE_TILES = '/tiles/base/{z}/{x}/{y}.png?v={version}';

export let map = null;
let base = null;

// What draws the base map's tiles, and once more over the flood; a page of another ground chooses its own.
const tiles = { ground: (url, options) => L.tileLayer(url, options), over: overWater };

/** Draws base tiles with `ground(url, options)` and what lies over the flood with `over(url, options)`; to be called before the map starts. */
export const chooseTiles = (own) => Object.assign(tiles, own);

/** The layer of base tiles that lies over the flood: roads, rivers and names. */
export const tilesOver = (options) => tiles.over(BASE_TILES, { ...options, ...zoomsOfTiles() });

export function startMap(frame) {
  map = L.map('map', { zoomControl: false, attributionControl: false, minZoom: 6, maxZoom: 18, zoomAnimation: !calm(), fadeAnimation: false });
  Object.entries(PANES).forEach(([name, z]) => {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
  });
  ['names', 'over', 'islands'].forEach((name) => {
    map.getPane(name).style.pointerEvents = 'none';
  });
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  zoomButtons();
  if (frame) {
    map.setView(toLeaflet(frame.lonLat), frame.zoom, { animate: false });
  } else {
    map.fitBounds(boxToLeaflet(PROVINCE), { animate: false });
  }
  map.getContainer().setAttribute('role', 'region');
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(map.getContainer());
}

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function zoomButtons() {
  const control = L.control.zoom({ position: matchMedia('(max-width: 759px)').matches ? 'topright' : 'topleft', zoomInText: '+', zoomOutText: '−' }).addTo(map);
  const name = () => {
    map.getContainer().setAttribute('aria-label', t('map_name'));
    const [zoomIn, zoomOut] = control.getContainer().querySelectorAll('a');
    [[zoomIn, 'zoom_in'], [zoomOut, 'zoom_out']].forEach(([button, key]) => {
      button.title = t(key);
      button.setAttribute('aria-label', t(key));
    });
  };
  on('lang', name);
  name();
}

/** Reads which extract is drawn and shows its tiles; with `move`, the map goes there. */
export async function readBase(move) {
  const answer = await tried('basemap', () => read('/basemap'));
  if (!answer) {
    return;
  }
  set({ basemap: answer });
  drawBase();
  if (move && answer.bbox) {
    show(answer.bbox);
    if (map.getSize().x < 500) {
      showPlace(centre(), map.getZoom() + 1); // a whole province on a phone is too small to be read
    }
  }
}

/** Draws the base map that is known, as when other zooms of its tiles are to be had. */
export function drawBase() {
  if (base) {
    base.remove();
  }
  // Without an extract the tiles still name the islands of Việt Nam.
  base = tiles.ground(BASE_TILES, { version: get('basemap').import_id || 0, ...zoomsOfTiles() }).addTo(map);
}

/** Pixels of the map that the phone's sheet covers from below; 0 on pages without one. */
export function covered() {
  if (!byId('panel')) {
    return 0;
  }
  const sheet = byId('panel').getBoundingClientRect();
  const ground = map.getContainer().getBoundingClientRect();
  return sheet.left <= ground.left && sheet.top > ground.top ? Math.max(0, ground.bottom - sheet.top) : 0;
}

// What was taken along has tiles of some zooms only; what is not kept is drawn from what is.
const zoomsOfTiles = () => (get('tileZooms') ? { maxZoom: 18, minNativeZoom: get('tileZooms')[0], maxNativeZoom: get('tileZooms')[1] } : { maxZoom: 18 });

/** Brings a box into the part of the map that nothing covers. */
export function show(box) {
  map.fitBounds(boxToLeaflet(box), { paddingTopLeft: [16, 16], paddingBottomRight: [16, 16 + covered()], maxZoom: 14, animate: false });
}

/**
 * Brings one place into the uncovered part, keeping the zoom at least at `zoom`. Only a pan is animated: Leaflet ends an
 * animated zoom where it was going, even when the map was sent elsewhere meanwhile.
 */
export function showPlace(lonLat, zoom) {
  const to = Math.max(map.getZoom(), zoom || 0);
  const middle = map.project(toLeaflet(lonLat), to).add([0, covered() / 2]);
  map.setView(map.unproject(middle, to), to, { animate: !calm() && to === map.getZoom() });
}

export const centre = () => fromLeaflet(map.containerPointToLatLng(map.getSize().subtract([0, covered()]).divideBy(2)));

/**
 * Reads a layer by the map's frame: read(query) is called with {bbox, zoom} of a frame larger than the screen,
 * and called again only when the screen leaves it or the zoom changes. Returns a function that reads at once.
 */
export function byFrame(readFrame, fromZoom = 0) {
  let loaded = null;
  const check = (force) => {
    const { x, y } = map.getSize();
    if (!x || !y) {
      return; // hidden: it is read when it is shown, which moves it
    }
    const bounds = map.getBounds();
    const zoom = map.getZoom();
    if (zoom < fromZoom) {
      loaded = null;
      readFrame(null);
    } else if (force === true || !loaded || loaded.zoom !== zoom || !loaded.bounds.contains(bounds)) {
      loaded = { zoom, bounds: bounds.pad(0.4) };
      const bbox = boxFromLeaflet(loaded.bounds).map((x) => x.toFixed(5)).join(',');
      readFrame({ bbox, zoom });
    }
  };
  map.on('moveend', check);
  return () => check(true);
}
