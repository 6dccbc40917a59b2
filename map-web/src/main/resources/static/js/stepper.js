// An amount that is changed by large buttons, with wet hands, or typed.

import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './text.js';

/** Steps by which people count such an amount: single things, then fives, tens, fifties. */
const stepOf = (most) => (most <= 20 ? 1 : most <= 100 ? 5 : most <= 500 ? 10 : 50);
const exact = (value) => Math.round(value * 1000) / 1000;

/** {element, value(), set(value)}; `changed` is called after each change. `name` says what is counted, `unit(written)` stands behind the number. */
export function stepper(id, name, unit, first, changed) {
  const step = stepOf(first);
  const field = h('input', { type: 'number', id, min: 0, step: 'any', inputmode: 'decimal', value: exact(first), on: { input: () => { told(); changed(); }, focus: () => field.select() } });
  const value = () => Math.max(0, exact(Number(field.value) || 0));
  const behind = h('span', { class: 'stepper-unit' });
  const told = () => { behind.textContent = unit(String(value())); };
  const set = (to) => { field.value = exact(Math.max(0, to)); told(); };
  const move = (by) => { set(value() + by); changed(); };
  const button = (words, sign, by) => h('button', { type: 'button', class: 'step-button', 'aria-label': t(words, { n: step, name }), on: { click: () => move(by) } }, icon(sign));
  const element = h('div', { class: 'stepper' },
    button('step_less', 'minus', -step), field, behind, button('step_more', 'plus', step));
  told();
  return { element, value, set };
}
