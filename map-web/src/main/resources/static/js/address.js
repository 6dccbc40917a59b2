// The page's address keeps what a person would share: frame, water time, item, commune. Never a person's data.

import { fromLeaflet } from './lonlat.js';
import { map } from './map.js';
import { get, on } from './state.js';

/** What the address asks for: {frame: {zoom, lonLat}|null, at, item, group, disaster, commune, lang}. */
export function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const frame = (parts.get('map') || '').split('/').map(Number);
  const valid = frame.length === 3 && frame.every(Number.isFinite) && Math.abs(frame[1]) <= 90 && Math.abs(frame[2]) <= 180;
  return {
    frame: valid ? { zoom: Math.min(18, Math.max(6, frame[0])), lonLat: [frame[2], frame[1]] } : null,
    at: parts.get('at'),
    item: parts.get('item'),
    group: parts.get('group'),
    amount: Number(parts.get('amount')) > 0 ? Number(parts.get('amount')) : null,
    disaster: parts.get('disaster'),
    commune: parts.get('commune'),
    lang: parts.get('lang'),
  };
}

export function keepAddress() {
  map.on('moveend', write);
  on('at filter disaster selected', write);
  if (get('filter').item) {
    write(); // what was asked while the page was still reading
  }
}

function write() {
  const [lon, lat] = fromLeaflet(map.getCenter());
  const parts = ['map=' + [map.getZoom(), lat.toFixed(5), lon.toFixed(5)].join('/')];
  const add = (name, value) => value && parts.push(name + '=' + encodeURIComponent(value));
  add('disaster', get('disaster') && get('disaster').id);
  add('at', get('at'));
  add('group', get('filter').group);
  add('item', get('filter').item);
  add('amount', get('filter').amount);
  add('commune', get('selected'));
  history.replaceState(null, '', '#' + parts.join('&'));
}
