// The need tag: a plate with urgency, what is lacking most, and six cells (or one bar when an item is chosen).

import { bar } from './bars.js';
import { h } from './dom.js';
import { amount, households, itemAmount, placeTitle } from './format.js';
import { icon, urgencyShape } from './icons.js';
import { filtered, GROUPS, inGroup, itemName, itemOf, measureOf, refusedAt, sum, takesWhole, worst } from './lacks.js';
import { get } from './state.js';
import { t } from './text.js';

/** What a tag says first: {group, text} of the item lacking most, or of the filter; null where nothing of it is lacking. */
export function headline(cluster) {
  const { group, item } = get('filter');
  const lacks = filtered(cluster.lacks);
  if (item || group) {
    const measure = measureOf(lacks);
    const sums = sum(lacks, measure);
    return sums.open > 0 ? { group: lacks[0].lack_group, text: measure.write(sums.open), sums } : null;
  }
  const most = worst(lacks);
  return most ? { group: most.lack_group, text: amount(most.open, itemOf(most)), sums: null } : null;
}

/** Where a cluster lies, in words. */
export function placeName(cluster) {
  if (cluster.admin_name) {
    return placeTitle(cluster.admin_name);
  }
  return cluster.communes > 1 ? t('n_communes', { n: cluster.communes }) : t('no_commune');
}

/** Everything in the tag as one sentence, for its accessible name. */
export function tagWords(cluster) {
  const items = filtered(cluster.lacks)
    .filter((lack) => lack.open > 0)
    .map((lack) => itemAmount(lack.open, itemOf(lack), lack.item));
  const words = t('tag_words', { urgency: t(cluster.urgency), place: placeName(cluster), households: households(cluster.households), items: items.join(', ') });
  return refusedAt(cluster) ? words + '. ' + t('fit_refused_tag', { item: itemName(get('filter').item) }) : words;
}

/** The plate's element. Width is a guess from the text, good enough to keep tags apart. */
export function plate(cluster, first) {
  const grey = takesWhole(cluster) ? '' : ' tag-grey';
  return h('span', { class: 'tag tag-' + cluster.urgency + grey + (refusedAt(cluster) ? ' tag-refused' : '') },
    h('span', { class: 'tag-side' }, urgencyShape(cluster.urgency)),
    h('span', { class: 'tag-in' },
      h('span', { class: 'tag-first' }, icon(first.group), h('b', {}, first.text)),
      first.sums ? bar(first.sums, '') : cells(cluster.lacks)));
}

/** As the style sheet has it. */
export const PLATE_HEIGHT = 36;

export const plateWidth = (first) => Math.max(86, 46 + first.text.length * 7.4);

// Each cell is filled from below, in quarters, by the share of its group that is still lacking.
function cells(lacks) {
  return h('span', { class: 'cells' }, GROUPS.map((group) => {
    const own = inGroup(lacks, group);
    const share = own.length ? sum(own, measureOf(own)).share : 0;
    const quarters = share > 0 ? Math.max(1, Math.round(share * 4)) : 0;
    return h('span', { class: 'cell cell-' + quarters });
  }));
}
