// Taking a tour along: how large it is before, how far it is while it is kept, and from when it is afterwards.

import { byId, fill, h } from './dom.js';
import { clockAndDay, number } from './format.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { chosenTour } from './tourmodel.js';
import { canPack, dropPack, makePack, tilesOf } from './tourpack.js';

const TILE_BYTES = 6000; // about what a tile has; the other parts of a pack are small beside them
const REST_BYTES = 300000;

export function startPackView() {
  on('tour own pack packs packing packOver basemap lang', draw);
  on('plan packs lang', drawList);
  drawList();
}

const ofTour = (tour) => get('packs').find((one) => get('plan') && one.plan === get('plan').id && one.tour === tour.number);

function draw() {
  const tour = chosenTour();
  const place = byId('tour-pack');
  if (!place) {
    return;
  }
  const pack = tour && ofTour(tour);
  fill(place,
    get('packOver') && h('p', { class: 'note', role: 'status' }, t('pack_erased')),
    tour && get('own') && (get('packing') && !get('packing').problem ? making() : pack ? there(tour, pack) : offer(tour)));
}

function offer(tour) {
  if (!canPack()) {
    return h('p', { class: 'mute' }, h('b', {}, t('pack')), ': ', t('pack_not_here'));
  }
  const tiles = tilesOf(tour).length;
  return [
    h('h3', {}, t('pack')),
    h('p', {}, t('pack_what', { tiles: number(tiles), size: number((tiles * TILE_BYTES + REST_BYTES) / 1e6, 1) })),
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', id: 'pack-make', on: { click: () => makePack(tour) } }, t('pack_make'))),
    problem(),
  ];
}

function making() {
  const { done, all } = get('packing');
  return [h('h3', {}, t('pack')), h('p', { role: 'status' }, t('pack_making') + ' ' + (all ? t('pack_tiles', { n: number(done), all: number(all) }) : '')),
    h('progress', { max: all || 1, value: done, 'aria-label': t('pack_making') })];
}

function there(tour, pack) {
  return [
    h('h3', {}, t('pack')),
    h('p', { id: 'pack-from' }, h('b', {}, t('pack_from', { time: clockAndDay(pack.packed_at) })), ' ' + t('pack_until', { time: clockAndDay(pack.expires_at) }),
      pack.missing > 0 && ' ' + t('pack_tiles_missing', { n: pack.missing })),
    pack.no_page && h('p', { class: 'error' }, t('pack_no_page')),
    h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button', id: 'pack-again', on: { click: () => makePack(tour) } }, t('pack_again')),
      h('button', { type: 'button', class: 'button', id: 'pack-drop', on: { click: () => dropPack(pack.claim, false) } }, t('pack_drop'))),
    problem(),
  ];
}

const problem = () => get('packing') && get('packing').problem && h('p', { class: 'error', role: 'alert' }, t('pack_failed', { why: said(get('packing').problem) }));

/** Where no plan is open, the tours on the device are the way to them. */
function drawList() {
  const packs = get('plan') ? [] : get('packs');
  fill(byId('packs'), packs.length > 0 && [
    h('h2', {}, t('packs')),
    h('ul', { class: 'pack-list' }, packs.map((one) => h('li', {},
      h('a', { href: '/tours?plan=' + encodeURIComponent(one.plan) + '&tour=' + one.tour }, t('tour_n', { n: one.tour })), ' ', h('span', { class: 'mute' }, t('pack_from', { time: clockAndDay(one.packed_at) }))))),
  ]);
}
