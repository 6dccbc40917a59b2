// The administrator's page: who has an account, who asks to be let in by the shared sign-in, and the codes by which people set a
// password. A code is shown once, to be said to its owner, and is kept nowhere.

import words from './accountstext.vi.js';
import { patch, post, put, read, remove } from './api.js';
import { byId, fill, h } from './dom.js';
import { markDrill } from './drillmark.js';
import { clockAndDay } from './format.js';
import { startLanguageChoice } from './marks.js';
import { get, on, set } from './state.js';
import { addWords, said, startLanguage, t } from './text.js';
import { unitField } from './unitfield.js';

const ROLES = ['officer', 'coordinator', 'team', 'donor', 'resident', 'display', 'administrator'];

async function start() {
  addWords(words, (lang) => import('./accountstext.' + lang + '.js'));
  set({ accounts: null, identities: [], told: null, wanted: '', sure: null });
  await startLanguage();
  startLanguageChoice();
  markDrill();
  on('lang accounts identities', () => [asking, adding, all].forEach((draw) => draw()));
  on('wanted sure', all);
  on('lang told', told);
  await tried(readAll);
}

async function readAll() {
  const [accounts, identities] = await Promise.all([read('/accounts'), read('/identities')]);
  set({ accounts: accounts.items, identities: identities.items });
}

// What the server says stands at the top, where the focus goes; whoever is not the administrator is led to sign in.
async function tried(job) {
  try {
    await job();
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ told: { problem: failure.problem } });
    byId('told').focus();
  }
}

/** Does something, reads everything again, and says what was done. */
const act = (job, words) => tried(async () => {
  const made = await job();
  await readAll();
  set({ sure: null, told: made && made.code ? { code: made } : { words } });
  byId('told').focus();
});

function told() {
  const now = get('told');
  const place = byId('told');
  place.className = now && now.problem ? 'bad' : '';
  if (!now) {
    fill(place);
  } else if (now.problem) {
    const stranger = [401, 403].includes(now.problem.status);
    fill(place, h('p', {}, stranger ? t('acc_not_yours') : said(now.problem)), stranger && h('p', {}, h('a', { href: '/sign-in?next=%2Faccounts&lang=' + get('lang') }, t('sign_in'))));
  } else if (now.code) {
    const { name, code, code_until: until } = now.code;
    fill(place, h('p', {}, t('acc_code_for', { name })), h('p', { class: 'code' }, code), h('p', {}, t('acc_code_how', { time: clockAndDay(until), address: location.origin + '/sign-in' })));
  } else {
    fill(place, h('p', {}, t(now.words)));
  }
}

const open = () => (get('accounts') || []).filter((one) => !one.closed_at);

// Who signed in elsewhere and is nobody here yet comes first.
function asking() {
  const some = get('identities');
  fill(byId('asking'), some.length > 0 && [h('h2', {}, t('acc_identities')), h('p', { class: 'mute' }, t('acc_identities_help')),
    h('table', {}, head(['acc_who', 'acc_asked', 'acc_whose', 'acc_acts']), h('tbody', {}, some.map(identity)))]);
}

function identity(one) {
  const whose = h('select', { 'aria-label': t('acc_whose_is', { name: one.name || one.email }), 'data-whose': one.id }, h('option', { value: '' }, t('acc_nobody')),
    open().map((account) => h('option', { value: account.id, selected: account.id === one.account }, account.name)));
  return h('tr', {},
    h('th', { scope: 'row' }, h('b', {}, one.name || t('acc_nameless')), h('br', {}), one.email, ' ', h('span', { class: 'mute' }, t(one.email_verified ? 'acc_verified' : 'acc_unverified'))),
    h('td', {}, clockAndDay(one.asked_at)), h('td', {}, whose),
    h('td', {},
      h('button', { type: 'button', class: 'quiet', 'data-tie': one.id, on: { click: () => whose.value && act(() => put('/identities/' + one.id, { account: whose.value }), 'acc_did_tie') } }, t('acc_tie')),
      h('button', { type: 'button', class: 'quiet', 'data-forget': one.id, on: { click: () => act(() => remove('/identities/' + one.id), 'acc_did_forget') } }, t('acc_forget'))));
}

