// What is kept of one household, to be corrected or erased: for the person on a page of the own, for whom an officer helps in a sheet.

import { read } from './api.js';
import { fill, h, say } from './dom.js';
import { clockAndDay, itemAmount, number } from './format.js';
import words from './ownviewtext.vi.js';
import { get, on } from './state.js';
import { addWords, said, t } from './text.js';

const FIELDS = [['name', 'own_name', {}], ['new_phone', 'own_phone', { type: 'tel' }], ['address', 'own_address', {}], ['people', 'own_people', { type: 'number', min: 1, max: 10000 }], ['vulnerable_people', 'own_vulnerable', { type: 'number', min: 0, max: 10000 }]];
const NUMBERS = ['people', 'vulnerable_people'];

/** To be waited for before anything is shown. */
export const ownWords = addWords(words, (lang) => import('./ownviewtext.' + lang + '.js'));

/** Shows what was read; `doors` are {correct(changes), erase}, which answer as the server does. */
export function showOwnData(place, first, doors) {
  const state = { data: first, part: 'see', commune: '' };
  const draw = () => fill(place, h('div', { class: 'own' }, parts[state.part]()));
  const go = (part) => {
    state.part = part;
    draw();
    const head = place.querySelector('h2');
    (place.querySelector('form input') || head).focus();
  };
  const parts = {
    see: () => seen(state, go),
    correct: () => correction(state, go, doors),
    erase: () => last(go, doors),
    erased: () => [h('h2', { tabindex: '-1' }, t('own_erased')), h('p', {}, t('own_erased_help'))],
  };
  on('lang items', () => place.isConnected && state.part !== 'correct' && draw());
  go('see');
  communeOf(first.admin_code).then((name) => { state.commune = name; if (state.part === 'see') { draw(); } });
}

async function communeOf(code) {
  if (!code) {
    return '';
  }
  try {
    const found = (await read('/admin-units', { q: code, limit: 1 })).items[0];
    return found && found.code === code ? found.full_name : code;
  } catch (failure) {
    return code; // the code says it too
  }
}

function seen(state, go) {
  const { data } = state;
  const line = (name, value) => [h('dt', {}, t(name)), h('dd', {}, value || t('own_nothing'))];
  const needs = data.needs.map((need) => itemAmount(need.open, get('items').get(need.item), need.item)).join(', ');
  return [
    h('h2', { tabindex: '-1' }, data.name || t('own_nameless')),
    data.simulated && h('p', { class: 'drill' }, h('b', {}, t('drill')), ' · ' + t('simulated')),
    h('dl', {},
      line('own_name', data.name), line('own_phone', data.phone), line('own_people', number(data.people)), line('own_vulnerable', number(data.vulnerable_people)),
      line('own_address', data.address), line('own_commune', state.commune),
      line('own_place', number(data.place[1], 5, 5) + ' · ' + number(data.place[0], 5, 5) + ' (' + t('own_place_' + data.precision) + ')'),
      line('own_needs', needs), line('own_basis', t('own_basis_' + data.legal_basis)),
      line('own_until', data.keep_until ? clockAndDay(data.keep_until) : t('own_while_open'))),
    data.erased_at
      ? h('p', {}, t('own_erased'))
      : h('p', {},
        h('button', { type: 'button', class: 'button', id: 'own-correct', on: { click: () => go('correct') } }, t('own_correct')),
        h('button', { type: 'button', class: 'button bad', id: 'own-erase', on: { click: () => go('erase') } }, t('own_erase')))];
}

function correction(state, go, doors) {
  const now = { ...state.data, new_phone: state.data.phone };
  const inputs = FIELDS.map(([name, label, more]) => h('input', { name, id: 'own-new-' + name, value: String(now[name]), autocomplete: 'off', 'aria-describedby': 'own-error', ...more }));
  const save = async () => {
    const changes = {};
    inputs.filter((input) => input.value.trim() !== String(now[input.name])).forEach((input) => { changes[input.name] = NUMBERS.includes(input.name) ? Number(input.value) : input.value.trim(); });
    await acted(async () => {
      state.data = await doors.correct(changes);
      go('see');
      say(t('own_corrected'));
    });
  };
  return [h('h2', { tabindex: '-1' }, t('own_correct')),
    h('form', { novalidate: true, on: { submit: (event) => { event.preventDefault(); save(); } } },
      inputs.map((input, i) => h('p', {}, h('label', {}, t(FIELDS[i][1]), h('br', {}), input))), trouble(),
      h('p', {}, h('button', { type: 'submit', class: 'button primary' }, t('own_save')), back(go)))];
}

function last(go, doors) {
  return [h('h2', { tabindex: '-1' }, t('own_erase')),
    h('div', { class: 'last' }, h('p', {}, t('own_erase_what')), h('p', {}, t('own_erase_keeps')), h('p', {}, h('b', {}, t('own_erase_end')))), trouble(),
    h('p', {}, h('button', { type: 'button', class: 'button bad', id: 'own-erase-yes', on: { click: () => acted(async () => { await doors.erase(); go('erased'); say(t('own_erased')); }) } }, t('own_erase_yes')), back(go))];
}

const back = (go) => h('button', { type: 'button', class: 'button quiet', id: 'own-back', on: { click: () => go('see') } }, t('own_back'));
const trouble = () => h('p', { id: 'own-error', role: 'alert' });

// What was typed stays when the server refuses it.
async function acted(job) {
  try {
    await job();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    const place = document.getElementById('own-error');
    fill(place, said(failure.problem));
    const field = failure.problem.field && document.getElementById('own-new-' + (failure.problem.field === 'phone' ? 'new_phone' : failure.problem.field));
    if (field) {
      field.focus();
    }
  }
}
