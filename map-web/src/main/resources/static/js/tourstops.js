// The chosen tour as its team needs it: the next stop, then all stops in order, and what to take along.

import { byId, fill, h, say } from './dom.js';
import { clock, depth, distance, duration, households, number, people, placeTitle } from './format.js';
import { icon, transferSign } from './icons.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { tourFiles } from './tourfiles.js';
import { homesAmong } from './tourclaim.js';
import { callsOf, chosenTour, geoAddress, nextCall, wayTo } from './tourmodel.js';
import { canMove, grip } from './tourgrip.js';
import { nextStop, stopsOf } from './tourown.js';
import { chooseTour, mayPlan } from './tourplan.js';
import { claimOf, isLocked, lockedStops } from './tourstanding.js';
import { code, goods, standingWords, waterWords } from './tourwords.js';

let shown = null; // the tour that is drawn

export function startTour() {
  on('plan tour items disaster session busy lang standing', draw);
  on('shorts', () => mayPlan() && draw()); // what a team has is not moved
  on('call', drawAgain);
  on('own acts unsent homes', drawStanding);
  setInterval(tick, 60000);
}

function draw() {
  const tour = chosenTour();
  const place = byId('tour');
  if (!tour) {
    shown = null;
    fill(place);
    return;
  }
  fill(place,
    h('div', { class: 'tour-head' },
      h('button', { type: 'button', class: 'plain', id: 'all-tours', on: { click: back } }, icon('previous'), t('all_tours')),
      h('h2', { tabindex: '-1', id: 'tour-title' }, code(tour), icon(tour.vehicle_class), ' ', t('tour_n', { n: tour.number }) + ' · ' + placeTitle(tour.vehicle_name))),
    mayPlan() && facts(tour),
    parts(),
    !mayPlan() && facts(tour),
    h('ol', { class: 'stops' }, tour.trips.map((trip) => [take(trip), trip.calls.map((call) => stop(tour, trip, call))])),
    tourFiles(get('plan'), tour));
  drawStanding();
  markStop();
  if (shown !== tour) {
    const first = shown === null;
    shown = tour;
    place.scrollTop = 0;
    say(t('tour_n', { n: tour.number }) + ', ' + t('n_stops', { n: callsOf(tour).length }));
    if (first && document.activeElement === document.body) {
      byId('tour-title').focus({ preventScroll: true });
    }
  }
}

const facts = (tour) => h('p', { class: 'pad-side' }, t('leaves', { time: clock(tour.starts_at) }) + ', ' + t('home_at', { time: clock(tour.ends_at) }) + ' · '
  + t('driven', { distance: distance(tour.distance_m), duration: duration(tour.driven_s) }) + ' · '
  + (tour.deepest_m > 0 ? t('deepest', { depth: depth(tour.deepest_m) }) : t('all_dry')) + ' · ' + waterWords(get('plan').water));

// Whoever drives reads where to first; whoever plans, who has the tour, and then its stops.
function parts() {
  const next = h('section', { class: 'next', id: 'next-stop' });
  const [pack, roads, claim, desk] = ['tour-pack', 'tour-roads', 'tour-claim', 'tour-desk'].map((id) => h('section', { class: 'pad-side', id }));
  return mayPlan() ? [claim, desk, next, pack, roads] : [next, pack, roads, claim, desk];
}

function back() {
  const number = get('tour');
  chooseTour(null);
  const row = byId('rows').querySelector('[data-tour="' + number + '"]');
  if (row) {
    row.focus();
  }
}

// Loading at a depot, or taking over at a landing what a truck has brought.
function take(trip) {
  const words = trip.origin.landing ? 'swap_from' : 'take_from';
  return h('li', { class: 'take' }, trip.origin.landing ? transferSign() : icon('depot'),
    h('div', {}, h('b', {}, t(words, { time: clock(trip.loads_at), place: placeTitle(trip.origin.name) })),
      trip.state && trip.state !== 'planned' && h('p', { class: 'mute' }, t('trip_' + trip.state)), h('p', {}, goods(trip.loads))));
}

const placeOf = (call) => [call.landing && t('landing', { name: call.landing }), call.commune_name ? placeTitle(call.commune_name) : t('no_commune')].filter(Boolean).join(', ');

