// The panel of the route: two places, a vehicle, the answer in words.

import { byId, fill, h } from './dom.js';
import { parseCoordinates, writeCoordinates } from './coordinates.js';
import { clock, clockAndDay, depth, fromInput, toInput } from './format.js';
import { icon, roadSign } from './icons.js';
import { centre } from './map.js';
import { change, leavesAt } from './routeask.js';
import { confidence, legList, stepList } from './routesteps.js';
import { answerWords, compareWords, doubtWords, laterStart, stoppedByDepth } from './routewords.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { CLOSES_AT_M, NEEDS_M, VEHICLES, asked, isBoat } from './vehicles.js';

let acts = null;
const wrong = new Map(); // what could not be read, by end

/** Starts the panel; acts = {find, compare, forget, choose, leave, saveFile, tryAt} of the route. */
export function startRoutePanel(routeActs) {
  acts = routeActs;
  on('lang', build);
  on('ask at lang', update);
  on('depots', placesKnown);
  on('route compared asking lang ask', drawAnswer);
  on('view', () => {
    const { from, to, picking } = get('ask');
    if (get('view') === 'route' && !picking && !(from && to)) {
      change({ picking: from ? 'to' : 'from' });
    }
  });
  build();
  update();
}

// The form is built once per language: what a person is typing must outlive every update.
function build() {
  fill(byId('route'),
    h('div', { class: 'list-head' }, h('h2', {}, t('find_route')), h('button', { type: 'button', class: 'link', id: 'route-forget', on: { click: acts.forget } }, t('start_over'))),
    h('form', { class: 'route-form pad', autocomplete: 'off', on: { submit } },
      end('from', 'A'), end('to', 'B'), h('datalist', { id: 'known-places' }),
      vehicles(), departure(),
      h('p', { class: 'mute', id: 'route-water' }),
      h('p', { class: 'acts' }, h('button', { type: 'submit', class: 'button primary', id: 'route-find' }, icon('route'), t('find_route'))),
      // Below the button: a sentence that comes or goes must not move the button from under the pointer.
      h('p', { class: 'error', id: 'route-error', role: 'alert' })),
    h('div', { class: 'pad', id: 'route-answer' }));
  placesKnown();
  drawAnswer();
}

const placesKnown = () => fill(byId('known-places'), (get('depots') || []).map((depot) => h('option', { value: depot.name })));

const writePlace = (place) => (place ? place.name || writeCoordinates(place.lonLat) : '');

function update() {
  const ask = get('ask');
  byId('route-forget').hidden = !(ask.from || ask.to);
  const leaves = leavesAt();
  byId('route-water').textContent = leaves ? t('route_by_water', { time: clockAndDay(leaves) }) : t('way_no_water');
  byId('route-departure').hidden = !leaves;
  if (leaves) {
    byId('route-leave').value = toInput(leaves);
  }
  byId('vehicle-' + ask.vehicle).checked = true;
  for (const name of ['from', 'to']) {
    const input = byId('route-' + name);
    const text = writePlace(ask[name]);
    if (input.dataset.written !== text) {
      input.value = text;
      input.dataset.written = text;
    }
    const picking = ask.picking === name;
    input.placeholder = t(picking ? 'click_on_map' : 'place_form');
    input.parentNode.classList.toggle('route-picking', picking);
    byId('route-pick-' + name).setAttribute('aria-pressed', String(picking));
  }
}

function end(name, letter) {
  const input = h('input', { id: 'route-' + name, list: 'known-places', spellcheck: 'false', 'aria-describedby': 'route-error', on: { change: () => take(name, input.value) } });
  return h('div', { class: 'route-place' },
    h('label', { for: 'route-' + name }, h('span', { class: 'letter' }, letter), t('route_' + name)),
    input,
    h('button', { type: 'button', class: 'square', id: 'route-pick-' + name, 'aria-pressed': 'false', 'aria-label': t('pick_' + name), title: t('pick_' + name), on: { click: () => change({ picking: get('ask').picking === name ? null : name }) } }, icon('map')),
    h('button', { type: 'button', class: 'square', id: 'route-centre-' + name, 'aria-label': t('centre_' + name), title: t('centre_' + name), on: { click: () => put(name, { lonLat: centre(), name: null }) } }, icon('target')));
}

// What was typed: a depot's name or coordinates. False where it is neither, and the error says which forms work.
function take(name, text) {
  tell(name, null);
  if (!text.trim()) {
    change({ [name]: null });
    return false;
  }
  if (text === writePlace(get('ask')[name])) {
    return true;
  }
  const depot = (get('depots') || []).find((d) => d.name.toLowerCase() === text.trim().toLowerCase());
  const lonLat = depot ? depot.lonLat : parseCoordinates(text);
  if (!lonLat) {
    tell(name, t('place_not_read', { text }));
    return false;
  }
  put(name, { lonLat, name: depot ? depot.name : null });
  return true;
}

function tell(name, sentence) {
  wrong.set(name, sentence);
  byId('route-error').textContent = wrong.get('from') || wrong.get('to') || '';
}

function put(name, place) {
  tell(name, null);
  const other = name === 'from' ? 'to' : 'from';
  change({ [name]: place, picking: get('ask')[other] ? null : other });
  set({ route: null, compared: null });
}

