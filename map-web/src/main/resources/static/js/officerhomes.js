// The households of the officer's units by hamlet, urgent first: what they need, when that was confirmed, one tap that it
// still holds, and moves to a shelter and home. Names are searched in memory and never stand in an address.

import { newId, newestOnly, read } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { ago, households, itemAmount, number, people } from './format.js';
import { unreachable } from './ground.js';
import { urgencyShape } from './icons.js';
import { onChanged } from './live.js';
import { inOrder, matches, unitsOf } from './officerhomesorder.js';
import { everyHome } from './officerhomesread.js';
import { printHamlet } from './officerprint.js';
import { sendOrKeep, waitingAct } from './officersend.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { unitField } from './unitfield.js';

const GATHER_MS = 20000;
const SHOWN = 100; // rows of a hamlet at once

const newest = newestOnly();
const wide = new Map(); // rows shown of each unit
const opened = new Set(); // units whose rows are drawn

export function startHomes() {
  set({ homes: null, homesFind: '', homesUnit: get('homesUnit') || '', moving: null, shelters: [], homeTrouble: null });
  head();
  on('lang', head);
  on('session disaster', again);
  on('lang homes homesFind items moving shelters homeTrouble acts', draw);
  on('sentAt', readHomes);
  on('part', () => get('part') === 'homes' && readHomes());
  onChanged((topics) => ['needs', 'households'].some((topic) => topics.includes(topic)) && readLater());
  asked = asks();
  readHomes();
}

let later = 0;

// In a flood something changes every second; a list of thousands is read again once for many changes, and only while it is seen.
function readLater() {
  later = later || setTimeout(() => { later = 0; if (get('part') === 'homes') { readHomes(); } }, GATHER_MS);
}

// A province is too many to read at once: its officers name a unit.
export const everything = () => get('session').role === 'administrator' || (get('session').units || []).some((unit) => unit.length === 2);

function head() {
  const find = h('input', { id: 'homes-find', type: 'search', autocomplete: 'off', spellcheck: 'false', value: get('homesFind'), on: { input: () => set({ homesFind: find.value }) } });
  const unit = h('input', { id: 'homes-unit', size: 10, autocomplete: 'off', value: get('homesUnit'), on: { change: () => { set({ homesUnit: unit.value.trim(), homes: null }); readHomes(); } } });
  fill(byId('homes-head'), h('h2', {}, t('homes_title')), h('label', { for: 'homes-find' }, t('homes_find')), find,
    everything() && [h('label', { for: 'homes-unit' }, t('homes_unit')), unitField(unit)]);
}

let asked = '';
const asks = () => [get('session').role, get('session').name, (get('disaster') || {}).id].join('\n');

function again() {
  if (asks() !== asked) {
    asked = asks();
    opened.clear();
    set({ homes: null, moving: null });
    head();
    readHomes();
  }
}

export async function readHomes() {
  if (!get('session').signed_in || !get('disaster') || (everything() && !get('homesUnit'))) {
    return;
  }
  const answer = await tried('homes', () => everyHome(newest, { unit: get('homesUnit') }));
  if (answer) {
    set({ homes: answer });
  } else if (!get('homes') && get('day') && unreachable()) {
    set({ homes: get('day').homes, shelters: get('day').shelters });
  }
  const shelters = await tried('shelters', () => read('/shelters', { simulated: get('disaster').simulated }));
  if (shelters) {
    set({ shelters: shelters.items });
  }
}

function draw() {
  const homes = get('homes');
  const place = byId('homes');
  if (!homes) {
    fill(place, h('p', { class: 'pad mute' }, t(everything() && !get('homesUnit') ? 'homes_which' : 'reading')));
    return;
  }
  const find = get('homesFind');
  const found = homes.filter((home) => matches(home, find));
  fill(byId('homes-trouble'), get('homeTrouble') && said(get('homeTrouble')));
  fill(place,
    h('p', { class: 'pad mute', role: 'status' }, t('homes_sum', { households: households(found.length), due: number(found.filter((home) => home.unconfirmed).length) })),
    homes.length === 0 && h('p', { class: 'pad' }, t('homes_empty')),
    unitsOf(found).map((unit) => hamlet(unit, find !== '')));
}

