// Words that several parts of the page of tours say alike.

import { h } from './dom.js';
import { ago, amount, clockAndDay, number } from './format.js';
import { get } from './state.js';
import { t } from './text.js';
import { isBoat } from './vehicles.js';

/** A tour's number on what carries it: a rectangle for wheels, a hull for boats. */
export const code = (tour) => h('span', { class: isBoat(tour.vehicle_class) ? 'code code-boat' : 'code' }, tour.number);

/** "300 kg gạo, 12 bộ vệ sinh gia đình" */
export const goods = (quantities) => quantities.map(({ item, quantity }) => {
  const known = get('items').get(item);
  const name = known ? known['name_' + get('lang')].toLowerCase() : item;
  const unit = known ? known['unit_' + get('lang')].toLowerCase() : '';
  return name.split(' ').includes(unit) ? number(quantity, 1) + '\u00a0' + name : amount(quantity, known) + ' ' + name;
}).join(', ');

/** By which water a plan was made, and how old that is. */
export function waterWords(facts) {
  return t('basis_water', { time: clockAndDay(facts.at) }) + (facts.forecast ? ', ' + t('basis_forecast') : facts.observed_at ? ', ' + t('basis_observed', { time: ago(facts.observed_at) }) : '');
}
