// A list of households as an office keeps it: what it would change is shown before it is taken, by sheet and cell.

import { post, postFile, postFileForFile } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { number } from './format.js';
import { get, on, set } from './state.js';
import { said, t, worded } from './text.js';
import { unitField } from './unitfield.js';

const MOST_KINDS = 200;
const CELLS_SHOWN = 6;
const NUMBERS = ['new', 'changed', 'moved', 'same', 'refused'];

let file = null;
let asked = 0; // the newest question; an older answer is passed over
let whose = ''; // officer and disaster that the file was chosen for

export function startList() {
  set({ list: null, listTrouble: null, listBusy: '' });
  whose = owner();
  on('session disaster', forget);
  on('lang list listTrouble listBusy', draw);
  form();
  on('lang', form);
  draw();
}

const communes = () => Array.from(new Set((get('session').units || []).map((unit) => unit.split('.')[0]))).filter((code) => code.length > 2);

// The form is drawn once for each language, so that a chosen file is never lost.
function form() {
  const chosen = byId('list-commune');
  const own = communes();
  fill(byId('list-form'),
    h('h2', {}, t('list_title')),
    h('p', { class: 'mute' }, t('list_help')),
    h('p', { class: 'list-fields' },
      h('label', { for: 'list-commune' }, t('list_commune')),
      unitField(h('input', { id: 'list-commune', size: 16, autocomplete: 'off', placeholder: t('list_commune_none'), value: chosen ? chosen.value : own.length === 1 ? own[0] : '', on: { change: look } })),
      h('label', { for: 'list-file' }, t('list_file')),
      h('input', { id: 'list-file', type: 'file', accept: '.xlsx,.xlsm,.xls,.csv,.gz', on: { click: (event) => { event.target.value = ''; }, change: (event) => choose(event.target.files[0]) } })));
}

// Its bytes as they are now: somebody may go on writing in it, and then chooses it once more. Browsers say nothing when the same file is
// chosen again, so the field is emptied before.
async function choose(chosen) {
  file = chosen ? new File([await chosen.arrayBuffer()], chosen.name) : null;
  await look();
}

const owner = () => [get('session').name, (get('disaster') || {}).id].join('\n');

// Disasters and session are read again now and then; only others take the chosen file from the officer's hands, and what is still
// asked about it.
function forget() {
  const now = owner();
  if (now === whose) {
    return;
  }
  whose = now;
  asked++;
  file = null;
  const input = byId('list-file');
  if (input) {
    input.value = '';
  }
  set({ list: null, listTrouble: null, listBusy: '' });
}

const query = (more) => ({ disaster: get('disaster').id, name: file.name, commune: byId('list-commune').value.trim(), ...more });

/** Runs one question about the file; what it answers is shown unless a newer one was asked. */
async function ask(words, job) {
  if (!file || !get('disaster')) {
    return null;
  }
  const mine = ++asked;
  set({ listBusy: t(words, { name: file.name }), listTrouble: null });
  try {
    const answer = await job();
    return mine === asked ? answer : null;
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    if (mine === asked) {
      set({ list: null, listTrouble: failure.problem });
    }
    return null;
  } finally {
    if (mine === asked) {
      set({ listBusy: '' });
    }
  }
}

async function look() {
  set({ list: null });
  const answer = await ask('list_looking', () => postFile('/imports/households', query({ preview: true }), file));
  if (answer) {
    set({ list: answer });
    say(t('list_looked', { n: answer.read }));
    byId('list-result').focus({ preventScroll: true });
  }
}

async function take() {
  const answer = await ask('list_taking', () => postFile('/imports/households', query({}), file));
  if (answer) {
    set({ list: answer });
    say(t('list_taken', { n: answer.added + answer.changed }));
    byId('list-result').focus({ preventScroll: true });
  }
}

