// Communes with what they lack: a table of all groups on a desk, a list on a phone. Shares its choice with the map.

import { bar, barLegend, barTable, barWords, urgencyWord } from './bars.js';
import { choose, showChosen } from './communes.js';
import { byId, fill, h } from './dom.js';
import { fitHead, fitList } from './fitlist.js';
import { ago, agoShort, column, depth, households, number, people, placeTitle } from './format.js';
import { icon, urgencyShape } from './icons.js';
import { byUrgency, filtered, GROUPS, inGroup, itemName, measureOf, sum, worst } from './lacks.js';
import { get, on, set } from './state.js';
import { emptySentences } from './empty.js';
import { pledgeHere } from './offer.js';
import { headline } from './tag.js';
import { said, t, worded } from './text.js';
import { lowerOnPhone } from './sheet.js';
import { startZones, zoneRows } from './zonelist.js';

const wide = matchMedia('(min-width: 1100px)');
const SCROLLED = ['.rows', '.detail']; // what keeps its place when it is drawn anew

let drawnFor = null; // the commune that was chosen when it was drawn last

export function startList() {
  on('session summary unwanted exposure filter fits zones items lang selected disaster disasters basemap outlined trouble', draw);
  wide.addEventListener('change', draw);
  draw();
}

function draw() {
  drawList();
  const place = byId('list');
  // What scrolls has to be reached by keys, also where it holds nothing to go to.
  if (place.querySelector('a, button, summary, [tabindex="0"]')) {
    place.removeAttribute('tabindex');
  } else {
    place.tabIndex = 0;
  }
}

function drawList() {
  const place = byId('list');
  const scrolled = SCROLLED.map((part) => (place.querySelector(part) || { scrollTop: 0 }).scrollTop);
  scrolled[1] = drawnFor === get('selected') ? scrolled[1] : 0;
  drawnFor = get('selected');
  const summary = get('summary');
  const sentences = emptySentences();
  if (sentences) {
    fill(place, sentences);
    return;
  }
  if (!summary || !get('items').size) {
    fill(place, h('p', { class: 'pad mute' }, t(get('trouble') ? 'not_read' : 'reading')));
    return;
  }
  if (summary.suppressed) {
    fill(place, h('p', { class: 'pad' }, said(summary.suppressed)));
    return;
  }
  const fits = get('fits');
  if (fits && fits.item === get('filter').item) {
    show(place, scrolled, fitHead(fits), fitList(fits), summary);
    return;
  }
  const communes = byUrgency(summary.communes.filter((commune) => headline(commune)));
  const rows = communes.length ? (wide.matches ? table(communes, summary) : phoneList(communes)) : h('p', { class: 'pad' }, nothingLacking(summary));
  show(place, scrolled, head(communes, summary), rows, summary);
}

function show(place, scrolled, top, rows, summary) {
  fill(place, top, h('div', { class: 'rows', tabindex: '-1' }, rows), chosenCommune(summary));
  SCROLLED.map((part) => place.querySelector(part)).forEach((part, i) => part && (part.scrollTop = scrolled[i]));
}

const titleOf = (commune) => (commune.full_name ? placeTitle(commune.full_name) : t('no_commune'));

const filterName = () => {
  const { group, item } = get('filter');
  return item ? itemName(item) : group ? t('group_' + group) : null;
};

function head(communes, summary) {
  const name = filterName();
  const lacks = filtered(summary.totals);
  const measure = measureOf(lacks);
  const title = name ? t('places_lack', { n: communes.length, item: name.toLowerCase() }) : t('places_lack_all', { n: communes.length });
  const inNeed = communes.reduce((n, commune) => n + commune.people, 0);
  return h('div', { class: 'list-head' },
    h('h2', {}, title),
    h('span', { class: 'mute' }, name ? t('in_all', { amount: measure.write(sum(lacks, measure).open) }) : people(inNeed)));
}

function nothingLacking(summary) {
  const most = headline({ lacks: summary.totals, urgency: 'normal' });
  return filterName() ? t('lacks_none_of', { item: filterName().toLowerCase() }) : most ? most.text : t('lacks_nothing_anywhere');
}

function inWater(code) {
  const { communes = [], outside = null } = get('exposure') || {};
  return code === 'outside' ? outside : communes.find((commune) => commune.code === code);
}

function table(communes, summary) {
  const measures = GROUPS.map((group) => {
    const measure = measureOf(inGroup(summary.totals, group));
    const most = Math.max(0, ...communes.map((commune) => sum(inGroup(commune.lacks, group), measure).open));
    return { ...measure, column: column(measure.item, most) };
  });
  const header = h('tr', {},
    h('th', { scope: 'col' }, t('commune')),
    GROUPS.map((group, i) => h('th', { scope: 'col', class: 'num' }, icon(group), h('span', {}, t('group_short_' + group)), h('span', {}, measures[i].column.unit))),
    h('th', { scope: 'col', class: 'num' }, t('in_water_short')),
    h('th', { scope: 'col', class: 'num' }, t('confirmed_short')));
  return h('table', { class: 'communes' },
    h('caption', { class: 'unseen' }, t('table_caption')),
    h('thead', {}, header),
    h('tbody', {}, communes.map((commune) => tableRow(commune, measures))));
}

