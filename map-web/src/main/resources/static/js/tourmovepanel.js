// While a stop is on its way: what breaks where it is held, worst first, the figures before and after, and the button that drops it.

import { byId, fill, h } from './dom.js';
import { clock, depth, distance, duration, mass, number, people, placeTitle } from './format.js';
import { icon } from './icons.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { planAgain } from './tourdifference.js';
import { fitOf } from './tourgrip.js';
import { drop, holdAt, holdOver, placesIn, stopMoving, undoMove } from './tourmove.js';
import { plainly } from './tourwords.js';

export function startMovePanel() {
  on('moving items lang', draw);
  on('moved lang', drawMoved);
}

const MOST_NAMED = 3;
let reason = ''; // why a coordinator goes on, kept while the panel is drawn anew

function draw() {
  const moving = get('moving');
  const place = byId('move');
  document.body.classList.toggle('moving', Boolean(moving));
  place.hidden = !moving;
  if (!moving) {
    reason = '';
    fill(place);
    return;
  }
  fill(place,
    h('h2', { id: 'move-title', tabindex: '-1' }, t('move_title', { stop: moving.title }),
      h('button', { type: 'button', class: 'plain', id: 'move-stop', on: { click: stopMoving } }, icon('close'), t('move_stop'))),
    moving.to ? target(moving) : (moving.fits || !moving.problem) && h('p', { class: 'mute' }, t(moving.fits ? 'move_hint' : 'move_reading')),
    moving.check && told(moving),
    moving.fits && (!moving.to || (moving.check && moving.check.breaks.length > 0)) && best(moving),
    moving.problem && h('p', { class: 'error', role: 'alert', id: 'move-problem' }, said(moving.problem)),
    moving.problem && moving.problem.code === 'PLAN_HAS_CLAIMS'
      ? h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button primary', id: 'move-again', on: { click: () => { stopMoving(); planAgain(); } } }, t('again')))
      : acts(moving));
}

function target({ to }) {
  if (to === 'out') {
    return h('p', { class: 'move-to' }, t('move_out_of_all'));
  }
  const fit = fitOf(to.vehicle);
  return h('p', { class: 'move-to' },
    h('label', { for: 'move-place' }, t(fit.tour ? 'move_into' : 'move_begins', { n: fit.tour, vehicle: placeTitle(fit.vehicle_name) })), ' ',
    h('select', { id: 'move-place', on: { change: (event) => { const [trip, position] = event.target.value.split('.').map(Number); holdAt({ vehicle: to.vehicle, trip, position }); } } },
      places(to).map((one) => h('option', { value: one.trip + '.' + one.position, selected: one.trip === to.trip && one.position === to.position }, one.words))));
}

// Where it would break nothing, the least detour first.
function best({ fits, from }) {
  const good = fits.filter((fit) => fit.best && !fit.breaks.length && fit.tour !== from.tour).sort((a, b) => a.added_s - b.added_s);
  const name = (fit) => (fit.tour ? t('tour_n', { n: fit.tour }) + ' · ' : '') + placeTitle(fit.vehicle_name) + ': ' + t('fit_adds', { time: duration(Math.max(0, fit.added_s)) });
  return [h('p', { class: 'move-best' }, t(good.length ? 'move_best' : 'move_best_none', { n: number(good.length), all: number(fits.length) })),
    h('ul', {}, good.slice(0, MOST_NAMED).map((fit) => h('li', {}, h('button', { type: 'button', class: 'link', id: 'best-' + fit.vehicle, on: { click: () => holdOver(fit.vehicle) } }, name(fit)))))];
}

/** All places of the tour over which the stop is held, in order. */
export function places({ vehicle }) {
  const all = [];
  placesIn(vehicle).forEach(({ trip, calls }) => {
    calls.forEach((call, index) => all.push({ trip, position: index + 1, words: t('move_before', { trip, stop: call.stop }) }));
    all.push({ trip, position: calls.length + 1, words: t(calls.length ? 'move_last' : 'move_new_trip', { trip }) });
  });
  return all;
}

