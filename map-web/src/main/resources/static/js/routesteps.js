// What stands under a way that was found: its legs, the turn list folded away, and how far it can be trusted.

import { h } from './dom.js';
import { icon, transferSign } from './icons.js';
import { showPlace } from './map.js';
import { legWords } from './routewords.js';
import { said, t } from './text.js';

const STEP_ZOOM = 15;

let unfolded = false; // as the person left it, for the next way too

/** The legs of an itinerary by truck and boat, in order. */
export const legList = (way) => h('ol', { class: 'legs' }, legWords(way).map(({ vehicle, words }) =>
  h('li', {}, vehicle ? icon(vehicle) : transferSign(), h('span', {}, words))));

/** "Độ tin cậy: thấp" and why. */
export const confidence = ({ grade, reasons }) => [
  h('p', { class: 'confidence confidence-' + grade }, t('confidence'), ' ', h('b', {}, t('confidence_' + grade)), '.'),
  reasons.length > 0 && h('ul', { class: 'doubts reasons' }, reasons.map((reason) => h('li', {}, said(reason)))),
];

/** Turn by turn; each step shows its place on the map. */
export function stepList(way) {
  const step = (one) => h('li', {}, h('button', { type: 'button', class: 'step', on: { click: () => showPlace(one.at, STEP_ZOOM) } }, said(one)));
  const list = h('details', { class: 'steps', id: 'route-steps', open: unfolded },
    h('summary', {}, t('turn_list', { n: way.steps.length })), h('ol', {}, way.steps.map(step)));
  list.addEventListener('toggle', () => {
    unfolded = list.open;
  });
  return list;
}
