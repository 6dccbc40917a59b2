// What goes into a plan: when, how long, which depots, vehicles and communes, and the stock against what is still needed.

import { put, read } from './api.js';
import { byId, fill, h } from './dom.js';
import { clock, clockAndDay, column, fromInput, number, placeTitle, toInput } from './format.js';
import { icon } from './icons.js';
import { itemName } from './lacks.js';
import { onChanged } from './live.js';
import { chooseStep, tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { mayPlan, orderPlan } from './tourplan.js';
import { VEHICLES } from './vehicles.js';

const QUARTER_MS = 15 * 60 * 1000;
const AFTER_MS = 400; // so that the click that leaves a field still meets its button

// What the form holds. All depots, vehicles, communes and items take part but those that are `off`.
const order = { start: null, hours: 10, seconds: 30, night: false, off: new Set(), opened: new Set() };

export function startOrder() {
  set({ stock: null });
  on('disaster', readStock);
  onChanged((topics) => topics.includes('supply') && readStock());
  on('lang steps depots fleet stock items summary session at plan', draw);
  on('orderProblem', tellProblem);
  byId('order').addEventListener('focusout', () => waits && setTimeout(draw, AFTER_MS));
  draw();
  readStock();
}

async function readStock() {
  const stock = get('disaster') && (await tried('stock', () => read('/stock')));
  if (stock) {
    set({ stock: stock.items });
  }
}

// The service plans with simulated depots and vehicles in a drill, with real ones else.
const ofKind = (all) => (all || []).filter((one) => get('disaster') && one.simulated === get('disaster').simulated);
const depots = () => ofKind(get('depots'));
const usedDepots = () => depots().filter((depot) => !order.off.has(depot.id));
const fleet = () => ofKind(get('fleet')).filter((one) => usedDepots().some((depot) => depot.id === one.depot_id));
const canGo = (vehicle) => !vehicle.broken_since && !order.off.has(vehicle.id);
const communes = () => ((get('summary') || {}).communes || []).filter((one) => one.full_name && one.lacks.some((line) => line.open > 0)).map((one) => ({ id: one.code, name: one.full_name }));
const lacks = () => ((get('summary') || {}).totals || []).filter((line) => line.open > 0);

function waterOfNow() {
  const times = get('steps').map((step) => new Date(step.at).getTime());
  return times.length > 0 && Date.now() >= times[0] && Date.now() <= times[times.length - 1];
}

// Now, while the water is known for now; else the moment of the water on the map.
function startAt() {
  const now = new Date(Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS).toISOString();
  return order.start || (waterOfNow() || !get('at') ? now : get('at'));
}

const typing = () => byId('order').contains(document.activeElement) && ['number', 'datetime-local'].includes(document.activeElement.type);

// Nothing is drawn anew under somebody's hands: what comes while a figure is typed waits until the field is left.
let waits = false;

function draw() {
  waits = typing();
  if (waits) {
    return;
  }
  if (!mayPlan()) {
    fill(byId('order'));
    return;
  }
  fill(byId('order'), h('form', { class: 'order-form', novalidate: true, on: { submit: (event) => { event.preventDefault(); go(); } } },
    h('h2', {}, t('order_title')),
    h('label', { for: 'order-start' }, t('order_start')),
    h('input', { type: 'datetime-local', id: 'order-start', value: toInput(startAt()), on: { change: chooseStart } }),
    h('p', { class: 'mute', id: 'order-water' }, get('at') ? t('order_water', { time: clockAndDay(get('at')) }) : t('order_no_water')),
    h('div', { class: 'order-pair' }, figure('hours', 0.5, 24, 0.5), figure('seconds', 1, 600, 1)),
    nightTick(),
    group('depots', t('order_depots'), icon('depot'), depots(), (depot) => placeTitle(depot.name), () => true),
    h('p', { class: 'order-head' }, t('order_vehicles')),
    VEHICLES.map((kind) => [kind, fleet().filter((one) => one.vehicle_class === kind)]).filter(([, all]) => all.length)
      .map(([kind, all]) => group(kind, t('vehicle_' + kind), icon(kind), all, vehicleName, (vehicle) => !vehicle.broken_since, mending)),
    communes().length > 0 && group('communes', t('order_communes'), icon('map'), communes(), (commune) => placeTitle(commune.name), () => true),
    stockTable(),
    h('div', { class: 'order-end' },
      h('p', { class: 'error', id: 'order-error', role: 'alert' }),
      h('button', { type: 'submit', class: get('plan') ? 'button' : 'button primary', id: 'order-go' }, t('order_go')))));
  tellProblem();
}

function tellProblem() {
  const place = byId('order-error');
  if (place) {
    place.textContent = get('orderProblem') ? said(get('orderProblem')) : '';
  }
}

const vehicleName = (vehicle) => placeTitle(vehicle.name) + (vehicle.broken_since ? ', ' + t('order_broken', { time: clock(vehicle.broken_since) }) : '');

function figure(name, min, max, step) {
  return h('div', {},
    h('label', { for: 'order-' + name }, t('order_' + name)),
    h('input', { type: 'number', id: 'order-' + name, min, max, step, value: order[name], on: { input: (event) => figured(name, event.target.valueAsNumber) } }));
}

function figured(name, value) {
  order[name] = value;
  if (name === 'seconds' && inRange(value)) {
    set({ seconds: Math.round(value) });
  }
}

const inRange = (seconds) => seconds >= 1 && seconds <= 600;

function nightTick() {
  const box = h('input', { type: 'checkbox', id: 'order-night', checked: order.night, on: { change: () => { order.night = box.checked; } } });
  return h('label', { class: 'order-night' }, box, h('span', {}, t('order_night')));
}

async function chooseStart(event) {
  order.start = fromInput(event.target.value);
  const before = get('steps').filter((step) => new Date(step.at) <= new Date(startAt()));
  const step = before[before.length - 1] || get('steps')[0];
  if (step && step.at !== get('at')) {
    await chooseStep(step.at);
  }
}

const mending = (vehicle) => vehicle.broken_since && h('button', { type: 'button', class: 'link', id: 'mended-' + vehicle.id, on: { click: () => mended(vehicle.id) } }, t('order_mended'));

// The list of vehicles is read again when the server tells that it changed.
async function mended(vehicle) {
  set({ orderProblem: null });
  try {
    await put('/vehicles/' + vehicle + '/broken', { broken: false });
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ orderProblem: failure.problem });
  }
}

