// The delivery zones of the chosen commune: how much is to be brought where, one stop and one load each. Read when somebody asks.

import { distance, duration, households, itemAmount } from './format.js';
import { h } from './dom.js';
import { toLeaflet } from './lonlat.js';
import { map, showPlace } from './map.js';
import { ofDisaster, tried } from './reads.js';
import { newestOnly } from './api.js';
import { pledgeZone } from './offer.js';
import { lowerOnPhone } from './sheet.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const VEHICLE = 'truck';
const CLOSE_ZOOM = 13;
const MOST_ITEMS = 3;

const newest = newestOnly();
let mark = null; // where the zone that was looked at last is unloaded

/** Reads the zones of the disaster at the chosen water, and again with each change, once somebody has asked. */
export function startZones() {
  on('summary at disaster', readZones);
  on('selected disaster', unmark);
  return readZones();
}

async function readZones() {
  if (!get('disaster')) {
    set({ zones: null });
    return;
  }
  const answer = await tried('zones', () => newest('/delivery-zones', ofDisaster({ vehicle: VEHICLE, at: get('at') })));
  if (answer) {
    set({ zones: answer.zones.map((zone) => ({ ...zone, vehicle: VEHICLE, at: answer.at })) });
  }
}

function unmark() {
  if (mark) {
    mark.remove();
    mark = null;
  }
}

/** The zones of a commune that lack the chosen item, or anything; those with most of it, or most people, first. */
export function zoneRows(commune) {
  const { item, group } = get('filter');
  const wanted = (line) => (item ? line.item === item : !group || (get('items').get(line.item) || {}).lack_group === group);
  const zones = get('zones')
    .filter((zone) => zone.communes.some((one) => one.code === commune))
    .map((zone) => ({ zone, lines: zone.items.filter(wanted) }))
    .filter(({ lines }) => lines.length)
    .sort((a, b) => (item ? b.lines[0].quantity - a.lines[0].quantity : b.zone.people - a.zone.people));
  return zones.length ? h('ol', { class: 'zones' }, zones.map(row)) : h('p', { class: 'mute' }, t('zones_none'));
}

function row({ zone, lines }) {
  const write = (line) => itemAmount(line.quantity, get('items').get(line.item), line.item);
  const rest = lines.length - MOST_ITEMS;
  const words = lines.slice(0, MOST_ITEMS).map(write).join(', ') + (rest > 0 ? ' ' + t('zone_more', { n: rest }) : '');
  return h('li', {},
    h('b', {}, words), ' · ' + households(zone.households) + ' · ' + t('zone_way', { distance: distance(zone.distance_m), duration: duration(zone.duration_s) }) + ' ',
    h('button', { type: 'button', class: 'link', 'data-zone': zone.id, 'aria-label': t('zone_show') + ': ' + words, on: { click: () => look(zone) } }, t('zone_show')), ' · ',
    h('a', { class: 'link', href: pledgeZone(get('selected'), zone), 'data-pledge-zone': zone.id, 'aria-label': t('zone_pledge') + ': ' + words }, t('zone_pledge')));
}

function look(zone) {
  unmark();
  mark = L.marker(toLeaflet(zone.stop), { pane: 'places', interactive: false, keyboard: false, icon: L.divIcon({ className: 'zone-stop', iconSize: [22, 22] }) }).addTo(map);
  lowerOnPhone();
  showPlace(zone.stop, CLOSE_ZOOM);
}