function stop(tour, trip, call) {
  const way = wayTo(tour, call);
  const locked = lockedStops().includes(call.stop);
  return h('li', { class: 'stop-line' }, canMove(trip, call) && !isLocked(tour.number) && !claimOf(tour.number) && !locked && grip(tour.number + '.' + call.number, call.stop), h('button', { type: 'button', class: 'stop', 'data-call': call.number, on: { click: () => chooseTour(tour.number, call.number) } },
    h('span', { class: call.landing ? 'stop-number stop-swap' : 'stop-number' }, call.landing ? transferSign() : call.number),
    h('span', { class: 'stop-words' },
      h('b', {}, placeOf(call), locked && h('span', { class: 'stop-locked' }, t('desk_locked'))),
      h('span', {}, goods(call.hands_over)),
      h('span', { class: 'mute' }, around(call, way)),
      h('span', { class: 'stop-standing' })),
    h('span', { class: 'stop-time' }, clock(call.arrives_at))),
  h('div', { class: 'stop-desk', 'data-desk': call.number }));
}

// What was done at the stops of the own tour, under each of them.
function drawStanding() {
  const stops = stopsOf(chosenTour());
  byId('tour').querySelectorAll('[data-call]').forEach((button) => {
    const stop = (stops || []).find((one) => one.call.number === Number(button.dataset.call));
    fill(button.querySelector('.stop-standing'), stop && standingWords(stop));
    button.classList.toggle('stop-behind', Boolean(stop && stop.done));
  });
  drawNext();
}

function around(call, way) {
  return [
    call.done && t('call_done'),
    call.landing ? t('swap_to') : households(call.households) + ', ' + people(call.people),
    call.walk_m >= 10 && t('walk', { distance: distance(call.walk_m) }),
    call.cannot_wade > 0 && t('cannot_wade', { n: call.cannot_wade }),
    call.approximate > 0 && t('place_unsure', { n: call.approximate }),
    way && way.bridges_unconfirmed > 0 && t('bridges', { n: way.bridges_unconfirmed }),
  ].filter(Boolean).join(' · ');
}

function drawAgain() {
  drawNext();
  markStop();
}

// The clock moves the next stop on.
function tick() {
  if (get('call') === null && !byId('tour').contains(document.activeElement)) {
    drawNext();
  }
}

function markStop() {
  byId('tour').querySelectorAll('[data-call]').forEach((button) => button.setAttribute('aria-pressed', String(Number(button.dataset.call) === get('call'))));
}

function drawNext() {
  const tour = chosenTour();
  const place = byId('next-stop');
  if (!tour || !place) {
    return;
  }
  const all = callsOf(tour);
  const picked = all.find((call) => call.number === get('call'));
  const own = stopsOf(tour) !== null;
  const next = own ? (nextStop(tour) || { call: null }).call : nextCall(tour, Date.now());
  const call = picked || next;
  if (mayPlan() && !own) {
    fill(place); // the list says it all
    return;
  }
  if (!call) {
    fill(place, h('p', {}, t(own ? 'own_over' : all.length ? 'tour_over' : 'no_stops')));
    return;
  }
  const stop = own && stopsOf(tour).find((one) => one.call === call);
  const way = wayTo(tour, call);
  const figureOf = (value, words) => h('div', {}, h('dd', {}, value), h('dt', {}, words));
  fill(place,
    h('p', { class: 'mute next-kind' }, h('span', {}, t(picked ? 'this_stop' : own ? 'own_next_stop' : 'next_stop')), h('span', {}, t('stop_of', { n: number(call.number), all: number(all.length) }))),
    h('h3', { class: 'next-place' }, placeOf(call)),
    h('dl', { class: 'next-figures' },
      way && figureOf(distance(way.distance_m), t('way_left')),
      figureOf(clock(call.arrives_at), t('arrives')),
      way && figureOf(way.deepest_m > 0 ? depth(way.deepest_m) : t('dry'), t('water_on_way'))),
    h('p', { class: 'next-goods' }, goods(stop && stop.lines.length ? sumOf(stop.lines) : call.hands_over)),
    stop && standingWords(stop) && h('p', { class: 'stop-standing' }, standingWords(stop)),
    stop && homesAt(stop),
    !own && get('session').role !== 'team' && h('p', { class: 'acts' }, h('a', { class: 'button navigate', href: geoAddress(call.at) }, icon('route'), t('navigate'))));
}

// Whom to call before the boat comes: only the team that has the tour knows them.
function homesAt(stop) {
  const before = byId('next-homes');
  const homes = homesAmong(new Set(stop.lines.map((line) => line.household)));
  return homes.length > 0 && h('details', { id: 'next-homes', open: Boolean(before && before.open) },
    h('summary', {}, t('next_homes', { n: homes.length })), h('ol', { class: 'homes' }, homes));
}

// By item, over all homes of a stop.
function sumOf(lines) {
  const sums = new Map();
  lines.forEach(({ item, quantity }) => sums.set(item, (sums.get(item) || 0) + quantity));
  return [...sums].map(([item, quantity]) => ({ item, quantity }));
}
