// What coordinators decide about a plan: which tours are locked, that teams may see it, and which team has which tour.

import { newId, post, put, read } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { clockAndDay, depth, distance, number } from './format.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { readShorts } from './tourclaim.js';
import { planAgain } from './tourdifference.js';
import { callsOf, chosenTour, wayTo } from './tourmodel.js';
import { mayPlan, readStanding } from './tourplan.js';
import { claimOf, isLocked, isOpen, lockedStops, locks } from './tourstanding.js';

set({
  teams: null, // [{id, name}], read when the first tour is to be handed over
  deskAsks: false, // true while publishing is asked once more
  deskProblem: null, // {of: 'plan' or a tour's number, problem}
});

let handing = null; // {tour, team, id}: the same act keeps its id until it is done

export function startDesk() {
  on('plan standing shorts session lang deskAsks deskProblem busy', drawPlan);
  on('plan tour call standing shorts session lang teams deskProblem', drawTour);
  on('plan', () => set({ deskAsks: false, deskProblem: null }));
  on('tour session', readTeams);
  document.addEventListener('keydown', key);
  [drawPlan, drawTour, readTeams].forEach((f) => f());
}

async function act(of, job) {
  set({ deskProblem: null });
  try {
    await job();
    return true;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ deskProblem: { of, problem: failure.problem } });
    say(said(failure.problem));
    return false;
  }
}

const problem = (of) => get('deskProblem') && get('deskProblem').of === of && h('p', { class: 'error', role: 'alert' }, said(get('deskProblem').problem));

function drawPlan() {
  const plan = get('plan');
  const standing = get('standing');
  const place = byId('desk');
  if (!plan || !standing || !mayPlan()) {
    fill(place);
    return;
  }
  const state = standing.superseded_by ? 'superseded' : standing.published_at ? 'published' : 'draft';
  const taken = plan.tours.filter((tour) => claimOf(tour.number)).length;
  const asks = get('deskAsks');
  fill(place,
    h('div', { class: 'desk-state' },
      h('span', { class: 'desk-tag desk-' + state }, t('desk_' + state)),
      h('span', { class: 'mute' }, state === 'draft' ? t(asks ? 'desk_publish_ask' : 'desk_draft_note') : t('desk_since', { time: clockAndDay(standing.published_at) }) + ' · ' + t('desk_teams', { n: number(taken), all: number(plan.tours.length) })),
      !asks && !get('busy') && h('button', { type: 'button', class: 'button', id: 'plan-again-now', on: { click: () => planAgain() } }, t('again_key')),
      state === 'draft' && !asks && plan.tours.length > 0 && h('button', { type: 'button', class: 'button primary', id: 'publish', on: { click: ask } }, t('desk_publish')),
      state === 'draft' && asks && [h('button', { type: 'button', class: 'button primary', id: 'publish-yes', on: { click: publish } }, t(get('deskProblem') ? 'desk_again' : 'desk_yes')),
        h('button', { type: 'button', class: 'button', id: 'publish-no', on: { click: () => set({ deskAsks: false, deskProblem: null }) } }, t('desk_no'))]),
    asks && standing.stale && h('p', { class: 'short' }, t('desk_publish_stale')),
    standing.edit && h('p', { class: 'mute' }, standing.edit.why ? t('desk_edit_why', { why: standing.edit.why }) : t('desk_edit')),
    problem('plan'));
}

function ask() {
  set({ deskAsks: true });
  byId('publish-yes').focus();
}

async function publish() {
  const done = await act('plan', () => put('/plans/' + get('plan').id + '/publication', {}));
  if (done) {
    await readStanding();
    set({ deskAsks: false });
    say(t('desk_published'));
  }
}

const without = (all, one) => all.filter((other) => other !== one);
const turned = (all, one) => (all.includes(one) ? without(all, one) : all.concat(one));

async function lock(tours, stops, words) {
  const done = await act(get('tour'), () => put('/plans/' + get('plan').id + '/locks', { tours, stops }));
  if (done) {
    await readStanding();
    say(words());
  }
}

