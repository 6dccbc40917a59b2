// One row for each vehicle: what it does by the hour, and how full it is at its fullest.

import { byId, fill, h } from './dom.js';
import { clock, depth, duration, mass, number, placeTitle } from './format.js';
import { icon } from './icons.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { callsOf, daySpan, doings, fullest } from './tourmodel.js';
import { chooseTour } from './tourplan.js';
import { fitOf } from './tourgrip.js';
import { deskLine } from './tourstanding.js';
import { code } from './tourwords.js';

const HOUR_MS = 3600 * 1000;
const MOST_HOURS = 6; // named on the scale

export function startRows() {
  on('plan items fleet disaster lang', draw);
  on('moving', drawMoving);
  on('shorts standing', draw);
  on('tour', mark);
}

let movingPlan = null; // fits that the rows tell of

// Rows are drawn once for each stop that is taken up, and marked as it is held over one and another.
function drawMoving() {
  const fits = get('moving') ? get('moving').fits || 'asked' : null;
  if (fits !== movingPlan) {
    movingPlan = fits;
    draw();
  }
  markHeld();
}

function markHeld() {
  const to = get('moving') && get('moving').to;
  byId('rows').querySelectorAll('[data-vehicle]').forEach((row) => row.classList.toggle('held', Boolean(to && to.vehicle === row.dataset.vehicle)));
}

function draw() {
  const plan = get('plan');
  const place = byId('rows');
  place.hidden = !plan;
  if (!plan) {
    fill(place);
    return;
  }
  const span = daySpan(plan);
  fill(place,
    h('div', { class: 'scale', 'aria-hidden': 'true' }, hours(span).map((at) => placed(h('span', { class: 'scale-hour' }, clock(at)), span, at))),
    h('ul', { class: 'tour-list' }, plan.tours.map((tour) => h('li', {}, row(tour, span)))),
    idle(),
    !plan.tours.length && h('p', { class: 'pad' }, t('no_tours')));
  mark();
  markHeld();
}

function hours({ from, to }) {
  const step = Math.ceil((to - from) / HOUR_MS / MOST_HOURS);
  const all = [];
  for (let at = from; at < to; at += step * HOUR_MS) {
    all.push(at);
  }
  return all;
}

function placed(element, span, from, to) {
  const share = (at) => Math.max(0, Math.min(100, (100 * (at - span.from)) / (span.to - span.from)));
  element.style.left = share(from) + '%';
  if (to) {
    element.style.width = share(to) - share(from) + '%';
  }
  return element;
}

function row(tour, span) {
  const calls = callsOf(tour);
  return h('button', { type: 'button', class: 'tour-row', 'data-tour': tour.number, 'data-vehicle': tour.vehicle, 'aria-pressed': 'false', on: { click: () => chooseTour(get('tour') === tour.number ? null : tour.number) } },
    h('span', { class: 'tour-line' },
      h('span', { class: 'unseen' }, t('tour')), code(tour), icon(tour.vehicle_class),
      h('span', { class: 'tour-name' }, placeTitle(tour.vehicle_name)),
      load(tour),
      h('span', { class: 'tour-times' }, clock(tour.starts_at) + '–' + clock(tour.ends_at))),
    h('span', { class: 'tour-line' },
      h('span', { class: 'unseen' }, t('n_stops', { n: calls.length })),
      h('span', { class: 'chart', 'aria-hidden': 'true' },
        hours(span).map((at) => placed(h('span', { class: 'chart-hour' }), span, at)),
        dark(span),
        doings(tour).map((doing) => placed(h('span', { class: 'bit bit-' + doing.kind, title: words(doing) }, label(doing)), span, doing.from, doing.to)),
        Date.now() > span.from && Date.now() < span.to && placed(h('span', { class: 'chart-now' }), span, Date.now())),
      h('span', { class: 'tour-depth' }, tour.deepest_m > 0 ? t('deepest', { depth: depth(tour.deepest_m) }) : t('all_dry'))),
    get('moving') ? fitLine(tour.vehicle) : deskLine(tour));
}

