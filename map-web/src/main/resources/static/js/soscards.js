// Draws the cries for help, each with what can be said of it next.

import { read } from './api.js';
import { openDialog } from './dialog.js';
import { byId, fill, h } from './dom.js';
import { ago, clockAndDay, duration, people, placeTitle } from './format.js';
import { icon, urgencyShape } from './icons.js';
import { assign, coordinates, isHeld, maySee, openPlace, sayOf } from './soscalls.js';
import { placeOf } from './sosplace.js';
import { tried } from './reads.js';
import { get, on } from './state.js';
import { said, t } from './text.js';

const REASONS = ['cannot_pass', 'broken_down', 'too_far', 'not_equipped', 'busy', 'other'];
const NEXT = { sent: ['acknowledged'], acknowledged: ['on_the_way'], on_the_way: ['reached', 'not_found'] };
const COMING = ['sent', 'acknowledged', 'on_the_way'];
const FOR_A_CREW = ['acknowledged', 'on_the_way', 'reached', 'not_found', 'false_alarm'];

export function startCards() {
  on('calls crews places saying kept session lang disaster', draw);
  on('refusal lang', drawRefusal);
  setInterval(draw, 30000); // ages grow while nothing changes
  setInterval(countDown, 1000);
  draw();
}

function draw() {
  const calls = get('calls');
  fill(byId('calls'), heading(calls), calls === null ? notRead() : calls.length ? h('ol', { class: 'call-list' }, calls.map(card)) : h('p', { class: 'pad' }, t(coordinates() ? 'no_calls' : 'no_calls_for_you')));
  countDown();
}

const heading = (calls) => h('h2', { class: 'pad', id: 'calls-title' }, t('calls_title'), calls && calls.length ? ' · ' + calls.length : '');

function notRead() {
  if (get('session').signed_in && maySee()) {
    return h('p', { class: 'pad' }, t('reading'));
  }
  return h('div', { class: 'pad' },
    h('p', { class: 'for-callers' }, t('for_callers') + ' ', h('a', { href: '/report' }, t('to_report')), ' · ', h('a', { href: 'tel:112' }, t('ring_112'))),
    h('p', {}, t(get('session').signed_in ? 'not_yours' : 'sign_in_first')));
}

function drawRefusal() {
  const refusal = get('refusal');
  byId('refused').hidden = !refusal;
  fill(byId('refused'), refusal && (refusal.commune ? placeTitle(refusal.commune) + ': ' : '') + said(refusal.problem));
}

function card(call) {
  const drill = call.simulated && !(get('disaster') && get('disaster').simulated);
  const kept = get('kept').get(call.id);
  return h('li', { class: 'call call-' + (call.coordinators_since ? 'nobody' : call.state), 'data-sos': call.id, tabindex: '-1' },
    h('h3', { class: 'call-title' }, urgencyShape('critical'), h('span', {}, call.commune_name ? placeTitle(call.commune_name) : t('no_place')), drill && h('span', { class: 'drill' }, h('b', {}, t('drill')))),
    h('p', { class: 'call-facts' }, facts(call).join(' · ')),
    h('p', { class: 'call-state' }, h('b', {}, standing(call)), call.answer_by && [' ', h('span', { class: 'call-left', 'data-until': call.answer_by })]),
    call.why.length > 0 && h('ul', { class: 'call-why' }, call.why.map((one) => h('li', {}, said(one)))),
    placeOf(call),
    kept && h('p', { class: 'call-kept', role: 'status' }, icon('clock'), ' ', t('waits_for_network', { n: kept.length })),
    acts(call));
}

function facts(call) {
  return [
    call.people ? people(call.people) : t('people_unknown'),
    call.vulnerable_people > 0 && t('n_vulnerable', { n: call.vulnerable_people }),
    t('called', { time: ago(call.opened_at) }),
    call.reports > 1 && t('n_reports', { n: call.reports }),
    call.commune && call.approximate && t('only_commune'),
  ].filter(Boolean);
}

function standing(call) {
  const crew = (get('crews') || []).find((one) => one.id === call.crew);
  const values = { crew: crew ? placeTitle(crew.name) : t('a_crew') };
  return t('state_' + call.state, values) + (call.arrival_s !== null && COMING.includes(call.state) ? ' ' + t('arrival', { time: duration(call.arrival_s) }) : '');
}

function acts(call) {
  const busy = get('saying').has(call.id);
  const button = (id, words, act, more = '') => h('button', { type: 'button', class: 'button ' + more, 'data-act': call.id + ' ' + id, disabled: busy, on: { click: act } }, words);
  if (coordinates()) {
    return h('div', { class: 'acts call-acts' },
      button('assign', t('send_a_crew'), () => chooseCrew(call), call.coordinators_since ? 'primary' : ''),
      !get('places').has(call.id) && button('place', t('open_place'), () => openPlace(call)),
      button('for', t('say_for_a_crew'), () => sayForCrew(call)),
      button('steps', t('steps'), () => showSteps(call)));
  }
  const next = NEXT[call.state] || [];
  return h('div', { class: 'acts call-acts' },
    next.map((step, i) => button(step, t('say_' + step), () => sayOf(call, step), i ? '' : 'primary')),
    (call.state === 'sent' || isHeld(call)) && button('pass', t(call.state === 'sent' ? 'cannot_go' : 'pass_on'), () => whyNot(call)));
}

const choices = (all) => h('div', { class: 'sos-choices' }, all);
const choice = (id, words, act) => h('button', { type: 'button', class: 'button sos-choice', 'data-choice': id, on: { click: act } }, words);

function whyNot(call) {
  const close = openDialog(t('why_not'), [
    h('p', {}, t('why_not_words')),
    choices(REASONS.map((reason) => choice(reason, t('reason_' + reason), () => { close(); sayOf(call, 'passed_on', reason); }))),
  ]);
}

function chooseCrew(call) {
  const crews = get('crews') || [];
  const close = openDialog(t('send_a_crew'), [
    !crews.length && h('p', {}, t('nobody_on_duty')),
    choices(crews.map((crew) => choice(crew.id, [icon(crew.vehicle_class), placeTitle(crew.name), crew.busy && h('small', {}, t('crew_busy'))], () => { close(); assign(call, crew); }))),
  ]);
}

// What a crew told by telephone, or what ends a call.
function sayForCrew(call) {
  const close = openDialog(t('say_for_a_crew'), [
    h('p', {}, t('say_for_a_crew_words')),
    choices(FOR_A_CREW.map((step) => choice(step, t('word_' + step), () => { close(); sayOf(call, step); }))),
  ]);
}

function showSteps(call) {
  const place = h('ol', { class: 'call-steps' }, h('li', {}, t('reading')));
  openDialog(t('steps'), place);
  tried('sos-steps', () => read('/sos-calls/' + call.id)).then((answer) => answer && fill(place, answer.steps.map((step) =>
    h('li', {}, h('b', {}, clockAndDay(step.at)), ' ', t('step_' + step.step), step.step === 'passed_on' && step.reason && ' (' + t('reason_' + step.reason) + ')'))));
}

function countDown() {
  document.querySelectorAll('[data-until]').forEach((left) => {
    const seconds = Math.max(0, Math.round((new Date(left.dataset.until) - Date.now()) / 1000));
    left.textContent = t('answer_within', { time: Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0') });
  });
}
