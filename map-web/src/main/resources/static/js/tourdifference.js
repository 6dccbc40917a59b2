// A plan that has become stale says so in red and offers to plan again; a plan made from another one says what is different.

import { put } from './api.js';
import { byId, fill, h } from './dom.js';
import { amount, number } from './format.js';
import { itemName } from './lacks.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { mayPlan, orderPlan } from './tourplan.js';
import { plainly } from './tourwords.js';

const FEW = 4; // more changed tours than that are told when asked for

export function startDifference() {
  on('standing plan lang session busy', strip);
  on('plan items disaster session lang', difference);
}

function strip() {
  const place = byId('stale');
  const standing = get('standing');
  const stale = standing && standing.stale;
  place.className = stale ? 'strip stale' : '';
  fill(place, stale && [
    h('ul', {}, standing.reasons.map((reason) => h('li', {}, plainly(reason)))),
    mayPlan() && !get('busy') && h('button', { type: 'button', class: 'button', id: 'plan-again', on: { click: () => planAgain() } }, t('again')),
  ]);
}

/** Plans again from where the tours of the open plan stand now; `broken` is a vehicle that cannot be sent. */
export function planAgain(broken) {
  const plan = get('plan');
  const starts = new Date(Math.max(Date.now(), new Date(plan.starts_at).getTime()));
  orderPlan({ before: plan.id, starts_at: starts.toISOString(), night: plan.night, seconds: get('seconds'), without_vehicles: broken ? [broken] : undefined });
}

/** Notes that a vehicle is broken, so that no plan sends it until it is mended, and plans again. */
export async function breakDown(vehicle) {
  try {
    await put('/vehicles/' + vehicle + '/broken', { broken: true });
    planAgain(vehicle);
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ orderProblem: failure.problem });
  }
}

function difference() {
  const place = byId('difference');
  const told = get('plan') && get('plan').difference;
  if (!told || !mayPlan()) {
    fill(place);
    return;
  }
  const tours = told.tours.filter((tour) => tour.change !== 'unchanged');
  fill(place, h('details', { class: 'difference', open: true },
    h('summary', {}, t('difference')),
    told.endangered.length > 0 && h('ul', { class: 'endangered' }, told.endangered.map((one) => h('li', {}, plainly(one)))),
    changes(plainly(told).split('\n').find((line) => !line.startsWith('!')), tours), // the rest of it says the lists around it once more
    told.items.length > 0 && h('ul', { class: 'plain-list' }, told.items.map((item) => h('li', {}, itemWords(item)))),
    told.stops.length > 0 && h('details', { class: 'stop-changes' }, h('summary', {}, t('n_stops_changed', { n: number(told.stops.length) })),
      h('ul', { class: 'plain-list' }, told.stops.map((stop) => h('li', {}, plainly(stop)))))));
}

const changes = (words, tours) => (tours.length > FEW
  ? h('details', {}, h('summary', {}, words), tourList(tours))
  : [h('p', {}, words), tours.length > 0 && tourList(tours)]);

const tourList = (tours) => h('ul', { class: 'plain-list' }, tours.map((tour) => h('li', {}, plainly(tour))));

function itemWords({ item, before, now }) {
  const known = get('items').get(item);
  return itemName(item) + ': ' + amount(before, known) + ' → ' + amount(now, known);
}