const toggleLock = (tour) => lock(turned(locks(), tour), lockedStops(), () => t(isLocked(tour) ? 'desk_locked_note' : 'desk_unlocked_note'));

// The stop that is looked at, when it is one that planning again could give to another vehicle.
function stopInView() {
  const tour = chosenTour();
  const call = tour && callsOf(tour).find((one) => one.number === get('call'));
  return call && !call.landing && !isLocked(tour.number) && !claimOf(tour.number) ? call : null;
}

const isHeld = (call) => lockedStops().includes(call.stop);
const toggleStop = (call) => lock(locks(), turned(lockedStops(), call.stop), () => t(isHeld(call) ? 'desk_stop_locked_note' : 'desk_unlocked_stop_note'));

function drawTour() {
  const place = byId('tour-desk');
  const tour = get('tour');
  if (!place) {
    return;
  }
  const standing = get('standing');
  const may = mayPlan() && standing && !standing.superseded_by;
  drawStop(may && stopInView());
  fill(place, may && [
    h('p', { class: 'acts' },
      !claimOf(tour) && h('button', { type: 'button', class: 'button', id: 'lock', 'aria-pressed': String(isLocked(tour)), on: { click: () => toggleLock(tour) } }, t(isLocked(tour) ? 'desk_unlock' : 'desk_lock')),
      isOpen() && !claimOf(tour) && handForm(tour)),
    isLocked(tour) && h('p', { class: 'mute' }, t('desk_locked_note')),
    problem(tour)]);
}

// Under the stop that is looked at, in its tour.
function drawStop(call) {
  byId('tour').querySelectorAll('.stop-desk').forEach((place) => {
    const here = call && Number(place.dataset.desk) === call.number;
    const way = here && wayTo(chosenTour(), call);
    fill(place, here && [
      way && h('p', {}, distance(way.distance_m) + ' ' + t('way_left') + ' · ' + (way.deepest_m > 0 ? t('deepest', { depth: depth(way.deepest_m) }) : t('all_dry'))),
      h('button', { type: 'button', class: 'button', id: 'lock-stop', 'aria-pressed': String(isHeld(call)), on: { click: () => toggleStop(call) } }, t(isHeld(call) ? 'desk_stop_unlock' : 'desk_stop_lock', { n: call.number })),
      isHeld(call) && h('p', { class: 'mute' }, t('desk_stop_locked_note'))]);
  });
}

function handForm(tour) {
  const teams = get('teams');
  if (!teams || !teams.length) {
    return teams && h('span', { class: 'mute' }, t('desk_hand_none'));
  }
  const chosen = handing && handing.tour === tour ? handing.team : '';
  const select = h('select', { id: 'hand-team', 'aria-label': t('desk_hand_choose'), on: { change: () => { handing = { tour, team: select.value, id: newId() }; } } },
    h('option', { value: '' }, t('desk_hand_choose')), teams.map((team) => h('option', { value: team.id, selected: team.id === chosen }, team.name)));
  return [select, h('button', { type: 'button', class: 'button', id: 'hand-over', on: { click: () => handOver(tour) } }, t('desk_hand'))];
}

async function handOver(tour) {
  if (!handing || handing.tour !== tour || !handing.team) {
    byId('hand-team').focus();
    return;
  }
  const { id, team } = handing;
  const done = await act(tour, async () => {
    const answer = await post('/plans/' + get('plan').id + '/hand-overs', { id, tour, team });
    say(t('desk_handed', { team: answer.team }));
  });
  if (done) {
    handing = null;
    await readShorts();
  }
}

async function readTeams() {
  if (get('tour') !== null && mayPlan() && !get('teams')) {
    await act(get('tour'), async () => set({ teams: (await read('/teams')).items }));
  }
}

// L locks the tour, K the stop that is looked at; R plans again.
function key(event) {
  const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
  const button = { l: 'lock', k: 'lock-stop', r: 'plan-again-now' }[event.key.toLowerCase()];
  if (button && !typing && !event.ctrlKey && !event.altKey && !event.metaKey && byId(button) && !get('moving')) {
    byId(button).click();
  }
}