function group(id, words, sign, all, name, able, more = () => null) {
  const chosen = all.filter((one) => able(one) && !order.off.has(one.id));
  const toggle = (event) => order.opened[event.target.open ? 'add' : 'delete'](id);
  return h('details', { class: 'order-group', open: order.opened.has(id), on: { toggle } },
    h('summary', {}, sign, h('span', { class: 'order-words' }, words), h('span', {}, t('order_chosen', { n: number(chosen.length), all: number(all.length) }))),
    allOrNone(id, all.map((one) => one.id)),
    h('ul', {}, all.map((one) => h('li', {}, tick(one.id, name(one), able(one)), more(one)))));
}

function allOrNone(id, all) {
  const some = all.some((one) => !order.off.has(one));
  const turn = () => {
    all.forEach((one) => order.off[some ? 'add' : 'delete'](one));
    draw();
  };
  return all.length > 1 && h('button', { type: 'button', class: 'plain', id: 'all-' + id, on: { click: turn } }, t(some ? 'order_none' : 'order_all'));
}

function tick(id, words, able) {
  const box = h('input', { type: 'checkbox', id: 'use-' + id, checked: able && !order.off.has(id), disabled: !able, on: { change: () => { order.off[box.checked ? 'delete' : 'add'](id); draw(); } } });
  return h('label', { class: able ? null : 'mute' }, box, h('span', {}, words));
}

function stockTable() {
  const used = new Set(usedDepots().map((depot) => depot.id));
  const inStock = (item) => (get('stock') || []).filter((line) => line.item === item && used.has(line.depot_id)).reduce((sum, line) => sum + line.quantity, 0);
  return h('table', { class: 'order-stock' },
    h('caption', {}, t('order_stock'), allOrNone('items', lacks().map((line) => line.item))),
    h('tbody', {}, lacks().map((line) => {
      const item = get('items').get(line.item);
      const stock = inStock(line.item);
      const short = line.open > stock;
      const { unit, write } = column(item || null, Math.max(line.open, stock));
      return h('tr', {},
        h('th', { scope: 'row' }, tick(line.item, itemName(line.item) + ' (' + unit + ')', true)),
        h('td', { class: 'num' }, write(stock), ' / ', h('span', { class: short ? 'short' : null }, write(line.open)),
          short && h('span', { class: 'short short-words' }, t('order_short', { amount: write(line.open - stock) }))));
    })));
}

// What is left out of the order means all; so only a choice is sent.
const named = (all, chosen) => (chosen.length === all.length ? undefined : chosen.map((one) => one.id));

function go() {
  const items = lacks().map((line) => ({ id: line.item }));
  const wanted = items.filter((item) => !order.off.has(item.id));
  const going = fleet().filter(canGo);
  const area = communes().filter((commune) => !order.off.has(commune.id));
  const missing = [['depots', usedDepots()], ['vehicles', going], ['items', wanted], ['communes', communes().length ? area : [null]]].find(([, chosen]) => !chosen.length);
  const wrong = !(order.hours >= 0.5 && order.hours <= 24) ? 'hours' : !inRange(order.seconds) ? 'seconds' : null;
  if (missing || wrong) {
    byId('order-error').textContent = wrong ? t('order_' + wrong + '_range') : t('order_nothing', { what: t('what_' + missing[0]) });
    byId(wrong ? 'order-' + wrong : 'order-go').focus();
    return;
  }
  orderPlan({
    starts_at: order.start || (waterOfNow() ? undefined : startAt()), // who names no hour in the dark starts at first light
    hours: order.hours,
    seconds: get('seconds'),
    night: order.night,
    depots: named(depots(), usedDepots()),
    vehicles: named(fleet(), going),
    items: named(items, wanted),
    communes: named(communes(), area),
  });
}