// Vehicles of the plan without a tour, to begin one with a stop that is taken up.
function idle() {
  const free = ((get('moving') || {}).fits || []).filter((fit) => fit.tour === null);
  return free.length > 0 && h('ul', { class: 'tour-list' }, free.map((fit) => h('li', {}, h('button', { type: 'button', class: 'tour-row', 'data-vehicle': fit.vehicle },
    h('span', { class: 'tour-line' }, icon(fit.vehicle_class), h('span', { class: 'tour-name' }, placeTitle(fit.vehicle_name)), h('span', { class: 'mute' }, t('move_idle'))),
    fitLine(fit.vehicle)))));
}

// How the stop that is taken up would fit: what breaks first, or by how much the tour grows.
function fitLine(vehicle) {
  const fit = fitOf(vehicle);
  if (!fit) {
    return null;
  }
  const worst = fit.breaks[0];
  const words = !fit.best ? said(fit) : worst ? t('break_' + worst.kind) + (fit.breaks.length > 1 ? ' +' + (fit.breaks.length - 1) : '') : t('fit_adds', { time: duration(Math.max(0, fit.added_s)) });
  return h('span', { class: 'tour-fit ' + (fit.refused ? 'fit-no' : worst ? 'fit-gentle' : 'fit-yes') }, (fit.refused ? '✗ ' : worst ? '△ ' : '✓ ') + words);
}

// Hours without daylight, in which no tour drives; none where the plan may run into the night.
function dark(span) {
  const light = get('plan').daylight[0];
  const nights = light ? [[span.from, new Date(light.from).getTime()], [new Date(light.to).getTime(), span.to]] : [];
  return nights.filter(([from, to]) => from < to).map(([from, to]) => placed(h('span', { class: 'chart-dark', title: t('dark') }), span, from, to));
}

function label(doing) {
  if (doing.kind === 'swap') {
    return '⇄ ' + (doing.call ? doing.call.landing : doing.trip.origin.landing);
  }
  return doing.kind === 'stop' ? String(doing.call.number) : '';
}

function words(doing) {
  const from = clock(doing.from);
  if (doing.call) {
    return from + ' ' + (doing.call.landing ? t('landing', { name: doing.call.landing }) : doing.call.number + ' · ' + (doing.call.commune_name || t('no_commune')));
  }
  return from + (doing.trip ? ' ' + t('loads_at', { place: placeTitle(doing.trip.origin.name) }) : '');
}

// By mass or by volume, whichever is fuller: that is what decides; the other is told to whoever points at it.
function load(tour) {
  const vehicle = (get('fleet') || []).find((one) => one.id === tour.vehicle);
  const { kg, m3 } = fullest(tour, get('items'));
  const all = [
    { words: withMost(kg, vehicle && vehicle.capacity_kg, mass), share: vehicle ? kg / vehicle.capacity_kg : 0 },
    { words: withMost(m3, vehicle && vehicle.capacity_m3, volume), share: vehicle ? m3 / vehicle.capacity_m3 : 0 },
  ];
  const fuller = all[1].share > all[0].share ? all[1] : all[0];
  const full = h('span', { class: fuller.share > 1 ? 'load-full load-over' : 'load-full' });
  full.style.width = Math.min(100, 100 * fuller.share) + '%';
  return h('span', { class: 'load', title: all.map((one) => one.words).join(' · ') }, h('span', { class: 'load-words' }, fuller.words), vehicle && h('span', { class: 'load-bar', 'aria-hidden': 'true' }, full));
}

const volume = (m3) => number(m3, m3 < 10 ? 1 : 0) + '\u00a0m³';
const withMost = (value, most, write) => (most ? write(value) + ' / ' + write(most) : write(value));

function mark() {
  byId('rows').querySelectorAll('[data-tour]').forEach((button) => {
    const chosen = Number(button.dataset.tour) === get('tour');
    button.setAttribute('aria-pressed', String(chosen));
    if (chosen) {
      // Once the tour itself is drawn below, which takes its room from the rows.
      requestAnimationFrame(() => button.scrollIntoView({ block: 'nearest' }));
    }
  });
}