// The rows hold names: they are made from the file once more and stand nowhere on the server.
async function refusedRows() {
  const blob = await ask('list_looking', () => postFileForFile('/imports/households/refused', query({}), file, 'text/csv'));
  if (blob) {
    const link = h('a', { href: URL.createObjectURL(blob), download: file.name.replace(/\.[^.]*$/, '') + t('list_refused_file') + '.csv' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
}

async function nameHamlets() {
  const names = get('list').unknown_hamlets;
  const named = await ask('list_naming', async () => {
    for (const one of names) {
      await post('/hamlets', { commune: one.commune, name: one.name });
    }
    return names.length;
  });
  if (named) {
    await look();
  }
}

function draw() {
  const place = byId('list-result');
  const list = get('list');
  const trouble = get('listTrouble');
  fill(byId('list-busy'), get('listBusy'));
  fill(place,
    trouble && h('p', { class: 'error', role: 'alert' }, said(trouble)),
    list && figures(list),
    list && list.preview && list.unknown_hamlets.length > 0 && hamlets(list.unknown_hamlets),
    list && acts(list),
    list && list.items.length > 0 && issues(list));
}

function figures(list) {
  const counts = list.preview
    ? { ...list.counts, refused: list.refused }
    : { new: list.added, changed: list.changed, same: list.unchanged, refused: list.refused };
  return [
    h('h3', { id: 'list-head' }, t(list.preview ? 'list_would' : 'list_did', { n: list.read, count: number(list.read), taken: number(list.read - list.refused) })),
    h('ul', { class: 'list-figures' }, NUMBERS.filter((name) => name in counts).map((name) => h('li', { class: name === 'refused' && counts[name] > 0 ? 'lost' : null }, h('b', {}, number(counts[name])), ' ' + t('list_n_' + name)))),
    list.preview && changes(list.first),
  ];
}

// What would read otherwise at the first households that are known already.
function changes(first) {
  const some = ['changed', 'moved'].reduce((all, fate) => all.concat(first[fate] || []), []).slice(0, 10);
  return some.length > 0 && h('details', {}, h('summary', {}, t('list_changes')), h('ul', { class: 'plain-list' }, some.map((one) => h('li', {}, (one.cell || one.row) + (one.ref ? ' · ' + one.ref : '') + ': ' + one.changes.map((field) => t('list_field_' + field)).join(', ')))));
}

function hamlets(names) {
  return h('div', { class: 'list-hamlets' },
    h('p', {}, t('list_hamlets'), ' ', h('b', {}, names.map((one) => one.name + ' (' + one.rows + ')').join(', '))),
    h('p', {}, h('button', { type: 'button', class: 'button', id: 'list-name', on: { click: nameHamlets } }, t('list_name_them')), h('span', { class: 'mute' }, t('list_name_help'))));
}

function acts(list) {
  const some = list.preview && list.read > list.refused;
  return h('p', { class: 'acts' },
    some && h('button', { type: 'button', class: 'button primary', id: 'list-take', on: { click: take } }, t('list_take', { n: list.read - list.refused, count: number(list.read - list.refused) })),
    list.refused > 0 && h('button', { type: 'button', class: 'button', id: 'list-refused', on: { click: refusedRows } }, t('list_refused')),
    !list.preview && h('span', {}, t('list_again')));
}

// The same remark is told once, with the cells that it is about; what was refused has to be mended and comes first.
function issues(list) {
  const kinds = new Map();
  list.items.forEach((one) => {
    const kind = one.severity + said(one);
    kinds.set(kind, (kinds.get(kind) || []).concat(one));
  });
  const refused = (all) => (all[0].severity === 'refused' ? 1 : 0);
  const shown = Array.from(kinds.values()).sort((a, b) => refused(b) - refused(a) || b.length - a.length).slice(0, MOST_KINDS);
  const more = list.items.length - shown.reduce((sum, all) => sum + all.length, 0) + list.issues_left_off;
  return [
    h('table', { class: 'list-issues' },
      h('caption', {}, [t('list_issues'), sheetOf(list.items)].filter(Boolean).join(' · ')),
      h('thead', {}, h('tr', {}, ['list_what', 'list_fix', 'list_cell'].map((name) => h('th', { scope: 'col' }, t(name))))),
      h('tbody', {}, shown.map((all) => kindOfIssue(all, more > 0)))),
    more > 0 && h('p', { class: 'pad mute' }, t('list_more_issues', { n: number(more) })),
  ];
}

function kindOfIssue(all, more) {
  const one = all[0];
  const rest = all.length - CELLS_SHOWN;
  return h('tr', { class: one.severity },
    h('th', { scope: 'row' }, one.severity === 'refused' && h('b', {}, t('list_is_refused', { n: all.length, count: number(all.length) + (more ? '+' : '') }) + ' '), said(one)),
    h('td', {}, worded(one, 'fix')),
    h('td', {}, all.slice(0, CELLS_SHOWN).map(where).join(', '), rest > 0 && ' ' + t('list_more_cells', { n: number(rest) })));
}

// Of a workbook one sheet is read: its name is said once.
const sheetOf = (items) => items.map((one) => (one.cell || '').split('!')[0]).find(Boolean);

function where(one) {
  const at = one.cell ? one.cell.split('!').pop() : String(one.row || '');
  return at === '' ? t('list_whole') : /^\d+$/.test(at) ? t('list_row', { n: at }) : at;
}
