// "I have 200 kg of rice", in words or as item and amount, and the six groups: what the list and the tags show.

import { byId, fill, h } from './dom.js';
import { inSentence, unitOf } from './format.js';
import { icon } from './icons.js';
import { GROUPS } from './lacks.js';
import { askInWords, offerWords } from './offer.js';
import { raiseOnPhone } from './sheet.js';
import { get, on, set } from './state.js';
import { t, worded } from './text.js';

let typed = null; // words that are not asked yet; null: the field says what is chosen
let note = ''; // what is to be said of the words asked last
let unasked = false; // there was no network to ask them by

export function startFilter() {
  on('filter', () => { typed = null; });
  on('items lang filter summary unwanted', build);
  window.addEventListener('online', () => unasked && typed && askFor(typed));
  build();
}

/** Chooses a group or an item; the amount only belongs to an item. */
export function chooseFilter(value) {
  const [kind, code] = value.split(':');
  const filter = { group: kind === 'group' ? code : null, item: kind === 'item' ? code : null, amount: null };
  if (filter.item && filter.item === get('filter').item) {
    filter.amount = get('filter').amount;
  }
  note = '';
  set({ filter });
}

function build() {
  const { group, item, amount } = get('filter');
  const chosen = get('items').get(item);
  const select = h('select', { id: 'have-item', 'aria-label': t('choose_item'), on: { change: () => chooseFilter(select.value) } }, options());
  select.value = item ? 'item:' + item : group ? 'group:' + group : '';
  const unit = unitOf(chosen);
  const quantity = h('input', {
    id: 'have-amount', type: 'number', min: 0, step: 'any', inputmode: 'decimal', placeholder: t('amount'), disabled: !item,
    'aria-label': t('amount') + (unit ? ', ' + unit : ''), value: amount || '',
    on: { change: () => { note = ''; set({ filter: { ...get('filter'), amount: Number(quantity.value) > 0 ? Number(quantity.value) : null } }); } },
  });
  byId('filter').setAttribute('aria-label', t('show_only'));
  fill(byId('filter'),
    h('div', { class: 'have' },
      words(), select, quantity, unit && h('span', { class: 'have-unit' }, unit),
      (item || group) && h('button', { type: 'button', id: 'have-clear', class: 'square', 'aria-label': t('clear_filter'), on: { click: () => { chooseFilter(''); byId('have-text').focus(); } } }, icon('close'))),
    h('div', { class: 'groups', role: 'group', 'aria-label': t('show_only') }, tab(null), GROUPS.map(tab)),
    notWanted(),
    h('p', { class: 'have-said', id: 'have-said', role: 'status' }, note));
}

// What communes asked not to be sent stands in view before anybody loads a truck.
function notWanted() {
  const communes = new Map();
  (get('unwanted') || []).forEach((line) => {
    const name = worded(line, 'item');
    communes.set(name, (communes.get(name) || 0) + 1);
  });
  const names = [...communes].sort((a, b) => b[1] - a[1]).map(([item, n]) => t('not_wanted_in', { item: inSentence(item), n }));
  return names.length > 0 && h('p', { class: 'not-wanted' }, h('b', {}, t('not_wanted')), ' ' + names.join(', '));
}

// One field for "200 kg gạo"; what is typed stays while the page around it reads its data anew.
function words() {
  const text = h('input', {
    id: 'have-text', type: 'text', maxlength: 120, autocomplete: 'off', enterkeyhint: 'search', placeholder: t('have_example'),
    'aria-label': t('have_words'), 'aria-describedby': 'have-said', value: typed === null ? offerWords() : typed,
    on: { input: () => { typed = text.value; } },
  });
  const ask = async (event) => {
    event.preventDefault();
    const asked = text.value.trim();
    if (!asked) {
      chooseFilter('');
      return;
    }
    await askFor(asked);
  };
  return h('form', { class: 'have-words', on: { submit: ask } },
    h('span', { class: 'have-word', 'aria-hidden': 'true' }, t('i_have')), text,
    h('button', { type: 'submit', id: 'have-ask', class: 'square', 'aria-label': t('have_ask') }, icon('next')));
}

async function askFor(asked) {
  byId('have-said').textContent = t('reading');
  const answer = await askInWords(asked);
  note = answer.said;
  unasked = answer.unasked;
  build();
  if (answer.found) {
    raiseOnPhone();
  }
}

function tab(group) {
  const { group: current, item } = get('filter');
  const own = group === current && !item;
  return h('button', { type: 'button', id: 'group-' + (group || 'all'), class: 'group', 'aria-pressed': String(own), on: { click: () => chooseFilter(group ? 'group:' + group : '') } },
    group && icon(group), t(group ? 'group_' + group : 'everything'));
}

// Only items that somebody needs: the whole catalogue would bury them.
function options() {
  const needed = new Set(((get('summary') || {}).totals || []).map((total) => total.item));
  const items = Array.from(get('items').values()).filter((item) => needed.has(item.code) || item.code === get('filter').item);
  return [
    h('option', { value: '' }, t('choose_item')),
    GROUPS.map((group) => h('optgroup', { label: t('group_' + group) },
      h('option', { value: 'group:' + group }, t('all_of', { group: t('group_' + group) })),
      items.filter((item) => item.lack_group === group).map((item) => h('option', { value: 'item:' + item.code }, worded(item, 'name'))))),
  ];
}
