// A plan that has become stale says so in red and offers to plan again; a plan made from another one says what is different.

import { byId, fill, h } from './dom.js';
import { amount, number } from './format.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { searchSeconds } from './tourorder.js';
import { mayPlan, orderPlan } from './tourplan.js';

export function startDifference() {
  on('standing plan lang session busy', strip);
  on('plan items lang', difference);
}

function strip() {
  const place = byId('stale');
  const standing = get('standing');
  const stale = standing && standing.stale;
  place.className = stale ? 'strip stale' : '';
  fill(place, stale && [
    h('ul', {}, standing.reasons.map((reason) => h('li', {}, said(reason)))),
    mayPlan() && !get('busy') && h('button', { type: 'button', class: 'button', id: 'plan-again', on: { click: () => planAgain() } }, t('again')),
  ]);
}

/** Plans again from where the tours of the open plan stand now; `broken` is a vehicle that cannot be sent. */
export function planAgain(broken) {
  const plan = get('plan');
  const starts = new Date(Math.max(Date.now(), new Date(plan.starts_at).getTime()));
  orderPlan({ before: plan.id, starts_at: starts.toISOString(), night: plan.night, seconds: searchSeconds(), without_vehicles: broken ? [broken] : undefined });
}

function difference() {
  const place = byId('difference');
  const told = get('plan') && get('plan').difference;
  if (!told) {
    fill(place);
    return;
  }
  const tours = told.tours.filter((tour) => tour.change !== 'unchanged');
  const same = told.tours.length - tours.length;
  fill(place, h('details', { class: 'difference', open: true },
    h('summary', {}, t('difference')),
    told.endangered.length > 0 && h('ul', { class: 'endangered' }, told.endangered.map((one) => h('li', {}, said(one)))),
    h('p', {}, said(told).split('\n')[0]), // the rest of it says the lists below once more
    tours.length > 0 && h('ul', { class: 'plain-list' }, tours.map((tour) => h('li', {}, said(tour)))),
    same > 0 && h('p', { class: 'mute' }, t('n_tours_same', { n: number(same) })),
    told.items.length > 0 && h('ul', { class: 'plain-list' }, told.items.map((item) => h('li', {}, itemWords(item)))),
    told.stops.length > 0 && h('details', { class: 'stop-changes' }, h('summary', {}, t('n_stops_changed', { n: number(told.stops.length) })),
      h('ul', { class: 'plain-list' }, told.stops.map((stop) => h('li', {}, said(stop)))))));
}

function itemWords({ item, before, now }) {
  const known = get('items').get(item);
  return (known ? known['name_' + get('lang')] : item) + ': ' + amount(before, known) + ' → ' + amount(now, known);
}
