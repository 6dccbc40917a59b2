// The head of the map's page: views, disaster, ages.

import { byId, fill, h } from './dom.js';
import { ago, clock } from './format.js';
import { icon } from './icons.js';
import { lastConfirmed } from './lacks.js';
import { startMarks } from './marks.js';
import { chooseDisaster } from './reads.js';
import { setStop } from './sheet.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const narrow = matchMedia('(max-width: 1000px)');

export function startHead() {
  narrow.addEventListener('change', placeFacts);
  placeFacts();
  startMarks();
  on('lang view', views);
  on('lang session disaster disasters summary water at', facts);
  on('view', () => ['list', 'route'].forEach((view) => { byId(view).hidden = get('view') !== view; }));
  setInterval(facts, 30000); // ages grow while nothing is read
  [views, facts].forEach((f) => f());
}

function views() {
  const place = byId('views');
  place.setAttribute('aria-label', t('views'));
  const tab = (view, stop, name, current) => h('button', { type: 'button', class: 'view', 'data-view': name, 'aria-current': current ? 'true' : null, on: { click: () => { set({ view }); setStop(stop); } } }, icon(name), t('view_' + name));
  const list = get('view') === 'list';
  fill(place, tab('list', 'low', 'map', list), tab('list', 'full', 'list', false), tab('route', 'middle', 'route', !list));
}

// Ages and disaster stand in the head; where it is narrow, they are the first line of the panel.
function placeFacts() {
  const place = byId('facts');
  if (narrow.matches) {
    byId('panel').insertBefore(place, byId('list'));
  } else {
    byId('views').after(place);
  }
}

function facts() {
  const disasters = get('disasters') || [];
  const disaster = get('disaster');
  const select = disasters.length > 1 && h('select', { 'aria-label': t('disaster'), on: { change: () => chooseDisaster(select.value) } },
    disasters.map((d) => h('option', { value: d.id, selected: disaster && d.id === disaster.id }, d.name)));
  const confirmed = lastConfirmed(get('summary'));
  fill(byId('facts'),
    h('a', { href: '/g?lang=' + get('lang'), id: 'to-gifts' }, t('my_gifts')),
    h('a', { href: '/tours', id: 'to-tours' }, t('to_tours')),
    ['team', 'coordinator', 'administrator'].includes(get('session').role) && h('a', { href: '/sos', id: 'to-sos' }, t('to_sos')),
    ['officer', 'administrator'].includes(get('session').role) && h('a', { href: '/officer', id: 'to-officer' }, t('to_officer')),
    select || (disaster && h('span', { class: 'disaster' }, disaster.name)),
    confirmed && h('span', {}, icon('clock'), t('needs_age', { time: ago(confirmed) })),
    get('at') && h('span', { class: 'water-age' }, t('water_short', { time: clock(get('at')) })));
}
