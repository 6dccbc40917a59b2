// How deep each blue is; on the dark wall deeper is brighter, so the legend never folds.

import { byId, fill, h } from './dom.js';
import { number } from './format.js';
import { on } from './state.js';
import { t } from './text.js';
import { CLASSES } from './water.js';

export function startWallLegend() {
  on('lang', draw);
  draw();
}

function draw() {
  const sample = (name, words) => h('span', {}, h('i', { class: 'swatch swatch-' + name }), words);
  fill(byId('wall-legend'), h('p', {}, t('legend_metres')),
    h('div', { class: 'swatches' },
      CLASSES.map(({ name, from, to }) => sample(name, number(from, 1, 1) + (to === null ? '+' : ''))), sample('unknown', t('unknown_short'))));
}