function hamlet({ code, name, homes }, searching) {
  const open = searching || opened.has(code);
  const most = wide.get(code) || SHOWN;
  const due = homes.filter((home) => home.unconfirmed).length;
  const rows = open ? inOrder(homes).slice(0, most) : [];
  return h('section', { class: 'hamlet' },
    h('h3', {}, h('button', { type: 'button', class: 'link', 'data-hamlet': code, 'aria-expanded': String(open), on: { click: () => { if (!opened.delete(code)) { opened.add(code); } draw(); } } }, name || t('homes_no_hamlet')),
      h('span', { class: 'mute' }, ' ' + households(homes.length) + ' · ' + people(homes.reduce((sum, home) => sum + home.people, 0)) + (due ? ' · ' + t('homes_due', { n: due }) : '')),
      h('button', { type: 'button', class: 'plain', 'data-print': code, on: { click: () => printHamlet({ code, name, homes }) } }, t('homes_print'))),
    open && h('table', { class: 'homes' },
      h('thead', {}, h('tr', {}, ['home_name', 'home_people', 'home_needs', 'home_confirmed', 'home_acts'].map((head) => h('th', { scope: 'col' }, t(head))))),
      h('tbody', {}, rows.map(row))),
    open && homes.length > most && h('p', { class: 'pad' }, h('button', { type: 'button', class: 'button', 'data-more': code, on: { click: () => { wide.set(code, most + SHOWN); draw(); } } }, t('homes_more', { n: number(homes.length - most) }))));
}

function row(home) {
  const lacks = home.needs.filter((need) => need.open > 0);
  return h('tr', { class: home.unconfirmed ? 'due' : null },
    h('th', { scope: 'row' }, home.urgency && urgencyShape(home.urgency, t(home.urgency)), h('b', {}, home.name || t('home_nameless')), home.ref && h('span', { class: 'mute' }, ' ' + home.ref),
      h('span', { class: 'mute' }, [home.address, home.precision === 'approximate' && t('home_about'), home.shelter_name && t('home_in', { name: home.shelter_name })].filter(Boolean).join(' · '))),
    h('td', {}, people(home.people), home.vulnerable_people > 0 && h('span', { class: 'mute' }, ' ' + t('n_vulnerable', { n: home.vulnerable_people }))),
    h('td', {}, lacks.length ? lacks.map((need) => itemAmount(need.open, get('items').get(need.item), need.item)).join(', ') : t('home_lacks_nothing')),
    h('td', {}, waitingAct(home.id) ? h('b', {}, t('field_unsent')) : home.confirmed_at && (home.unconfirmed ? t('home_late', { time: ago(home.confirmed_at) }) : ago(home.confirmed_at))),
    h('td', { class: 'home-acts' }, get('moving') === home.id ? mover(home) : [
      home.here && lacks.length > 0 && h('button', { type: 'button', class: 'button', 'data-still': home.id, on: { click: () => stillNeeded(home) } }, t('home_still'), h('span', { class: 'unseen' }, ' ' + home.name)),
      h('button', { type: 'button', class: 'plain', 'data-move': home.id, on: { click: () => { set({ moving: home.id, homeTrouble: null }); byId('home-to').focus(); } } }, t('home_move'), h('span', { class: 'unseen' }, ' ' + home.name)),
      h('button', { type: 'button', class: 'plain', 'data-own': home.id, on: { click: async () => (await import('./officerdata.js')).openOwnData(home) } }, t('home_data'), h('span', { class: 'unseen' }, ' ' + home.name))]));
}

function mover(home) {
  const to = h('select', { id: 'home-to', 'aria-label': t('home_move_to', { name: home.name }), on: { keydown: (event) => event.key === 'Escape' && set({ moving: null }) } },
    home.shelter && h('option', { value: '' }, t('home_back')),
    get('shelters').filter((one) => one.id !== home.shelter).map((one) => h('option', { value: one.id }, one.name + (one.full ? ' (' + t('home_full') + ')' : ''))));
  const some = to.options.length > 0;
  return [some ? to : h('span', { id: 'home-to', tabindex: '-1' }, t('home_no_shelter')),
    some && h('button', { type: 'button', class: 'button', 'data-go': home.id, on: { click: () => move(home, to.value || null) } }, t('home_go')),
    h('button', { type: 'button', class: 'plain', on: { click: () => set({ moving: null }) } }, t('home_cancel'))];
}

/** Sends one act at a household; a refusal is shown and nothing changes. */
async function act(home, kind, path, body, after) {
  set({ homeTrouble: null });
  try {
    await sendOrKeep({ kind, about: home.id, before: {}, path: '/households/' + home.id + path, body, label: t('field_act_' + kind) });
    after();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ homeTrouble: failure.problem });
  }
}

function changed(home, values) {
  set({ homes: get('homes').map((one) => (one.id === home.id ? { ...one, ...values } : one)) });
}

function stillNeeded(home) {
  const at = new Date().toISOString();
  return act(home, 'confirmation', '/confirmations?disaster=' + get('disaster').id, { id: newId(), at }, () => {
    changed(home, { confirmed_at: at, unconfirmed: false });
    say(t('home_did_confirm', { name: home.name }));
  });
}

function move(home, shelter) {
  return act(home, 'move', '/moves', { id: newId(), shelter }, () => {
    const to = get('shelters').find((one) => one.id === shelter);
    set({ moving: null });
    changed(home, { shelter, shelter_name: to ? to.name : null });
    say(t(shelter ? 'home_did_move' : 'home_did_return', { name: home.name }));
    readHomes();
  });
}
