// Reads what does not depend on the map's frame, and reads it again when the server says that it changed.

import { askAhead, newestOnly, oldestKept, read } from './api.js';
import { get, set } from './state.js';

const newest = {
  steps: newestOnly(),
  exposure: newestOnly(),
  summary: newestOnly(),
  unwanted: newestOnly(),
};

let figures = true;

/** For a page that shows neither water nor sums nor goods: they are not read, since the link may be weak. */
export function leaveFiguresOut() {
  figures = false;
}

const failing = new Map(); // the last failure of each kind of read

/**
 * Runs a read of a kind ("water", "summary", …). A failure leaves the last data on screen, is told in the state
 * strip until a read of the same kind succeeds, and answers null, as does a read that a newer one has overtaken.
 */
export async function tried(kind, job) {
  try {
    const answer = await job();
    if (answer !== null) {
      failing.delete(kind);
      set({ readAt: oldestKept() || new Date().toISOString(), keptFrom: oldestKept() });
      tell();
    }
    return answer;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    failing.set(kind, failure);
    tell();
    return null;
  }
}

function tell() {
  const failure = failing.values().next().value || null;
  if (failure !== get('trouble')) {
    set({ trouble: failure });
  }
}

export const ofDisaster = (query) => ({ disaster: get('disaster').id, ...query });

export async function readSession() {
  const session = await tried('session', () => read('/session'));
  if (session) {
    set({ session });
  }
}

export async function readItems() {
  const items = figures && await tried('items', () => read('/items'));
  if (items) {
    set({ items: new Map(items.items.map((item) => [item.code, item])) });
  }
}

/** Reads the disasters and keeps the chosen one, else takes the newest open one. */
export async function readDisasters(wanted) {
  const answer = await tried('disasters', () => read('/disasters'));
  if (!answer) {
    return;
  }
  const before = get('disaster');
  const id = wanted || (before && before.id);
  const chosen = choiceOf(answer.items, id);
  set({ disasters: answer.items, disaster: chosen });
  if (chosen && (!before || before.id !== chosen.id)) {
    await readDisaster();
  }
}

function choiceOf(disasters, id) {
  const open = disasters.filter((d) => !d.closed_at);
  const newestFirst = (open.length ? open : disasters).slice().sort((a, b) => (a.opened_at < b.opened_at ? 1 : -1));
  return disasters.find((d) => d.id === id || d.name === id) || newestFirst[0] || null;
}

/** Asks for what the list needs, while the parts that draw it are still on their way. */
export async function readAhead(wanted) {
  ['/basemap', '/session', '/items'].forEach((path) => askAhead(path));
  const chosen = choiceOf((await askAhead('/disasters')).items, wanted);
  if (chosen) {
    ['/need-summary', '/do-not-send', '/flood-extents/steps'].forEach((path) => askAhead(path, { disaster: chosen.id }));
  }
}

/** Everything of the chosen disaster: called at its choice and after a lost connection. */
export async function readDisaster() {
  await Promise.all([readSteps().then(readExposure), readSummary()]); // what is lacking does not wait for the water
}

export async function chooseDisaster(id) {
  const disaster = get('disasters').find((d) => d.id === id);
  set({ disaster, steps: [], at: null, water: null, exposure: null, cutOff: null, landings: null, summary: null, clusters: null, selected: null });
  await readDisaster();
}

async function readSteps() {
  if (!figures || !get('disaster')) {
    return;
  }
  const answer = await tried('steps', () => newest.steps('/flood-extents/steps', ofDisaster()));
  if (answer) {
    const known = answer.items.some((step) => step.at === get('at'));
    set({ steps: answer.items, at: known ? get('at') : usualStep(answer.items) });
  }
}

/** The newest step that is not later than now, else the first: the server's own rule. */
export function usualStep(steps) {
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
  if (!figures || !get('disaster')) {
    return;
  }
  const exposure = await tried('exposure', () => newest.exposure('/exposure', ofDisaster({ at: get('at') })));
  if (exposure) {
    set({ exposure });
  }
}

async function readSummary() {
  if (!figures || !get('disaster')) {
    return;
  }
  const [summary, unwanted] = await Promise.all([
    tried('summary', () => newest.summary('/need-summary', ofDisaster())),
    tried('unwanted', () => newest.unwanted('/do-not-send', ofDisaster())),
  ]);
  if (unwanted) {
    set({ unwanted: unwanted.items });
  }
  if (summary) {
    // Households in no commune come without a code; the page needs one to choose them by.
    set({ summary: { ...summary, communes: summary.communes.map((commune) => ({ ...commune, code: commune.code || 'outside' })) } });
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
