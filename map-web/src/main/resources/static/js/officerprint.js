// The list of a hamlet on A4, in black and white. The list itself holds numbers and no names; the names stand on a sheet of
// their own, which is asked for apart and remembered as a look.

import { read } from './api.js';
import { byId, fill, h } from './dom.js';
import { clockAndDay, households, itemAmount, number, people } from './format.js';
import { inOrder } from './officerhomesorder.js';
import { everyHome } from './officerhomesread.js';
import { tried } from './reads.js';
import { get } from './state.js';
import { t } from './text.js';

/** Asks whether names are wanted, and prints. */
export function printHamlet(unit) {
  const dialog = byId('print-ask');
  fill(dialog,
    h('h2', { id: 'print-title', tabindex: '-1' }, t('print_title', { name: unit.name || t('homes_no_hamlet') })),
    h('p', {}, t('print_help')),
    h('p', { class: 'acts' },
      h('button', { type: 'button', class: 'button primary', id: 'print-plain', on: { click: () => print(unit, null) } }, t('print_plain')),
      h('button', { type: 'button', class: 'button', id: 'print-names', on: { click: () => withNames(unit) } }, t('print_names')),
      h('button', { type: 'button', class: 'plain', on: { click: () => closeAsk(unit) } }, t('home_cancel'))));
  dialog.hidden = false;
  byId('print-title').focus();
  dialog.scrollIntoView({ block: 'nearest' });
}

function closeAsk(unit) {
  byId('print-ask').hidden = true;
  const button = document.querySelector('[data-print="' + CSS.escape(unit.code) + '"]');
  if (button) {
    button.focus();
  }
}

async function withNames(unit) {
  const names = await tried('print', async () => new Map((await everyHome(read, { unit: unit.code, phones: true })).map((home) => [home.id, home])));
  if (names) {
    print(unit, names);
  }
}

function print(unit, names) {
  const homes = inOrder(unit.homes);
  fill(byId('paper'), sheet(unit, homes), names && nameSheet(unit, homes, names));
  closeAsk(unit);
  window.print();
}

// Names must not stay behind in the page.
window.addEventListener('afterprint', () => fill(byId('paper')));

// At the top of every page, which may come to lie alone: of which hamlet, in which flood, from when.
const heading = (unit, title, head, note) => h('thead', {},
  h('tr', {}, h('th', { class: 'sheet-head', colspan: head.length },
    h('b', {}, title + ' · ' + (unit.name || t('homes_no_hamlet')) + (unit.code ? ' (' + unit.code + ')' : '')), h('br', {}),
    [get('disaster').name, get('disaster').simulated && t('simulated'), t('print_at', { time: clockAndDay(Date.now()) }), t('print_by', { name: get('session').name || '' })].filter(Boolean).join(' · '), h('br', {}), note)),
  h('tr', {}, head.map((name) => h('th', { scope: 'col' }, t(name)))));

const urgencyMark = { critical: '!!', high: '!', normal: '' };

function sheet(unit, homes) {
  const head = ['print_no', 'home_people', 'home_vulnerable', 'home_needs', 'home_confirmed', 'print_note'];
  const note = households(homes.length) + ' · ' + people(homes.reduce((sum, home) => sum + home.people, 0)) + ' · ' + t('print_signs');
  return h('section', { class: 'sheet' },
    h('table', {}, heading(unit, t('print_list'), head, note),
      h('tbody', {}, homes.map((home, i) => h('tr', {},
        h('th', { scope: 'row' }, number(i + 1) + ' ' + (urgencyMark[home.urgency] || '')),
        h('td', {}, number(home.people)), h('td', {}, home.vulnerable_people ? number(home.vulnerable_people) : ''),
        h('td', {}, home.needs.filter((need) => need.open > 0).map((need) => itemAmount(need.open, get('items').get(need.item), need.item)).join(', ')),
        h('td', {}, home.confirmed_at ? clockAndDay(home.confirmed_at) + (home.unconfirmed ? ' (?)' : '') : ''),
        h('td', { class: 'note' }, home.shelter_name || ''))))));
}

function nameSheet(unit, homes, names) {
  return h('section', { class: 'sheet names' },
    h('table', {}, heading(unit, t('print_key'), ['print_no', 'home_name', 'home_phone', 'home_address'], t('print_keep')),
      h('tbody', {}, homes.map((home, i) => {
        const named = names.get(home.id) || { name: '', phone: '', address: '' };
        return h('tr', {}, h('th', { scope: 'row' }, number(i + 1)), h('td', {}, named.name), h('td', {}, named.phone), h('td', {}, named.address));
      }))));
}
