// The communes that lack most, by urgency: what each lacks most of.

import { byId, fill, h } from './dom.js';
import { placeTitle } from './format.js';
import { icon, urgencyShape } from './icons.js';
import { byUrgency } from './lacks.js';
import { get, on } from './state.js';
import { headline } from './tag.js';
import { said, t } from './text.js';

const MOST = 6;

export function startGaps() {
  on('lang summary items disaster', draw);
  draw();
}

function draw() {
  fill(byId('gaps'), h('h2', {}, t('gaps')), rows());
  byId('gaps').querySelectorAll('.gap-name').forEach((name) => name.classList.toggle('gap-name-long', name.scrollWidth > name.clientWidth));
}

function rows() {
  const summary = get('summary');
  if (!summary || !get('items').size) {
    return h('p', { class: 'none' }, t('not_known'));
  }
  if (summary.suppressed) {
    return h('p', { class: 'none' }, said(summary.suppressed));
  }
  const lacking = byUrgency(summary.communes.filter((commune) => commune.full_name && headline(commune))).slice(0, MOST);
  if (!lacking.length) {
    return h('p', { class: 'none' }, t(summary.totals.length ? 'nothing_open' : 'not_known')); // nobody told of any need: that is no abundance
  }
  return lacking.map((commune) => {
    const first = headline(commune);
    return h('div', { class: 'gap' }, urgencyShape(commune.urgency, t(commune.urgency)),
      h('span', { class: 'gap-name' }, shortName(commune)), h('b', {}, icon(first.group), first.text));
  });
}

// "Xã" and "Phường" stand before nearly every name and would only push it out of the frame.
const shortName = (commune) => placeTitle(commune.full_name).replace(/^(Xã|Phường) /, '');