function tableRow(commune, measures) {
  const sums = GROUPS.map((group, i) => sum(inGroup(commune.lacks, group), measures[i]));
  const most = (worst(commune.lacks) || {}).lack_group;
  const wet = inWater(commune.code);
  return h('tr', { class: commune.code === get('selected') ? 'chosen' : null },
    h('th', { scope: 'row' }, h('span', { class: 'named' }, urgencyShape(commune.urgency, t(commune.urgency)), nameButton(commune))),
    sums.map((s, i) => h('td', { class: 'num' + (s.open > 0 && GROUPS[i] === most ? ' most' : '') }, s.open > 0 ? measures[i].column.write(s.open) : '–')),
    h('td', { class: 'num' }, wet && wet.in_water_people ? number(wet.in_water_people) : '–'),
    h('td', { class: 'num' }, commune.oldest_confirmed_at ? agoShort(commune.oldest_confirmed_at) : '–'));
}

function phoneList(communes) {
  return h('ol', { class: 'phone-rows' }, communes.map((commune) => {
    const first = headline(commune);
    const wet = inWater(commune.code);
    const lacks = filtered(commune.lacks);
    const measure = measureOf(lacks);
    return h('li', { class: commune.code === get('selected') ? 'row chosen' : 'row' },
      h('div', {}, nameButton(commune), h('p', {}, urgencyWord(commune.urgency), ' · ' + households(commune.households) + (wet && wet.in_water_people ? ' · ' + t('n_in_water', { n: number(wet.in_water_people) }) : ''))),
      h('div', { class: 'num' }, h('span', { class: 'row-amount' }, icon(first.group), ' ', h('b', {}, first.text)), bar(sum(lacks, measure), barWords(sum(lacks, measure), measure.write))));
  }));
}

function nameButton(commune) {
  return h('button', {
    type: 'button', class: 'link', 'data-commune': commune.code, 'aria-pressed': String(commune.code === get('selected')),
    on: { click: () => { choose(commune.code); lowerOnPhone(); showChosen(); } },
  }, titleOf(commune));
}

function chosenCommune(summary) {
  const commune = summary.communes.find((c) => c.code === get('selected'));
  if (!commune) {
    return h('div', { class: 'hint pad mute' }, t('choose_commune'));
  }
  const wet = inWater(commune.code);
  return h('section', { class: 'detail', 'aria-label': titleOf(commune) },
    h('div', { class: 'detail-head' },
      h('div', {}, h('h2', {}, titleOf(commune)), h('p', {}, urgencyWord(commune.urgency), ' · ' + households(commune.households) + ' · ' + people(commune.people))),
      h('button', { type: 'button', class: 'square', id: 'let-go', 'aria-label': t('close'), on: { click: letGo } }, icon('close'))),
    h('p', { class: 'acts' }, pledgeButton(commune), shareLink(commune)),
    wet && h('p', {}, wetWords(wet)),
    (commune.joined || []).length > 0 && h('p', { class: 'mute' }, t('joined', { names: commune.joined.join(', ') })),
    (get('unwanted') || []).filter((line) => line.commune === commune.code).map((line) => h('p', { class: 'unwanted' },
      h('b', {}, t('do_not_send', { item: worded(line, 'item') })), ' ' + line.reason)),
    barTable(filtered(commune.lacks)),
    barLegend(),
    commune.code !== 'outside' && zonesHere(commune),
    commune.oldest_confirmed_at && h('p', { class: 'mute' }, t('confirmed_from', { time: ago(commune.oldest_confirmed_at) })),
    h('p', { class: 'acts' }, h('button', { type: 'button', class: 'button', on: { click: () => set({ view: 'route' }) } }, icon('route'), t('find_route'))));
}

// The focus goes back to where the commune was chosen.
function letGo() {
  const code = get('selected');
  choose(code);
  const row = document.querySelector('.rows [data-commune="' + CSS.escape(code) + '"]');
  if (row) {
    row.focus();
  }
}

const pledgeButton = (commune) => commune.code !== 'outside' && h('a', { class: 'button primary', id: 'pledge-here', href: pledgeHere(commune.code) }, t('pledge'));

// A drill is shared under its own name, so that nobody takes it for the flood that is going on.
function shareLink(commune) {
  const drill = get('disaster').simulated ? 'disaster=' + get('disaster').id + '&' : '';
  return commune.code !== 'outside' && h('a', { class: 'button', href: '/s/' + encodeURIComponent(commune.code) + '?' + drill + 'lang=' + get('lang') }, t('share'));
}

let zonesOpen = false;
let zonesStarted = false;

function zonesHere(commune) {
  const place = h('details', { class: 'zones-here', open: zonesOpen, on: { toggle: () => openZones(place.open) } },
    h('summary', { id: 'zones-here' }, t('zones_here')),
    zonesOpen && (zonesStarted && get('zones') ? zoneRows(commune.code) : h('p', { class: 'mute' }, t('reading'))));
  return place;
}

function openZones(open) {
  if (open === zonesOpen) {
    return; // drawn anew, not opened or closed
  }
  zonesOpen = open;
  draw();
  if (open && !zonesStarted) {
    zonesStarted = true;
    startZones();
  }
}

function wetWords(wet) {
  const parts = [wet.in_water_people ? t('commune_in_water', { n: number(wet.in_water_people), deepest: wet.deepest_m ? depth(wet.deepest_m) : '?' }) : t('commune_dry')];
  if (wet.unknown_depth_households) {
    parts.push(t('commune_unknown', { n: number(wet.unknown_depth_households) }));
  }
  return parts.join(' ');
}
