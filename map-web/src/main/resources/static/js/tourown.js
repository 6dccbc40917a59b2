// The tour that the own team has: what each stop still gets, by the server's word and by what was done here since.

import { read } from './api.js';
import { givenUp, put, unsent, whenChanged } from './outbox.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { callsOf } from './tourmodel.js';
import { find, keep } from './tourstore.js';

const DIARY = 'diary';

set({
  own: null, // {claim, disaster, expires_at, items, counted} of the own claim on the chosen tour; `counted`: acts the items know of
  acts: [], // what was done at its stops on this device: {id, kind: 'handed'|'nobody'|'passed', call, at, lines, to_send}
  endedClaim: null, // the claim that the server said is over while the page had it open
  unsent: new Map(), // by id of what the server has not taken: 'waiting' or 'refused'
});

const shortOf = (number) => (get('shorts') ? get('shorts').items.find((one) => one.tour === number) || null : null);

/** True for a claim of the own team that lives. */
export const isOwn = (short) => Boolean(short && short.claim && short.claim.own && short.claim.state === 'live');

/** The team's own living claim on the chosen tour; null where there is none. */
export function openClaim() {
  const short = shortOf(get('tour'));
  return isOwn(short) && get('session').role === 'team' ? short.claim.id : null;
}

export function startOwn() {
  on('shorts tour session', readOwn);
  whenChanged(readUnsent);
  readUnsent();
}

const address = () => '/plans/' + encodeURIComponent(get('plan').id) + '/tours/' + get('tour') + '/hand-overs';

async function readOwn() {
  const claim = openClaim();
  if (!claim || !get('plan')) {
    set({ own: null, acts: [] });
    return;
  }
  await sendWhatWasCutOff(claim);
  const known = await sentActs(claim);
  const answer = await tried('hand-overs', () => read(address()));
  const acts = await diaryOf(claim); // what was done while the server was asked is in it too
  if (openClaim() === claim && answer && answer.ended) {
    set({ own: null, acts: [], endedClaim: claim });
  } else if (openClaim() === claim && answer) {
    set({ acts, own: { ...answer, counted: answer.counted || known } });
  }
}

const endOf = (claim) => get('shorts').items.find((one) => one.claim && one.claim.id === claim).claim.expires_at;

// What was given up reached nobody: it is no act any more, and leaves the diary with the next change.
async function diaryOf(claim) {
  const gone = await givenUp();
  return ((await find(claim, DIARY)) || []).filter((act) => !gone.includes(act.id));
}

/** Ids of the acts at a claim's stops that the server knows by now. */
export async function sentActs(claim) {
  const waiting = new Set((await unsent()).map((act) => act.id));
  return (await diaryOf(claim)).filter((act) => !act.to_send && !waiting.has(act.id)).map((act) => act.id);
}

// One change after the other, by other tabs too where the browser has locks.
let changing = Promise.resolve();

function changeDiary(claim, change) {
  const job = async () => {
    const acts = change(await diaryOf(claim));
    await keep(claim, DIARY, acts, { expires_at: endOf(claim) });
    return acts;
  };
  changing = changing.then(() => (navigator.locks ? navigator.locks.request('relief-diary', job) : job()));
  return changing;
}

// An act is first written into the diary, then into the outbox. A page that ended between the two does the second now; the outbox
// takes each id once.
async function sendWhatWasCutOff(claim) {
  for (const act of (await diaryOf(claim)).filter((one) => one.to_send)) {
    await hand(claim, act);
  }
}

async function hand(claim, act) {
  await put(act.to_send);
  await changeDiary(claim, (acts) => acts.map((one) => (one.id === act.id ? { ...one, to_send: null } : one)));
}

async function readUnsent() {
  const states = new Map((await unsent()).map((act) => [act.id, act.state]));
  const own = get('own');
  const acts = own && await diaryOf(own.claim);
  set({ unsent: states, ...(own && get('own') === own ? { acts } : {}) }); // at once: what is neither waiting nor given up counts as sent
  await readOwn(); // what was sent may have been the last of it
}

/** Writes down what was done at a stop; `sending` is what the outbox gets, where the server must know of it. */
export async function record(act, sending) {
  const { claim } = get('own');
  const done = { ...act, to_send: sending || null };
  set({ acts: await changeDiary(claim, (acts) => acts.concat(done)) });
  if (sending) {
    await hand(claim, done);
  }
}

/** What the tour still has to do, stop by stop; null for a tour that is not the own team's. */
export function stopsOf(tour) {
  const own = get('own');
  return own && tour && tour.number === get('tour') ? callsOf(tour).map((call) => stopOf(call, own)) : null;
}

/** The stop to go to: the first that is open; those where nobody was come last. */
export function nextStop(tour) {
  const stops = stopsOf(tour) || [];
  return stops.find((stop) => !stop.done && !stop.nobodyAt) || stops.find((stop) => !stop.done) || null;
}

const milli = (quantity) => Math.round(quantity * 1000);

function stopOf(call, own) {
  const acts = get('acts').filter((act) => act.call === call.number);
  const state = (act) => get('unsent').get(act.id);
  const here = new Map();
  acts.filter((act) => act.kind === 'handed' && !own.counted.includes(act.id) && state(act) !== 'refused')
    .forEach((act) => act.lines.forEach((line) => here.set(line.need, (here.get(line.need) || 0) + milli(line.quantity))));
  const lines = own.items.filter((line) => line.call === call.number)
    .map((line) => ({ ...line, quantity: (milli(line.quantity) - (here.get(line.need) || 0)) / 1000 }))
    .filter((line) => line.quantity > 0);
  const last = acts[acts.length - 1];
  return {
    call,
    lines,
    done: call.landing ? call.done || acts.some((act) => act.kind === 'passed') : !lines.length,
    nobodyAt: lines.length && last && last.kind === 'nobody' ? last.at : null,
    handed: acts.filter((act) => act.kind === 'handed'),
    waiting: acts.filter((act) => state(act) === 'waiting').length,
    refused: acts.filter((act) => state(act) === 'refused').length,
  };
}
