// Words that several parts of the page of tours say alike.

import { h } from './dom.js';
import { ago, amountOf, clock, clockAndDay } from './format.js';
import { get } from './state.js';
import { said, t } from './text.js';
import { isBoat } from './vehicles.js';

/** A tour's number on what carries it: a rectangle for wheels, a hull for boats. */
export const code = (tour) => h('span', { class: isBoat(tour.vehicle_class) ? 'code code-boat' : 'code' }, tour.number);

/** "300 kg gạo, 12 bộ vệ sinh gia đình" */
export const goods = (quantities) => quantities.map(({ item, quantity }) => amountOf(quantity, get('items').get(item), item)).join(', ');

/** A sentence of the server's, without the mark of a drill behind each name where the whole screen has it. */
export const plainly = (answer) => (get('disaster') && get('disaster').simulated ? said(answer).split(' (mô phỏng)').join('') : said(answer));

/** By which water a plan was made, and how old that is. */
export function waterWords(facts) {
  return t('basis_water', { time: clockAndDay(facts.at) }) + (facts.forecast ? ', ' + t('basis_forecast') : facts.observed_at ? ', ' + t('basis_observed', { time: ago(facts.observed_at) }) : '');
}

/** How a stop of the own tour stands, in words; null where there is nothing to say. */
export function standingWords(stop) {
  const last = stop.handed[stop.handed.length - 1];
  const words = [
    stop.done ? t('stop_done') : stop.handed.length ? t('stop_part') : null,
    last && clock(last.at),
    stop.nobodyAt && t('stop_nobody', { time: clock(stop.nobodyAt) }),
    stop.waiting > 0 && t('stop_unsent'),
    stop.refused > 0 && t('stop_refused'),
  ].filter(Boolean);
  return words.length ? words.join(', ') : null;
}
