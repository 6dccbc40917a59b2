// What stands above the tours: which disaster, which plan, what it rests on, its files.

import { byId, fill, h, say } from './dom.js';
import { ago, clock, clockAndDay, number } from './format.js';
import { chooseDisaster } from './reads.js';
import { get, on } from './state.js';
import { said, t } from './text.js';
import { chooseTour, closePlan, mayPlan, openPlan } from './tourplan.js';
import { waterWords } from './tourwords.js';

export function startTourFacts() {
  on('lang disaster disasters', disaster);
  on('lang plan planProblem session busy', head);
  on('lang plans plan', list);
  setInterval(() => !byId('plan-head').contains(document.activeElement) && head(), 60000); // ages grow
  [disaster, head, list].forEach((f) => f());
}

function disaster() {
  const all = get('disasters') || [];
  const chosen = get('disaster');
  const select = all.length > 1 && h('select', { id: 'disaster', 'aria-label': t('disaster'), on: { change: () => { closePlan(); chooseDisaster(select.value); } } },
    all.map((one) => h('option', { value: one.id, selected: chosen && one.id === chosen.id }, one.name)));
  fill(byId('facts'), select || (chosen && h('span', { class: 'disaster' }, chosen.name)));
}

function head() {
  const plan = get('plan');
  const problem = get('planProblem');
  const place = byId('plan-head');
  const open = place.querySelector('details');
  const wasOpen = Boolean(open && open.open);
  if (!plan) {
    fill(place, problem
      ? h('p', { class: 'pad error', role: 'alert' }, said(problem))
      : h('p', { class: 'pad' }, get('busy') ? t('making') + '…' : t(mayPlan() ? 'plan_none' : get('session').role === 'team' ? 'plan_none_team' : 'plan_none_visitor')));
    return;
  }
  const file = (kind, words) => h('a', { class: 'file', href: '/api/v1/plans/' + plan.id + '.' + kind, download: true }, words);
  fill(place,
    h('h2', { class: 'plan-title' }, t('plan_of', { from: clock(plan.starts_at), to: clockAndDay(plan.ends_at) }),
      h('button', { type: 'button', class: 'plain', id: 'plan-close', on: { click: closePlan } }, t('plan_close'))),
    h('p', {}, t('n_tours', { n: plan.tours.length }), ' · ', h('span', { class: 'plan-water' }, waterWords(plan.water)), ' · ', t('plan_made', { time: ago(plan.made_at) })),
    h('p', { class: 'files' }, t('whole_plan') + ' ', file('gpx', 'GPX'), file('geojson', 'GeoJSON')),
    basis(plan, wasOpen));
}

function basis(plan, open) {
  const facts = plan.water;
  return h('details', { class: 'basis', open },
    h('summary', {}, t('plan_basis')),
    h('ul', {},
      h('li', {}, waterWords(facts)),
      facts.worst_of.length > 1 && h('li', {}, t('basis_worst', { times: facts.worst_of.map(clock).join(', ') })),
      h('li', {}, t('basis_search', { seed: plan.search.seed, iterations: number(plan.search.iterations) })),
      h('li', { class: 'snapshots' }, t('basis_snapshot') + ': ' + facts.snapshots.join(', '))));
}

function list() {
  const plans = get('plans');
  const place = byId('plans');
  if (!plans || get('plan')) {
    fill(place);
    return;
  }
  const state = (one) => [t('plan_' + one.state), one.state === 'ready' && t(one.superseded_by ? 'desk_superseded' : one.published_at ? 'desk_published' : 'desk_draft'), one.stale && t('plan_stale')].filter(Boolean).join(', ');
  fill(place,
    h('h2', {}, t('plans')),
    plans.length
      ? h('ul', { class: 'plan-list' }, plans.map((one) => h('li', {},
        one.state === 'ready' ? h('button', { type: 'button', class: 'link', 'data-plan': one.id, on: { click: () => choose(one) } }, clockAndDay(one.ordered_at)) : h('span', {}, clockAndDay(one.ordered_at)),
        h('span', { class: 'mute' }, state(one)))))
      : h('p', { class: 'mute' }, t('plans_none')));
}

async function choose(one) {
  chooseTour(null);
  await openPlan(one.id, null);
  if (get('plan')) {
    say(t('n_tours', { n: get('plan').tours.length }));
    byId('tours').focus();
  }
}
