// Reads what does not depend on the map's frame, and reads it again when the server says that it changed.

import { newestOnly, read } from './api.js';
import { get, set } from './state.js';

const newest = {
  steps: newestOnly(),
  exposure: newestOnly(),
  summary: newestOnly(),
};

/** Runs a read; a failure leaves the last data on screen and is told in the state strip. */
export async function tried(job) {
  try {
    const answer = await job();
    if (answer !== null) {
      set({ trouble: null, readAt: new Date().toISOString() });
    }
    return answer;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ trouble: { problem: failure.problem, network: failure.network } });
    return null;
  }
}

export const ofDisaster = (query) => ({ disaster: get('disaster').id, ...query });

export async function readSession() {
  const session = await tried(() => read('/session'));
  if (session) {
    set({ session });
  }
}

export async function readItems() {
  const items = await tried(() => read('/items'));
  if (items) {
    set({ items: new Map(items.items.map((item) => [item.code, item])) });
  }
}

/** Reads the disasters and keeps the chosen one, else takes the newest open one. */
export async function readDisasters(wanted) {
  const answer = await tried(() => read('/disasters'));
  if (!answer) {
    return;
  }
  const before = get('disaster');
  const id = wanted || (before && before.id);
  const open = answer.items.filter((d) => !d.closed_at);
  const newestFirst = (open.length ? open : answer.items).slice().sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1));
  const chosen = answer.items.find((d) => d.id === id || d.name === id) || newestFirst[0] || null;
  set({ disasters: answer.items, disaster: chosen });
  if (chosen && (!before || before.id !== chosen.id)) {
    await readDisaster();
  }
}

/** Everything of the chosen disaster: called at its choice and after a lost connection. */
export async function readDisaster() {
  await readSteps();
  await Promise.all([readExposure(), readSummary()]);
}

export async function chooseDisaster(id) {
  const disaster = get('disasters').find((d) => d.id === id);
  set({ disaster, steps: [], at: null, water: null, exposure: null, summary: null, clusters: null, selected: null });
  await readDisaster();
}

async function readSteps() {
  if (!get('disaster')) {
    return;
  }
  const answer = await tried(() => newest.steps('/flood-extents/steps', ofDisaster()));
  if (answer) {
    const known = answer.items.some((step) => step.at === get('at'));
    set({ steps: answer.items, at: known ? get('at') : usualStep(answer.items) });
  }
}

// The newest step that is not later than now, else the first: the server's own rule.
function usualStep(steps) {
  const past = steps.filter((step) => new Date(step.at) <= new Date());
  const chosen = past.length ? past[past.length - 1] : steps[0];
  return chosen ? chosen.at : null;
}

/** Moves the whole page to another water time. */
export async function chooseStep(at) {
  set({ at });
  await readExposure();
}

async function readExposure() {
  if (!get('disaster')) {
    return;
  }
  const exposure = await tried(() => newest.exposure('/exposure', ofDisaster({ at: get('at') })));
  if (exposure) {
    set({ exposure });
  }
}

async function readSummary() {
  if (!get('disaster')) {
    return;
  }
  const summary = await tried(() => newest.summary('/need-summary', ofDisaster()));
  if (summary) {
    set({ summary });
  }
}

/** What to read again for a topic of the live feed; the map's layers listen on their own. */
export const RE_READ = {
  disasters: () => readDisasters(),
  items: readItems,
  water: () => readSteps().then(readExposure),
  households: () => Promise.all([readSummary(), readExposure()]),
  needs: readSummary,
  admin: readSummary,
};
