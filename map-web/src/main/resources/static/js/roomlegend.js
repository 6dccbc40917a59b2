// How deep each blue is; on the dark wall deeper is brighter, so the legend never folds.

import { byId, fill, h } from './dom.js';
import { number } from './format.js';
import { icon } from './icons.js';
import { get, on } from './state.js';
import { t } from './text.js';
import { CLASSES } from './water.js';

export function startWallLegend() {
  on('lang tours following', draw);
  draw();
}

function draw() {
  const tours = get('following') === false ? [] : get('tours') || [];
  const sample = (name, words) => h('span', {}, h('i', { class: 'swatch swatch-' + name }), words);
  fill(byId('wall-legend'), h('p', {}, t('legend_metres')),
    h('div', { class: 'swatches' },
      CLASSES.map(({ name, from, to }) => sample(name, number(from, 1, 1) + (to === null ? '+' : ''))), sample('unknown', t('unknown_short'))),
    tours.length > 0 && h('p', { class: 'wall-legend-tours' }, h('span', { class: 'wall-tour' }, icon('truck')), t('legend_tours')),
    tours.some((tour) => tour.way_on) && h('p', { class: 'wall-legend-tours' }, h('span', { class: 'wall-legend-way' }), t('legend_way')));
}
