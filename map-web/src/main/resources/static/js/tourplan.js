// Reads plans and orders new ones; watches one while it is made. What is known goes into the page's state.

import { post, read, remove } from './api.js';
import { onChanged } from './live.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';

const LOOK_MS = 1000;
const REFUSED = [401, 403, 404]; // asking again changes nothing: signed out, or there is no such plan any more
// What a plan rests on: when one of these changes, the plan may be stale.
const GROUNDS = ['water', 'roads', 'road_reports', 'supply', 'needs', 'households'];
const MAY_PLAN = ['coordinator', 'administrator'];

set({
  plan: null, // as it was read
  planProblem: null, // why the wanted plan is not shown
  standing: null, // {stale, reasons, published_at, superseded_by, locked, edit} of the plan
  plans: null, // those that are kept, the newest first
  making: null, // {id, state, share, unassigned_stops, since} of the plan that is being made
  busy: false, // true while there is one
  seconds: 30, // how long a search may take at most
  orderProblem: null,
  tour: null, // number of the chosen tour
  call: null, // number of the chosen stop in it; null: the next one by the clock
});

/** True for those whom the service lets plan. */
export const mayPlan = () => MAY_PLAN.includes(get('session').role);

export function startPlans() {
  on('session disaster', readPlans);
  on('session', () => get('planProblem') && openPlan(get('planProblem').id, get('tour')));
  onChanged((topics) => topics.some((topic) => GROUNDS.includes(topic)) && readStanding());
  onChanged((topics) => topics.includes('plans') && Promise.all([readPlans(), readStanding()]));
}

/** Shows a plan and, if a number is given, one of its tours; one that is still made is watched until it is there. */
export async function openPlan(id, tour) {
  try {
    const answer = await read('/plans/' + encodeURIComponent(id));
    if (answer.state) {
      watch(answer);
      return;
    }
    const there = answer.tours.some((one) => one.number === tour);
    set({ plan: answer, planProblem: null, standing: null, tour: there ? tour : null, call: null, at: answer.water.at });
    readStanding();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ plan: null, standing: null, tour, planProblem: { ...failure.problem, id } });
  }
}

export const closePlan = () => set({ plan: null, planProblem: null, standing: null, tour: null, call: null });

export const chooseTour = (tour, call) => set({ tour, call: call || null });

async function readPlans() {
  if (!get('disaster') || !mayPlan()) {
    set({ plans: null });
    return;
  }
  const answer = await tried('plans', () => read('/plans', ofDisaster()));
  if (answer) {
    set({ plans: answer.items });
    const begun = answer.items.find((one) => one.state === 'running' || one.state === 'waiting');
    if (begun && !get('making')) {
      watch(begun);
    }
  }
}

/** What the service says of the open plan now: stale or not, published, locked, changed by hand. */
export async function readStanding() {
  const plan = get('plan');
  if (!plan) {
    return;
  }
  const answer = await tried('standing', () => read('/plans/' + plan.id + '/state'));
  if (answer && get('plan') === plan) {
    set({ standing: answer });
  }
}

/** Orders a plan; what is wrong with the order is told in `orderProblem`. */
export async function orderPlan(body) {
  set({ orderProblem: null });
  try {
    watch(await post('/plans', ofDisaster(body)));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ orderProblem: failure.problem });
  }
}

/** Ends the search; the best so far becomes the plan. */
export async function stopPlan() {
  set({ making: { ...get('making'), stopping: true } });
  await tried('stop', () => remove('/plans/' + get('making').id));
}

function watch(answer) {
  set({ making: { ...answer, since: Date.now() }, busy: true });
  setTimeout(look, LOOK_MS, answer.id);
}

async function look(id) {
  let refused = null;
  const answer = await tried('making', async () => {
    try {
      return await read('/plans/' + id + '/state');
    } catch (failure) {
      if (failure.problem && REFUSED.includes(failure.problem.status)) {
        refused = failure.problem;
        return null;
      }
      throw failure;
    }
  });
  const making = get('making');
  if (!making || making.id !== id) {
    return; // another one is watched by now
  }
  if (refused) {
    set({ making: null, busy: false, orderProblem: refused });
    return;
  }
  if (!answer || answer.state === 'waiting' || answer.state === 'running') {
    set({ making: { ...making, ...answer } });
    setTimeout(look, LOOK_MS, id);
    return;
  }
  set({ making: null, busy: false, orderProblem: answer.state === 'failed' ? answer : null });
  if (answer.state === 'ready') {
    await openPlan(id, null);
  }
  await readPlans();
}
