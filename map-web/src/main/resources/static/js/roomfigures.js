// The figures of the wall, always in this order: calls for help, in the water, cut off, what is lacking most, on its way,
// handed over.

import { byId, fill, h } from './dom.js';
import { column, duration, inSentence, mass, number } from './format.js';
import { itemName, itemOf, worst } from './lacks.js';
import { get, on } from './state.js';
import { t } from './text.js';

const HOUR_MS = 3600 * 1000;

let only = null;

/** @param name of the one figure that is shown; null for all */
export function startFigures(name = null) {
  only = name;
  on('lang at sos exposure cutOff summary items disaster tours', draw);
  draw();
}

function draw() {
  const summary = get('summary') || {};
  const totals = (summary.totals || []).length ? summary.totals : null; // nobody told of any need: nothing is known, which is not 0
  byId('figures').classList.toggle('figures-six', get('sos') !== null);
  const figures = {
    sos: () => get('sos') && calls(get('sos')),
    in_water: () => inWater(get('exposure')),
    cut_off: () => cutOff(get('cutOff')),
    lacking: () => lacking(totals),
    on_the_way: () => onTheWay(totals),
    delivered: () => handedOver(totals),
  };
  if (summary.suppressed) {
    ['lacking', 'on_the_way', 'delivered'].forEach((name) => { figures[name] = () => figure(name === 'lacking' ? 'nothing_lacking' : name, t('few')); });
  }
  fill(byId('figures'), (only in figures ? [only] : Object.keys(figures)).map((name) => figures[name]()));
}

/** `value` undefined or null: not known; what has no digit is written as words. */
function figure(key, value, more, kind) {
  const words = value === undefined || value === null ? t('not_known') : typeof value === 'string' && !/\d/.test(value) ? value : null;
  return h('div', { class: 'figure' + (kind ? ' figure-' + kind : ''), 'data-figure': key },
    h('h2', {}, t('figure_' + key)),
    h('p', words ? { class: 'words' } : {}, words || value, !words && more && h('small', {}, more)));
}

// Who waits longest with nobody on the way is what counts.
function calls(sos) {
  const open = sos.waiting + sos.sent + sos.acknowledged + sos.on_the_way + sos.not_found;
  const oldest = sos.oldest_waiting_s;
  const more = oldest !== null && oldest !== undefined ? t('sos_waiting', { time: duration(oldest) }) : open ? t('sos_held') : '';
  return figure('sos', number(open), more, open ? 'critical' : null);
}

// A count that is too small to be shown is not 0.
const count = (total) => (total === null || total === undefined || total.people === null ? t('few') : number(total.people));

// Without any water on record, or without any home, nobody has counted: that is not 0.
const counted = (exposure) => exposure && (exposure.observed_at || exposure.forecast) && !(exposure.total && exposure.total.households === 0);

function inWater(exposure) {
  if (!counted(exposure)) {
    return figure('in_water', null);
  }
  const steps = exposure.steps.map((step) => ({ at: step.at, people: step.in_water_people }));
  return figure('in_water', count(exposure.total.in_water), change(exposure.at, steps), isOf(exposure.at) ? null : 'old');
}

function cutOff(answer) {
  if (!answer || (get('exposure') && !counted(get('exposure')))) {
    return figure('cut_off', null);
  }
  const some = answer.total && answer.total.people > 0;
  return figure('cut_off', count(answer.total), change(answer.at, answer.steps), !isOf(answer.asked) ? 'old' : some ? 'critical' : null);
}

// A figure of another hour than the chosen one stands back until its own is there.
const isOf = (at) => new Date(at).getTime() === new Date(get('at')).getTime();

// Against the last step that lies an hour or more before, where there is one; the head says so.
function change(at, steps) {
  const now = steps.find((step) => step.at === at);
  const before = steps.filter((step) => new Date(step.at) <= new Date(at) - HOUR_MS).pop();
  if (!now || !before || now.people === null || before.people === null || now.people === undefined) {
    return '';
  }
  const more = now.people - before.people;
  return more > 0 ? '▲\u00a0' + number(more) : more < 0 ? '▼\u00a0' + number(-more) : '=';
}

function lacking(totals) {
  const most = totals && worst(totals.filter((line) => line.open > 0));
  if (!most) {
    return figure('nothing_lacking', totals ? number(0) : null);
  }
  const item = itemOf(most);
  const scale = column(item, most.open);
  const box = figure('lacking', [scale.write(most.open), h('span', { class: 'unit' }, '\u00a0' + scale.unit)], most.under_way > 0 ? t('under_way_short', { amount: scale.write(most.under_way) }) : '');
  box.querySelector('h2').textContent = t('figure_lacking', { item: inSentence(itemName(most.item)) });
  return box;
}

function onTheWay(totals) {
  const tours = get('tours') || [];
  const late = tours.filter((tour) => tour.state === 'late').length;
  const more = tours.length ? t('n_tours', { n: tours.length }) + (late ? ', ' + t('n_late', { n: late }) : '') : '';
  return figure('on_the_way', totals && mass(masses(totals).under_way), more, late ? 'late' : null);
}

// Kilograms over all items; cash has none and is not in it, which the words say.
function masses(totals) {
  const sum = (field) => totals.reduce((kg, line) => kg + (line[field] || 0) * (itemOf(line) || { mass_kg: 0 }).mass_kg, 0);
  return { needed: sum('needed'), under_way: sum('under_way'), delivered: sum('delivered') };
}

function handedOver(totals) {
  if (!totals) {
    return figure('delivered', null);
  }
  const { needed, delivered } = masses(totals);
  return figure('delivered', needed > 0 ? number((100 * delivered) / needed) + ' %' : number(0), t('by_mass', { amount: mass(delivered) }));
}
