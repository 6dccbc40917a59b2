// The form for a report of a road: by a tap on a state, by a message in words, or an officer's permission for trucks.

import { newId, post } from './api.js';
import { h } from './dom.js';
import { refit } from './popup.js';
import { get } from './state.js';
import { said, t } from './text.js';

const STATES = ['open', 'shallow', 'knee_deep', 'waist_deep', 'chest_deep', 'closed', 'bridge_gone'];
const MAY_ALLOW = ['officer', 'coordinator', 'administrator'];
const MOST_ALLOWED_M = 0.9; // domain facts, section 2
const USUAL_HOURS = 6;

/** Sends one report; the same button pressed twice sends the same report. `done` is called when it is kept. */
function sender(error, done) {
  const id = newId();
  return async (report) => {
    error.textContent = '';
    try {
      await post('/road-reports', { id, disaster: get('disaster').id, ...report });
      done();
    } catch (failure) {
      show(error, failure);
    }
  };
}

function show(error, failure) {
  if (!failure.problem) {
    throw failure;
  }
  error.textContent = said(failure.problem);
}

const errorLine = () => h('p', { class: 'error', role: 'alert' });

/** What to say of one stretch at a place; `understood` is called with what a message was read as. */
export function stretchForm(stretch, lonLat, understood, done) {
  const error = errorLine();
  const send = sender(error, done);
  return [
    h('p', {}, t('road_how', { length: Math.round(stretch.properties.length_m) })),
    h('p', { class: 'acts' }, STATES.map((state) => h('button', { type: 'button', class: 'button', on: { click: () => send({ state, at: lonLat }) } }, t('road_' + state)))),
    error,
    textForm(lonLat, understood),
    MAY_ALLOW.includes(get('session').role) && permissionForm(lonLat, done),
  ];
}

/** A message, typed or pasted. It is shown as it was understood before it is sent. */
export function textForm(lonLat, understood) {
  const error = errorLine();
  const text = h('textarea', { id: 'road-text', rows: 2, maxlength: 500, required: true, placeholder: t('road_text_example') });
  const readText = async () => {
    error.textContent = '';
    try {
      understood(await post('/road-report-texts', { text: text.value, at: lonLat }), text.value);
    } catch (failure) {
      show(error, failure);
      text.focus();
    }
  };
  return h('form', { class: 'road-words', on: { submit: (event) => { event.preventDefault(); readText(); } } },
    h('label', { for: 'road-text' }, t('road_text')), text,
    h('p', { class: 'acts' }, h('button', { type: 'submit', class: 'button' }, t('road_text_read'))),
    error);
}

/** What a message was read as, to be sent or written anew. */
export function understoodForm(stretch, text, again, done) {
  const { state, at, place_by: placeBy, road_name: roadName, length_m: length } = stretch.properties;
  const error = errorLine();
  const send = sender(error, done);
  return [
    h('blockquote', { class: 'told' }, text),
    h('p', {}, t('road_understood'), ' ', h('b', { id: 'road-understood' }, t('road_' + state)), ', ', roadName || t('road_without_name'), ' (', Math.round(length), ' m).'),
    h('p', { class: 'mute' }, t('road_place_' + placeBy)),
    h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button primary', on: { click: () => send({ text, at }) } }, t('road_text_send')),
      h('button', { type: 'button', class: 'button', on: { click: again } }, t('road_text_again'))),
    error,
  ];
}

function permissionForm(lonLat, done) {
  const error = errorLine();
  const send = sender(error, done);
  const field = (id, label, input) => [h('label', { for: id }, label), input];
  const upTo = h('input', { id: 'allow-depth', type: 'number', min: 0.1, max: MOST_ALLOWED_M, step: 0.05, value: MOST_ALLOWED_M, required: true });
  const until = h('input', { id: 'allow-until', type: 'datetime-local', value: localTime(new Date(Date.now() + USUAL_HOURS * 3600000)), required: true });
  const officer = h('input', { id: 'allow-officer', maxlength: 100, value: get('session').name || '', autocomplete: 'name', required: true });
  const reason = h('input', { id: 'allow-reason', maxlength: 300, required: true });
  const allow = () => send({
    state: 'truck_allowed', at: lonLat, up_to_m: Number(upTo.value), until: until.value + ':00+07:00', officer: officer.value, reason: reason.value,
  });
  return h('details', { class: 'permission', on: { toggle: refit } },
    h('summary', {}, t('allow_trucks')),
    h('form', { on: { submit: (event) => { event.preventDefault(); allow(); } } },
      h('p', { class: 'mute' }, t('allow_help')),
      field('allow-depth', t('allow_depth'), upTo),
      field('allow-until', t('allow_until'), until),
      field('allow-officer', t('allow_officer'), officer),
      field('allow-reason', t('allow_reason'), reason),
      h('p', { class: 'acts' }, h('button', { type: 'submit', class: 'button primary' }, t('allow_send'))),
      error));
}

/** As the field writes it: the clock of Vietnam, whatever the device says. */
const localTime = (date) => new Date(date.getTime() + 7 * 3600000).toISOString().slice(0, 16);
