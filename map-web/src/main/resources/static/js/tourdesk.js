// What coordinators decide about a plan: which tours are locked, that teams may see it, and which team has which tour.

import { newId, post, put, read } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { clockAndDay, number } from './format.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { readShorts } from './tourclaim.js';
import { callsOf } from './tourmodel.js';
import { mayPlan, readStanding } from './tourplan.js';

set({
  teams: null, // [{id, name}], read when the first tour is to be handed over
  deskAsks: false, // true while publishing is asked once more
  deskProblem: null, // {of: 'plan' or a tour's number, problem}
});

let handing = null; // {tour, team, id}: the same act keeps its id until it is done

export function startDesk() {
  on('plan standing shorts session lang deskAsks deskProblem', drawPlan);
  on('plan tour standing shorts session lang teams deskProblem', drawTour);
  on('plan', () => set({ deskAsks: false, deskProblem: null }));
  on('tour session', readTeams);
  document.addEventListener('keydown', key);
}

const locks = () => (get('standing') && get('standing').locked) || [];
export const isLocked = (tour) => locks().includes(tour);
const isOpen = () => Boolean(get('standing') && get('standing').published_at && !get('standing').superseded_by);
const claimOf = (tour) => {
  const short = get('shorts') && get('shorts').items.find((one) => one.tour === tour);
  return short && short.claim && ['live', 'delivered'].includes(short.claim.state) ? short.claim : null;
};

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

/** Where a tour stands, for its row: who has it and how far it is. */
export function deskLine(tour) {
  if (!get('standing')) {
    return null;
  }
  const claim = claimOf(tour.number);
  const words = claim ? claimWords(tour, claim) : isOpen() ? t('desk_no_team') : null;
  return (words || isLocked(tour.number)) && h('span', { class: 'desk-line' }, isLocked(tour.number) && h('b', {}, t('desk_locked') + (words ? ' · ' : '')), words);
}

function claimWords(tour, claim) {
  const team = claim.team || t('claim_some_team');
  if (claim.state === 'delivered') {
    return t('desk_done', { team });
  }
  const all = callsOf(tour).filter((call) => !call.landing).length;
  return claim.served_calls.length ? t('desk_on_way', { team, n: claim.served_calls.length, all }) : t('desk_taken', { team });
}

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
      state === 'draft' && !asks && h('button', { type: 'button', class: 'button primary', id: 'publish', on: { click: ask } }, t('desk_publish')),
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

async function toggleLock(tour) {
  const locked = isLocked(tour) ? locks().filter((one) => one !== tour) : locks().concat(tour);
  const done = await act(tour, () => put('/plans/' + get('plan').id + '/locks', { tours: locked }));
  if (done) {
    await readStanding();
    say(t(isLocked(tour) ? 'desk_locked_note' : 'desk_unlocked_note'));
  }
}

function drawTour() {
  const place = byId('tour-desk');
  const tour = get('tour');
  if (!place) {
    return;
  }
  const standing = get('standing');
  const may = mayPlan() && standing && !standing.superseded_by;
  fill(place, may && [
    h('p', { class: 'acts' },
      !claimOf(tour) && h('button', { type: 'button', class: 'button', id: 'lock', 'aria-pressed': String(isLocked(tour)), on: { click: () => toggleLock(tour) } }, t(isLocked(tour) ? 'desk_unlock' : 'desk_lock')),
      isOpen() && !claimOf(tour) && handForm(tour)),
    isLocked(tour) && h('p', { class: 'mute' }, t('desk_locked_note')),
    problem(tour)]);
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

function key(event) {
  const typing = ['INPUT', 'SELECT', 'TEXTAREA'].includes(event.target.tagName);
  if ((event.key === 'l' || event.key === 'L') && !typing && !event.ctrlKey && !event.altKey && !event.metaKey && byId('lock') && !get('moving')) {
    toggleLock(get('tour'));
  }
}
