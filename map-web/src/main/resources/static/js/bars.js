// Quantity bars and the words beside them: black = still lacking, hatched = on its way, empty = received.

import { h } from './dom.js';
import { amount } from './format.js';
import { icon, urgencyShape } from './icons.js';
import { itemName, itemOf } from './lacks.js';
import { t } from './text.js';

/** The bar alone; its parts are of `needed`. Says `words` to a screen reader; nothing where the element around it says them. */
export function bar(sums, words) {
  const whole = Math.max(sums.needed, sums.open, 0.001);
  const onWay = Math.min(sums.under_way || 0, sums.open);
  const segment = (className, part) => {
    const piece = h('span', { class: className });
    piece.style.width = (100 * part) / whole + '%';
    return piece;
  };
  return h('span', words ? { class: 'bar', role: 'img', 'aria-label': words } : { class: 'bar', 'aria-hidden': 'true' }, segment('bar-open', sums.open - onWay), segment('bar-way', onWay));
}

/** "18.600 lít còn thiếu, 2.000 lít đang đến, 2.000 lít đã nhận" */
export const barWords = (sums, write) =>
  t('bar_words', { open: write(sums.open), way: write(sums.under_way), given: write(sums.delivered), needed: write(sums.needed) });

/** One row per item: icon, name, bar, "18.600 / 22.600 lít". */
export function barTable(lacks) {
  const rows = lacks.map((lack) => {
    const item = itemOf(lack);
    const write = (n) => amount(n, item);
    const name = itemName(lack.item);
    return h('tr', {},
      h('th', { scope: 'row' }, h('span', { class: 'named' }, icon(lack.lack_group), name)),
      h('td', { class: 'bar-cell' }, bar(lack, barWords(lack, write))),
      h('td', { class: 'num' }, h('b', {}, write(lack.open)), ' / ' + write(lack.needed),
        lack.pledged > 0 && h('small', { class: 'bar-pledged' }, t('fit_pledged', { amount: write(lack.pledged) }))));
  });
  return h('table', { class: 'bars' },
    h('caption', { class: 'unseen' }, t('bars_caption')),
    h('thead', { class: 'unseen' }, h('tr', {}, h('th', { scope: 'col' }, t('item')), h('th', { scope: 'col' }, t('bar')), h('th', { scope: 'col' }, t('open_of_needed')))),
    h('tbody', {}, rows));
}

/** What the three grounds of a bar mean. */
export const barLegend = () =>
  h('p', { class: 'bar-legend' },
    h('span', { class: 'key key-open' }), t('open'), ' ',
    h('span', { class: 'key key-way' }), t('under_way'), ' ',
    h('span', { class: 'key key-given' }), t('delivered'));

/** Shape and word of an urgency. */
export const urgencyWord = (urgency) => h('span', { class: 'urg urg-word-' + urgency }, urgencyShape(urgency), t(urgency));
