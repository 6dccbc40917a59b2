// Who carries a tour: a team takes it on, sees its homes while the claim lives, and gives it back.

import { newId, post, read, remove } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { clockAndDay, households, people, placeTitle } from './format.js';
import { onChanged } from './live.js';
import { tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { openPlan } from './tourplan.js';
import { geoAddress } from './tourmodel.js';
import { isOwn, openClaim } from './tourown.js';
import { goods } from './tourwords.js';

set({
  shorts: null, // {disaster, items}: the tours of the open plan in short, with their claims
  homes: null, // {claim, features, next} of the own claim on the chosen tour
  claimProblem: null,
});

const mayClaim = () => get('session').role === 'team' || get('session').role === 'coordinator';
const planId = () => (get('plan') || get('planProblem') || {}).id;

export function startClaims() {
  on('plan planProblem session endedClaim', readShorts);
  on('shorts tour', readHomes);
  on('plan tour items disaster session busy lang shorts homes claimProblem standing', draw);
  on('planProblem session items lang shorts claimProblem', drawOffer);
  onChanged((topics) => topics.includes('needs') && readShorts());
}

/** Who has which tour of the open plan. */
export async function readShorts() {
  const id = planId();
  const closed = get('planProblem') && get('planProblem').code !== 'PLAN_CLOSED';
  if (!id || closed || (get('planProblem') && !mayClaim())) {
    set({ shorts: null, homes: null });
    return;
  }
  const answer = await tried('claims', () => read('/plans/' + encodeURIComponent(id) + '/tours'));
  if (planId() === id) {
    set({ shorts: answer });
  }
}

const shortOf = (number) => (get('shorts') ? get('shorts').items.find((one) => one.tour === number) || null : null);

async function readHomes() {
  const claim = openClaim();
  if (!claim) {
    set({ homes: null });
    return;
  }
  const answer = await tried('homes', () => read('/claims/' + claim + '/homes'));
  if (openClaim() === claim) {
    set({ homes: answer && { claim, features: answer.features, next: answer.next } });
  }
}

async function moreHomes() {
  const homes = get('homes');
  const answer = await tried('homes', () => read('/claims/' + homes.claim + '/homes', { after: homes.next }));
  if (answer && get('homes') === homes) {
    set({ homes: { ...homes, features: homes.features.concat(answer.features), next: answer.next } });
  }
}

async function act(job) {
  set({ claimProblem: null });
  try {
    await job();
    await openPlan(planId(), get('tour'));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ claimProblem: failure.problem });
    say(said(failure.problem));
  }
  await readShorts();
}

const take = (tour) => act(() => post('/claims', { id: newId(), disaster: get('shorts').disaster, plan: planId(), tour: String(tour) }));
const giveBack = (claim) => act(() => remove('/claims/' + claim));

/** Under the next stop of the chosen tour. */
function draw() {
  const place = byId('tour-claim');
  const short = shortOf(get('tour'));
  if (!place) {
    return;
  }
  fill(place, short && [standing(short), problem(), homesList()]);
}

// A draft is nobody's to take on.
const isOpen = () => !get('plan') || Boolean(get('standing') && get('standing').published_at && !get('standing').superseded_by);

function standing(short) {
  const claim = short.claim && ['live', 'delivered'].includes(short.claim.state) ? short.claim : null;
  if (claim && claim.state === 'delivered') {
    return h('p', {}, t('claim_delivered', { team: claim.team || t('claim_some_team') }));
  }
  if (isOwn(short)) {
    return h('p', {}, t('claim_own', { time: clockAndDay(claim.expires_at) }) + ' ',
      h('button', { type: 'button', class: 'link', id: 'give-back', on: { click: () => giveBack(claim.id) } }, t('claim_give_back')));
  }
  if (claim) {
    return h('p', {}, t('claim_taken', { team: claim.team || t('claim_some_team') }));
  }
  return mayClaim() && isOpen() && short.brings.length > 0 && h('p', {},
    h('button', { type: 'button', class: 'button primary take-on', 'data-claim': short.tour, on: { click: () => take(short.tour) } }, t('claim_take')));
}

const problem = () => get('claimProblem') && h('p', { class: 'error', role: 'alert' }, said(get('claimProblem')));

function homesList() {
  const homes = get('homes');
  const before = byId('homes-fold');
  return homes && homes.claim === openClaim() && h('details', { id: 'homes-fold', open: Boolean(before && before.open) },
    h('summary', {}, t('claim_homes') + ' (' + homes.features.length + (homes.next ? '+' : '') + ')'),
    h('p', { class: 'mute' }, t('claim_homes_note')),
    h('ol', { class: 'homes' }, homes.features.map(home)),
    homes.next && h('button', { type: 'button', class: 'link', on: { click: moreHomes } }, t('claim_more_homes')));
}

/** The homes of the own tour that are among these, as far as they are read; each with its number and its way. */
export function homesAmong(households) {
  return ((get('homes') || {}).features || []).filter((one) => households.has(one.properties.household)).map(home);
}

// A telephone number is in the address of the button only, which never leaves the device as an address of ours.
function home({ geometry, properties }) {
  return h('li', {},
    h('b', {}, properties.name || t('claim_no_name')),
    h('span', {}, ' · ' + people(properties.people) + ' · ' + goods(properties.brings)),
    properties.precision === 'approximate' && h('span', { class: 'mute' }, ' · ' + t('claim_about')),
    h('span', { class: 'acts' },
      properties.phone && h('a', { class: 'button', href: 'tel:' + properties.phone.replace(/[^+0-9]/g, '') }, t('claim_call')),
      h('a', { class: 'button', href: geoAddress(geometry.coordinates) }, t('navigate'))));
}

/** Before a team has a tour, all that it sees of a plan is what each one carries. */
function drawOffer() {
  const shorts = get('planProblem') && get('shorts');
  fill(byId('offer'), shorts && [
    h('h2', {}, t('claim_offer')), problem(),
    h('ul', { class: 'offer' }, shorts.items.map((short) => h('li', {},
      h('b', {}, t('tour_n', { n: short.tour }) + ' · ' + placeTitle(short.vehicle_name)),
      h('p', {}, [short.communes.map(placeTitle).join(', '), short.households !== null && households(short.households)].filter(Boolean).join(' · ')),
      h('p', { class: 'mute' }, goods(short.brings)), standing(short)))),
  ]);
}
