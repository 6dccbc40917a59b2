// One page of what the other pages are made of: their own style sheets and modules, never copies.

import { read } from './api.js';
import { bar, barLegend, barTable, barWords } from './bars.js';
import { contrast, GROUNDS, hex, seenAs, tokens } from './colours.js';
import { byId, fill, h } from './dom.js';
import { amount } from './format.js';
import { icon, roadSign, SYMBOLS, transferSign, urgencyShape } from './icons.js';
import { itemName } from './lacks.js';
import { startLegend } from './legend.js';
import { startLanguageChoice } from './marks.js';
import { get, on, set } from './state.js';
import offerWords from './offertext.vi.js';
import vi from './styleguidetext.vi.js';
import { headline, plate } from './tag.js';
import { addWords, startLanguage, t } from './text.js';
import { CLASSES } from './water.js';

const URGENCIES = ['critical', 'high', 'normal'];

// What a commune may lack; the items are those of the catalogue.
const LACKS = [
  { item: 'drinking_water', lack_group: 'water', needed: 22600, open: 18600, under_way: 2000, pledged: 2000, delivered: 2000, households: 410 },
  { item: 'rice', lack_group: 'rice', needed: 4200, open: 1500, under_way: 700, pledged: 700, delivered: 2000, households: 180 },
];

async function start() {
  addWords(vi, (lang) => import('./styleguidetext.' + lang + '.js'));
  addWords(offerWords, (lang) => import('./offertext.' + lang + '.js'));
  toggle('ground', 'dark');
  toggle('greys', 'guide-grey');
  startLanguageChoice();
  on('lang items', draw);
  draw();
  await startLanguage();
  try {
    set({ items: new Map((await read('/items')).items.map((item) => [item.code, item])) });
  } catch (failure) {
    console.info('items are shown by their codes:', failure.message);
  }
}

// A button that puts a class on the page and takes it off again.
function toggle(id, name) {
  byId(id).addEventListener('click', () => {
    byId(id).setAttribute('aria-pressed', String(document.body.classList.toggle(name)));
    draw();
  });
}

function draw() {
  fill(byId('guide-title'), t('title'));
  fill(byId('ground'), t('guide_dark'));
  fill(byId('greys'), t('guide_grey'));
  fill(byId('guide'), colours(), water(), section('type', sizes()), section('buttons', buttons()), section('forms', form()),
    section('table', barTable(LACKS), barLegend()), section('tags', tags()), section('symbols', symbols()), section('messages', messages()));
  startLegend();
}

const section = (name, ...parts) =>
  h('section', { id: 'guide-' + name }, h('h2', {}, t('guide_' + name)), h('p', { class: 'guide-help' }, t('guide_' + name + '_help')), parts);

function colours() {
  const values = tokens(document.body);
  return section('colours', h('div', { class: 'guide-colours' }, Object.keys(values).filter((name) => !/^d\d$/.test(name)).map((name) => {
    const ground = h('span', { class: 'guide-colour' });
    ground.style.background = 'var(--' + name + ')';
    return h('div', {}, ground, h('b', {}, name), h('span', { class: 'mute' }, values[name] + ' · ' + contrast(values[name], values.paper).toFixed(1) + ' : 1'));
  })));
}

// The five classes as they are, and as people see them who do not see red or green, or who hold a grey print.
function water() {
  const values = tokens(document.body);
  const row = (eyes) => h('tr', {}, h('th', { scope: 'row' }, t('guide_eyes_' + eyes)), CLASSES.map(({ name }) => {
    const cell = h('td', {}, h('span', { class: 'unseen' }, name));
    cell.style.background = hex(seenAs(eyes, values[name]));
    return cell;
  }));
  return section('water', h('details', { class: 'legend', id: 'legend' }), h('table', { class: 'guide-water' },
    h('caption', { class: 'unseen' }, t('guide_water')), h('tbody', {}, GROUNDS.map(row))));
}

const sizes = () => h('div', { class: 'guide-sizes' },
  h('h2', {}, t('guide_sample')), h('p', {}, t('guide_sample')), h('p', { class: 'mute' }, t('guide_sample')),
  h('p', {}, h('b', {}, t('guide_sample'))), h('p', { class: 'num' }, '0123456789 · 18.600 / 22.600'));

function buttons() {
  const named = (className, text, more) => h('button', { type: 'button', class: className, ...more }, text);
  return h('div', { class: 'guide-row' },
    named('button primary', t('guide_primary')), named('button', [icon('route'), t('guide_other')]),
    named('button', t('guide_pressed'), { 'aria-pressed': 'true' }), named('button', t('guide_disabled'), { disabled: true }),
    named('square', icon('target'), { 'aria-label': t('guide_symbol_button') }), named('plain', t('guide_plain')));
}

const form = () => h('form', { class: 'guide-row' },
  h('label', {}, t('guide_field'), ' ', h('input', { type: 'text', autocomplete: 'off', value: 'Ái Tử' })),
  h('label', {}, t('item'), ' ', h('select', {}, LACKS.map(({ item }) => h('option', {}, itemName(item))))),
  h('label', {}, t('guide_wrong_field'), ' ', h('input', { type: 'text', autocomplete: 'off', 'aria-invalid': 'true', 'aria-describedby': 'guide-error', value: '12o' })),
  h('p', { class: 'error', id: 'guide-error' }, t('guide_error')));

function tags() {
  const write = (n) => amount(n, get('items').get('rice'));
  return h('div', { class: 'guide-tags' },
    URGENCIES.map((urgency) => plate({ urgency, lacks: LACKS, households: 410 }, headline({ lacks: LACKS }))),
    h('span', {}, bar(LACKS[1], barWords(LACKS[1], write))));
}

const symbols = () => h('div', { class: 'guide-symbols' },
  SYMBOLS.map((name) => h('span', {}, icon(name), name)),
  URGENCIES.map((urgency) => h('span', {}, urgencyShape(urgency), t(urgency))),
  ['closed', 'slow', 'unknown'].map((state) => h('span', {}, roadSign(state), t(state === 'unknown' ? 'guide_unknown' : 'state_' + state))),
  h('span', {}, transferSign(), t('means_landing')));

const messages = () => [h('p', { class: 'strip warn' }, t('guide_warning')), h('p', { class: 'error' }, t('guide_error')),
  h('p', {}, h('span', { class: 'drill' }, h('b', {}, t('drill')), h('span', {}, t('simulated'))))];

start();