function submit(event) {
  event.preventDefault();
  const typed = { from: byId('route-from').value, to: byId('route-to').value };
  const missing = ['from', 'to'].find((name) => !typed[name].trim());
  if (missing) {
    tell(missing, t('place_missing_' + missing));
    byId('route-' + missing).focus();
  } else if (take('from', typed.from) && take('to', typed.to)) {
    acts.find();
  }
}

function vehicles() {
  return h('fieldset', { class: 'vehicles' }, h('legend', {}, t('vehicle')),
    VEHICLES.map((vehicle) => h('label', { class: 'vehicle' },
      h('input', { type: 'radio', name: 'vehicle', id: 'vehicle-' + vehicle, value: vehicle, on: { change: () => chooseVehicle(vehicle) } }),
      vehicleIcons(vehicle), h('span', {}, t('vehicle_' + vehicle), ' ', h('small', {}, limitWords(vehicle))))));
}

const vehicleIcons = (vehicle) => Object.values(asked(vehicle)).map(icon);

function limitWords(vehicle) {
  if (asked(vehicle).transfer) {
    return t('where_no_truck_gets');
  }
  return isBoat(vehicle) ? t('needs', { depth: depth(NEEDS_M[vehicle]) }) : t('stops_at', { depth: depth(CLOSES_AT_M[vehicle]) });
}

function departure() {
  const input = h('input', { type: 'datetime-local', id: 'route-leave', on: { change: () => acts.leave(fromInput(input.value)) } });
  return h('div', { class: 'route-place', id: 'route-departure' }, h('label', { for: 'route-leave' }, t('leave_at')), input);
}

function chooseVehicle(vehicle) {
  change({ vehicle });
  if (get('route')) {
    set({ compared: null });
    acts.find();
  }
}

function drawAnswer() {
  byId('route').classList.toggle('has-answer', Boolean(get('route')));
  fill(byId('route-answer'), get('asking') ? h('p', {}, t('asking')) : answer());
}

function answer() {
  const route = get('route');
  if (!route) {
    return h('p', { class: 'mute' }, t(get('ask').picking ? 'pick_hint' : 'route_hint'));
  }
  const compared = get('compared');
  const [first, ...rest] = answerWords(route);
  return [
    h('div', { class: route.found ? 'answer' : 'answer answer-closed' },
      route.found ? null : roadSign('closed'), h('div', {}, h('p', { class: 'answer-first' }, first), rest.map((words) => h('p', {}, words)))),
    route.legs && legList(route),
    route.reason !== 'problem' && [h('ul', { class: 'doubts' }, doubtWords(route).map((words) => h('li', {}, words))), confidence(route.confidence)],
    leaveLater(laterStart(route)),
    route.suggestion && suggestion(route),
    route.found && otherWays(route),
    route.found && [stepList(route), h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', id: 'route-gpx', on: { click: acts.saveFile } }, t('save_gpx')))],
    route.reason !== 'problem' && h('div', { class: 'compare', role: 'group', 'aria-label': t('compare') },
      h('span', { class: 'mute' }, t('compare')),
      VEHICLES.filter((vehicle) => vehicle !== route.vehicle).map((vehicle) =>
        h('button', { type: 'button', class: 'button', id: 'compare-' + vehicle, 'aria-pressed': String(Boolean(compared) && compared.vehicle === vehicle), on: { click: () => acts.compare(vehicle) } }, vehicleIcons(vehicle), t('vehicle_' + vehicle)))),
    compared && h('div', { class: 'compared' },
      h('p', { class: 'answer-first' }, compareWords(route, compared)),
      (compared.found || !route.found || !stoppedByDepth(compared)) && answerWords(compared).map((words) => h('p', {}, words))),
    wayLegend([route, compared].filter((way) => way && way.found), route.choices.length),
  ];
}

const leaveLater = (later) => later && h('p', { class: 'acts' },
  h('button', { type: 'button', class: 'button', id: 'leave-later', on: { click: () => acts.leave(later.leave_at) } },
    icon('clock'), t('leave_later', { leave: clock(later.leave_at), arrive: clock(later.arrive_at) })));

const suggestion = ({ end, suggestion: walk }) => h('div', { class: 'choices' },
  h('p', {}, said(walk)),
  h('button', { type: 'button', class: 'button', id: 'try-suggestion', on: { click: () => acts.tryAt(end, walk.point) } }, t('try_' + end)));

const otherWays = ({ choices, chosen }) => choices.length > 1 && h('div', { class: 'choices', role: 'group', 'aria-label': t('other_ways') },
  h('p', { class: 'mute' }, t('other_ways')),
  choices.map((way, i) => h('button', { type: 'button', class: 'choice', id: 'way-' + i, 'aria-pressed': String(i === chosen), on: { click: () => acts.choose(i) } }, i === 0 ? t('quickest_way') : said(way))));

const afloat = (way) => Boolean(way.legs) || isBoat(way.vehicle);

const wayLegend = (ways, choices) => h('ul', { class: 'way-legend' },
  [
    ['open', 'state_open'], ['slow', 'state_slow'], ways.some(afloat) && ['boat', 'state_boat'], (ways.length > 1 && ['beside', 'state_beside']) || (choices > 1 && ['beside', 'other_ways']),
  ].filter(Boolean).map(([kind, key]) => h('li', {}, h('span', { class: 'way-key way-key-' + kind }), t(key))));