function adding() {
  if (!get('accounts')) {
    fill(byId('adding'));
    return;
  }
  const name = h('input', { id: 'acc-name', required: true, maxlength: 100, autocomplete: 'off' });
  const role = h('select', { id: 'acc-role' }, ROLES.map((one) => h('option', { value: one }, t('role_' + one))));
  const units = h('input', { id: 'acc-units', autocomplete: 'off', placeholder: t('acc_units_form') });
  const add = () => act(() => post('/accounts', { name: name.value.trim(), role: role.value, units: listed(units.value) }));
  fill(byId('adding'), h('h2', {}, t('acc_add')),
    h('form', { on: { submit: (event) => { event.preventDefault(); add(); } } },
      h('p', {}, h('label', {}, t('acc_name'), h('br', {}), name)), h('p', {}, h('label', {}, t('acc_role'), h('br', {}), role)),
      h('p', {}, h('label', {}, t('acc_units'), h('br', {}), unitField(units))), h('p', {}, h('button', { type: 'submit' }, t('acc_make')))));
}

const listed = (text) => text.split(/[,;]/).map((one) => one.trim()).filter(Boolean);

function all() {
  const accounts = get('accounts');
  if (!accounts) {
    fill(byId('all'));
    return;
  }
  const find = h('input', { id: 'acc-find', type: 'search', autocomplete: 'off', value: get('wanted'), on: { input: () => set({ wanted: find.value }) } });
  const wanted = get('wanted').toLowerCase();
  const found = accounts.filter((one) => [one.name, ...one.units].some((text) => text.toLowerCase().includes(wanted)));
  found.sort((a, b) => Number(Boolean(a.closed_at)) - Number(Boolean(b.closed_at)) || a.name.localeCompare(b.name, 'vi'));
  fill(byId('all'), h('h2', {}, t('acc_all', { n: accounts.length })), h('p', {}, h('label', {}, t('acc_find') + ' ', find)),
    h('table', {}, head(['acc_name', 'acc_role', 'acc_units', 'acc_way_in', 'acc_acts']), h('tbody', {}, found.map(account))));
}

const head = (names) => h('thead', {}, h('tr', {}, names.map((name) => h('th', { scope: 'col' }, t(name)))));

function account(one) {
  const button = (kind, words, job) => h('button', { type: 'button', class: 'quiet', ['data-' + kind]: one.id, on: { click: job } }, t(words), h('span', { class: 'unseen' }, ' ' + one.name));
  const sure = get('sure') === one.id;
  const ways = [one.has_password && t('acc_has_password'), one.expected_email && t('acc_expected', { email: one.expected_email })].filter(Boolean);
  return h('tr', { class: one.closed_at ? 'closed' : null },
    h('th', { scope: 'row' }, h('b', {}, one.name)), h('td', {}, t('role_' + one.role)), h('td', {}, one.units.join(', ')),
    h('td', {}, one.closed_at ? t('acc_closed_at', { time: clockAndDay(one.closed_at) }) : ways.join(' · ') || t('acc_no_way')),
    h('td', {}, !one.closed_at && (sure
      ? [button('close-yes', 'acc_close_yes', () => act(() => remove('/accounts/' + one.id), 'acc_did_close')), button('close-no', 'acc_back', () => set({ sure: null }))]
      : [button('code', 'acc_code', () => act(() => post('/accounts/' + one.id + '/codes'))), one.role === 'officer' && button('units', 'acc_change_units', () => changeUnits(one)),
        button('close', 'acc_close', () => { set({ sure: one.id }); byId('all').querySelector('[data-close-no]').focus(); })])));
}

// The cell of the units becomes a field until it is saved or left.
function changeUnits(one) {
  const cell = byId('all').querySelector('[data-units="' + one.id + '"]').closest('tr').children[2];
  const input = h('input', { id: 'acc-new-units', value: one.units.join(', '), autocomplete: 'off', 'aria-label': t('acc_units') });
  fill(cell, h('form', { on: { submit: (event) => { event.preventDefault(); act(() => patch('/accounts/' + one.id, { units: listed(input.value) }), 'acc_did_change'); } } }, input, ' ', h('button', { type: 'submit' }, t('acc_save'))));
  input.focus();
}

start();
