// A day in the field: the queue with its cases and the households of the units, kept sealed on the device; what waits to be
// sent; and what somebody else decided meanwhile.

import { read } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { clockAndDay, number } from './format.js';
import { drawConflicts, startConflicts } from './officerconflicts.js';
import { keepTiles, readUnits } from './officerground.js';
import { everything } from './officerhomes.js';
import { everyHome } from './officerhomesread.js';
import { forgetDay, keepDay, mayKeep } from './officerkept.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';
import { forgetTiles } from './tilecaches.js';

const AT_ONCE = 4; // cases read side by side
const MOST = 500;
const TOLD_EACH = 25; // tiles

export function startField() {
  set({ fieldBusy: '', fieldTiles: '' });
  startConflicts();
  on('lang day fieldBusy fieldTiles acts refusedActs conflicts queue', draw);
  draw();
}

async function take() {
  if (get('fieldBusy') || get('fieldTiles')) {
    return; // under way
  }
  const kept = await tried('field', async () => {
    const queue = (await read('/verifications', ofDisaster({ state: 'waiting', limit: MOST }))).items;
    const cases = {};
    const left = queue.slice();
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.pop(); one; one = left.pop()) {
        cases[one.report] = await read('/verifications/' + one.report);
        set({ fieldBusy: t('field_reading', { n: Object.keys(cases).length, of: queue.length }) });
      }
    }));
    const homes = everything() && !get('homesUnit') ? [] : await everyHome(read, { unit: get('homesUnit') });
    const shelters = (await read('/shelters', { simulated: get('disaster').simulated })).items;
    const { ground, urls } = await readUnits(queue, get('homesUnit'));
    const day = { at: new Date().toISOString(), session: get('session'), disaster: get('disaster'), disasters: get('disasters'), items: Array.from(get('items').values()), queue, cases, homes, shelters, ground };
    await keepDay(day);
    return { day, urls };
  });
  set({ fieldBusy: '' });
  if (kept) {
    set({ day: kept.day });
    await takeTiles(kept);
    say([t('field_kept', words(kept.day)), tilesKept()].join(' '));
  }
}

// After the rest, which is what the day cannot do without. Whoever signs out meanwhile keeps nothing.
async function takeTiles({ day, urls }) {
  const told = (n) => n % TOLD_EACH === 0 && set({ fieldTiles: t('field_tiles', { n: number(n), of: number(urls.length) }) });
  told(0);
  const tiles = urls.length ? await keepTiles(urls, told) : { kept: 0 };
  set({ fieldTiles: '' });
  if (get('day') && get('day').at === day.at) {
    const whole = { ...day, tiles };
    await keepDay(whole);
    set({ day: whole });
  } else {
    await forgetTiles('day');
  }
}

/** What is kept of the map, in words. */
function tilesKept() {
  const { tiles, ground } = get('day') || {};
  if (!tiles) {
    return '';
  }
  return tiles.kept
    ? t('field_ground', { n: tiles.kept, count: number(tiles.kept), size: number(tiles.bytes / 1000), zoom: ground.zooms[1] }) + (tiles.missing ? ' ' + t('field_ground_missing', { n: tiles.missing, count: number(tiles.missing) }) : '')
    : t('field_ground_none');
}

async function leave() {
  await forgetDay();
  set({ day: null });
  say(t('field_left'));
}

const words = (day) => ({ time: clockAndDay(day.at), reports: number(day.queue.length), homes: number(day.homes.length) });

function draw() {
  const day = get('day');
  const waiting = get('acts').filter((act) => !get('refusedActs').some((one) => one.id === act.id));
  fill(byId('field'),
    h('h2', {}, t('field_title')),
    h('p', { class: 'mute' }, t(mayKeep ? 'field_help' : 'field_no_seal')),
    h('p', { role: 'status' }, get('fieldBusy') || (day ? t('field_kept', words(day)) : t('field_none'))),
    h('p', { id: 'field-ground' }, get('fieldTiles') || (!get('fieldBusy') && tilesKept())),
    mayKeep && h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button primary', id: 'field-take', on: { click: take } }, t(day ? 'field_again' : 'field_take')),
      day && h('button', { type: 'button', class: 'button', id: 'field-leave', on: { click: leave } }, t('field_leave'))),
    h('h3', {}, t('field_waiting', { n: waiting.length })),
    waiting.length > 0 && h('ul', { class: 'plain-list' }, waiting.map((act) => h('li', {}, t('field_act_' + act.kind) + (act.code ? ' ' + act.code : '') + ' · ' + clockAndDay(act.at)))),
    drawConflicts());
}
