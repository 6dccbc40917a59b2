// Legend: how deep each blue is and who it stops. Open on a desk, one strip on a phone.

import { byId, fill, h } from './dom.js';
import { number } from './format.js';
import { roadSign, transferSign } from './icons.js';
import { on } from './state.js';
import { t } from './text.js';
import { CLASSES } from './water.js';

export function startLegend() {
  byId('legend').open = matchMedia('(min-width: 760px) and (min-height: 600px)').matches;
  on('lang', draw);
  draw();
}

function draw() {
  const range = ({ from, to }, i) => (to === null ? t('over', { n: number(from, 1, 1) }) : number(from, 1, 1) + '–' + number(to, 1, 1) + (i === 0 ? ' m' : ''));
  const row = (sample, first, second) => h('tr', {}, h('td', {}, sample), second ? [h('td', { class: 'nowrap' }, first), h('td', { class: 'mute' }, second)] : h('td', { colspan: 2 }, first));
  const swatch = (name) => h('span', { class: 'swatch swatch-' + name });
  fill(byId('legend'),
    h('summary', {}, h('span', {}, t('legend_title')),
      h('span', { class: 'legend-strip', 'aria-hidden': 'true' }, CLASSES.map(({ name }) => swatch(name)), swatch('unknown'))),
    h('table', {},
      h('caption', { class: 'unseen' }, t('legend_title')),
      h('tbody', {},
        CLASSES.map((depthClass, i) => row(swatch(depthClass.name), range(depthClass, i), t('means_' + depthClass.name))),
        row(swatch('unknown'), t('means_unknown')),
        row(swatch('estimated'), t('means_estimated')),
        row(swatch('river'), t('means_river')),
        row(swatch('seen'), t('means_seen')),
        row(swatch('island'), t('means_island')),
        row(swatch('island-next'), t('means_island_next')),
        row(transferSign(), t('means_landing')),
        row(roadSign('closed'), t('state_closed')),
        row(roadSign('slow'), t('state_slow')))));
}