function told({ check, to }) {
  return [
    check.breaks.length
      ? h('ul', { class: 'breaks' }, check.breaks.map((one) => h('li', { class: one.gentle ? 'break break-gentle' : 'break', 'data-kind': one.kind }, breakWords(one))))
      : h('p', { class: 'break-none' }, t(to === 'out' ? 'move_out_note' : 'move_fits')),
    !check.breaks.some((one) => ['water', 'unknown_water', 'no_way'].includes(one.kind)) && figures(check),
  ];
}

// The sentence may begin with the same words.
function breakWords(one) {
  const kind = t('break_' + one.kind);
  const words = plainly(one);
  return [h('b', {}, kind), words.startsWith(kind) ? words.slice(kind.length) : ' ' + words];
}

function figures({ tours, before, after }) {
  const rows = [];
  const written = (value, write) => (value === null ? '–' : write(value));
  const row = (words, was, is, write) => written(was, write) !== written(is, write) && rows.push(h('tr', {}, h('th', { scope: 'row' }, words), h('td', {}, written(was, write)), h('td', {}, written(is, write))));
  const group = (words, fillGroup) => {
    const before = rows.length;
    rows.push(h('tr', { class: 'figures-of' }, h('th', { scope: 'rowgroup', colspan: 3 }, words)));
    fillGroup();
    if (rows.length === before + 1) {
      rows.pop(); // nothing changes there
    }
  };
  tours.forEach((tour) => group(tour.tour ? t('tour_n', { n: tour.tour }) : placeTitle(tour.vehicle_name), () => {
    const of = (key) => [tour.before && tour.before[key], tour.after && tour.after[key]];
    row(t('figure_home'), ...of('ends_at'), clock);
    row(t('figure_load'), ...of('kg'), mass);
    row(t('figure_way'), ...of('distance_m'), distance);
    row(t('figure_deep'), ...of('deepest_m'), depth);
  }));
  group(t('figure_plan'), () => {
    row(t('figure_people'), before.people, after.people, people);
    row(t('figure_hours'), before.vehicle_s, after.vehicle_s, (seconds) => number(seconds / 3600, 1));
    row(t('figure_dark'), before.dark_tours, after.dark_tours, number);
  });
  return rows.length > 0 && h('table', { class: 'move-figures' },
    h('thead', {}, h('tr', {}, h('td', {}), h('th', { scope: 'col' }, t('figure_now')), h('th', { scope: 'col' }, t('figure_then')))),
    h('tbody', {}, rows));
}

function acts({ check, to, busy, from, problem }) {
  const asks = check && !check.refused && check.breaks.length > 0;
  const field = asks && h('input', { type: 'text', id: 'move-why', maxlength: 300, value: reason, on: { input: (event) => { reason = event.target.value; } } });
  return h('form', { class: 'move-acts', novalidate: true, on: { submit: (event) => { event.preventDefault(); send(); } } },
    asks && [h('label', { for: 'move-why' }, t('move_why')), field],
    h('p', { class: 'acts' },
      to && h('button', { type: 'submit', class: 'button primary', id: 'move-drop', disabled: !check || check.refused || busy },
        t(problem && problem.code === 'NETWORK' ? 'move_again' : to === 'out' ? 'move_out' : asks ? 'move_anyway' : 'move_drop')),
      from.tour && to !== 'out' && h('button', { type: 'button', class: 'button', id: 'move-out', on: { click: () => holdAt(null, true) } }, t('move_out'))));
}

function send() {
  const { check, busy } = get('moving');
  if (!check || check.refused || busy) {
    return;
  }
  if (check.breaks.length && !reason.trim()) {
    byId('move-why').focus();
    return;
  }
  drop(reason.trim());
}

function drawMoved() {
  const moved = get('moved');
  fill(byId('moved'), moved && h('p', { class: 'pad moved' }, t('move_done', { stop: moved.title }) + ' ',
    h('button', { type: 'button', class: 'link', id: 'move-undo', on: { click: undoMove } }, t('move_undo'))));
}
