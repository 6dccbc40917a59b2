// Crews on duty: a team signs its vehicle on, says where it is, and signs off.

import { newId, post, put, remove } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { agoShort, clock, placeTitle } from './format.js';
import { icon } from './icons.js';
import { whereWeAre } from './position.js';
import { coordinates, maySee, readRescue } from './soscalls.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { startFleet } from './tourfleet.js';
import { isBoat } from './vehicles.js';

let chosen = '';
let byTruck = false;
let fromHere = true;
let more = false; // whether a team that is on duty opened the form for another vehicle
let doing = null; // id of the crew, or 'new', that the server is asked about
let trouble = null; // the server's words

export function startDuty() {
  on('crews lang disaster session fleet', draw);
  startFleet();
  draw();
}

const withOthers = (one) => get('taken').includes(one.id);
const ready = () => (get('fleet') || []).filter((one) => !one.broken_since && !(get('crews') || []).some((crew) => crew.vehicle === one.id))
  .sort((a, b) => Number(withOthers(a)) - Number(withOthers(b)) || Number(isBoat(b.vehicle_class)) - Number(isBoat(a.vehicle_class)) || a.name.localeCompare(b.name, 'vi', { numeric: true }));

function draw() {
  const place = byId('duty');
  place.hidden = !maySee() || get('crews') === null;
  if (place.hidden) {
    return;
  }
  fill(place,
    h('h2', { class: 'pad' }, t(coordinates() ? 'duty_all' : 'duty_title')),
    h('p', { class: 'error pad', role: 'alert' }, trouble && said(trouble)),
    get('crews').length ? h('ul', { class: 'crews' }, get('crews').map(row)) : h('p', { class: 'pad' }, t(coordinates() ? 'nobody_on_duty' : 'not_on_duty')),
    get('fleet') && (get('crews').length ? h('details', { class: 'duty-more', open: more, on: { toggle: (event) => { more = event.target.open; } } }, h('summary', {}, t('sign_on_more')), form()) : form()));
}

function row(crew) {
  const button = (id, words, act) => h('button', { type: 'button', class: 'button', 'data-duty': crew.id + ' ' + id, disabled: doing === crew.id, on: { click: act } }, words);
  return h('li', { class: 'crew', 'data-crew': crew.id },
    h('p', {}, icon(crew.vehicle_class), ' ', h('b', {}, placeTitle(crew.name)), crew.by_truck && ' · ' + t('by_truck_short'), crew.busy && ' · ' + t('crew_busy')),
    h('p', { class: 'mute' }, (crew.placed_at ? t('placed', { time: agoShort(crew.placed_at) }) : t('at_depot')) + ' · ' + t('duty_until', { time: clock(crew.until) })),
    h('div', { class: 'acts' },
      !coordinates() && button('here', t('we_are_here'), () => saySpot(crew)),
      button('off', t('sign_off'), () => act(crew.id, () => remove('/crews/' + crew.id), 'signed_off_duty'))));
}

function form() {
  const all = ready();
  const vehicle = chosenOf(all);
  return h('form', { class: 'duty-form', id: 'duty-form', on: { submit: (event) => { event.preventDefault(); signOn(); } } },
    !get('crews').length && h('h3', {}, t('sign_on')),
    h('label', { for: 'duty-vehicle' }, t('duty_vehicle')),
    h('select', { id: 'duty-vehicle', required: true, on: { change: (event) => { chosen = event.target.value; draw(); } } },
      h('option', { value: '' }, t('duty_choose')), all.map((one) => h('option', { value: one.id, selected: one === vehicle, disabled: withOthers(one) },
        placeTitle(one.name) + ' · ' + t('vehicle_' + one.vehicle_class) + (withOthers(one) ? ' · ' + t('vehicle_taken') : '')))),
    vehicle && isBoat(vehicle.vehicle_class) && check('duty-truck', 'by_truck', byTruck, (on) => { byTruck = on; }),
    check('duty-here', 'from_here', fromHere, (on) => { fromHere = on; }),
    h('button', { type: 'submit', class: 'button primary', id: 'duty-go', disabled: doing === 'new' }, t('sign_on')));
}

const chosenOf = (all) => all.find((one) => one.id === chosen && !withOthers(one));

const check = (id, key, checked, change) => h('label', { class: 'duty-check' },
  h('input', { type: 'checkbox', id, checked, on: { change: (event) => change(event.target.checked) } }), h('span', {}, t(key)));

async function signOn() {
  const vehicle = chosenOf(ready());
  if (!vehicle) {
    return;
  }
  await act('new', async () => {
    const here = fromHere ? await whereWeAre() : null;
    await post('/crews', { id: newId(), vehicle: vehicle.id, at: here && here.at, by_truck: isBoat(vehicle.vehicle_class) && byTruck });
    chosen = '';
  }, 'signed_on');
}

const saySpot = (crew) => act(crew.id, async () => {
  const here = await whereWeAre();
  if (!here) {
    trouble = { vi: t('no_position'), en: t('no_position') };
    return;
  }
  await put('/crews/' + crew.id + '/place', { at: here.at });
}, 'spot_said');

async function act(id, job, done) {
  doing = id;
  trouble = null;
  draw();
  try {
    await job();
    say(trouble ? '' : t(done));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    trouble = failure.problem;
  }
  doing = null;
  await readRescue();
  draw();
}
