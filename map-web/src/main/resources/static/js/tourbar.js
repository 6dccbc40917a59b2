// At the thumb of whoever drives the own tour: where to, how the road is, and handing over.

import { newId } from './api.js';
import { byId, fill, h } from './dom.js';
import { icon } from './icons.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { openHandOver } from './tourhand.js';
import { nextStop, record, stopsOf } from './tourown.js';
import { chosenTour, geoAddress } from './tourmodel.js';
import { openReceipt } from './tourreceipt.js';
import { openRoadReport } from './tourroad.js';

export function startBar() {
  on('own acts unsent tour call lang', draw);
}

/** The stop in view: the chosen one, else the next one. */
function stopInView(tour) {
  const stops = stopsOf(tour);
  return stops && (stops.find((stop) => stop.call.number === get('call')) || nextStop(tour));
}

function draw() {
  const tour = chosenTour();
  const stops = stopsOf(tour);
  const bar = byId('tour-bar');
  document.body.classList.toggle('own-tour', Boolean(stops));
  bar.hidden = !stops;
  bar.setAttribute('aria-label', t('bar_name'));
  if (!stops) {
    fill(bar);
    return;
  }
  const stop = stopInView(tour);
  fill(bar,
    stop && h('a', { class: 'button', id: 'bar-navigate', href: geoAddress(stop.call.at) }, icon('route'), h('span', {}, t('navigate'))),
    h('button', { type: 'button', class: 'button', id: 'bar-road', on: { click: () => openRoadReport(tour) } }, icon('warn'), h('span', {}, t('bar_road'))),
    mainAct(stop));
}

function mainAct(stop) {
  const button = (id, words, act) => h('button', { type: 'button', class: 'button primary', id, on: { click: act } }, icon('check'), h('span', {}, t(words)));
  if (!stop || (stop.done && !stop.handed.length)) {
    return null;
  }
  if (stop.done) {
    return button('bar-receipt', 'bar_receipt', () => openReceipt(stop));
  }
  return stop.call.landing
    ? button('bar-passed', 'bar_passed', () => record({ id: newId(), kind: 'passed', call: stop.call.number, at: new Date().toISOString(), lines: [] }))
    : button('bar-hand', 'bar_hand', () => openHandOver(stop));
}
