// A stop on its way to another tour: asks the service how it would fit and what would break, and makes the move.
// `moving` is null, or {from, title, fits, to, check, request, problem, busy}.

import { newId, post } from './api.js';
import { say } from './dom.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { fitOf } from './tourgrip.js';
import { callsOf } from './tourmodel.js';
import { openPlan } from './tourplan.js';

set({ moving: null, moved: null });

export function startMoving() {
  on('plan session', () => get('moving') && get('moving').plan !== get('plan') && stopMoving());
  on('plan', () => get('moved') && get('plan') !== get('moved').plan && set({ moved: null }));
}

/** Takes a stop up: {tour, call} or {gap}; `title` is what people call it. All tours say then how it would fit. */
export async function takeUp(from, title) {
  const moving = { plan: get('plan'), from, title, fits: null, to: null, check: null, request: null, problem: null, busy: false };
  set({ moving, moved: null });
  say(t('move_taken', { stop: title }));
  const answer = await asked(() => post('/plans/' + moving.plan.id + '/fits', from));
  if (answer && get('moving') && get('moving').from === from) {
    change({ fits: answer.items });
    if (get('moving').to) {
      checkMove();
    }
  }
}

export const stopMoving = () => set({ moving: null });

/** Holds the stop over a vehicle's tour, at the best place of it; null = over no tour. */
export function holdOver(vehicle) {
  const fit = vehicle && fitOf(vehicle);
  if (fit && fit.best && (!get('moving').to || get('moving').to.vehicle !== vehicle)) {
    holdAt(fit.best);
  }
}

/** Holds it at one place: {vehicle, trip, position}; `null` with out = true: out of all tours. */
export function holdAt(to, out) {
  change({ to: out ? 'out' : to, check: null, request: newId(), problem: null });
  checkMove();
}

const asked = async (job) => {
  try {
    return await job();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    if (get('moving')) {
      change({ problem: failure.problem, busy: false });
      say(said(failure.problem));
    }
    return null;
  }
};

const change = (values) => set({ moving: { ...get('moving'), ...values } });
const body = (moving) => ({ ...moving.from, to: moving.to === 'out' ? null : moving.to });

async function checkMove() {
  const { plan, request } = get('moving');
  const answer = await asked(() => post('/plans/' + plan.id + '/move-checks', body(get('moving'))));
  if (answer && get('moving') && get('moving').request === request) {
    change({ check: answer });
    say(summary(answer));
  }
}

/** What a check says, in one sentence for those who do not see the panel. */
export const summary = (check) => (check.breaks.length ? check.breaks.map(said).join(' ') : t('move_fits'));

/** Makes the move. Pressed again after a lost answer, it is the same act: the request keeps its id. */
export async function drop(why) {
  const moving = get('moving');
  change({ busy: true, problem: null });
  const words = { id: moving.request, override: moving.check.breaks.length > 0, why: why || null };
  const answer = await asked(() => post('/plans/' + moving.plan.id + '/moves', { ...body(moving), ...words }));
  if (answer) {
    stopMoving();
    await openPlan(answer.plan, null);
    set({ moved: { title: moving.title, plan: get('plan') } });
    say(t('move_done', { stop: moving.title }));
  }
}

/** The trips of a tour that it may join, each with the calls it may stand before: [{trip, calls}], a new trip last. */
export function placesIn(vehicle) {
  const moving = get('moving');
  const tour = moving.plan.tours.find((one) => one.vehicle === vehicle);
  const trips = tour ? tour.trips : [];
  const other = (call) => !(tour && tour.number === moving.from.tour && call.number === moving.from.call);
  const open = trips.map((trip, index) => ({ trip: index + 1, calls: trip.calls.filter(other), planned: trip.state === 'planned' }));
  return open.filter((one) => one.planned).concat({ trip: trips.length + 1, calls: [], planned: true });
}

/** Where an undone move leads: the plan before. */
export const undoMove = () => openPlan(get('plan').before, null);

/** The stop of a tour by its number, and the trip it is in. */
export function findCall(number, call) {
  const tour = get('plan').tours.find((one) => one.number === number);
  const trip = tour && tour.trips.find((one) => one.calls.some((each) => each.number === call));
  return trip ? { tour, trip, call: callsOf(tour).find((each) => each.number === call) } : null;
}
