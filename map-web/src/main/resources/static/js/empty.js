// What the list says when there is nothing to list: that no disaster is going on; which data is missing, with the command that brings it.

import { h } from './dom.js';
import { get } from './state.js';
import { t } from './text.js';

const command = (text) => h('pre', { tabindex: '0' }, h('code', {}, text));

/** Sentences for an empty database or no disaster; null when there is something to show. */
export function emptySentences() {
  const base = get('basemap');
  const noRoads = !base || base.import_id === null || base.import_id === undefined;
  const disasters = get('disasters');
  if (disasters === null || (get('disaster') && (!noRoads || get('summary')))) {
    return null;
  }
  if (!noRoads) {
    return h('div', { class: 'pad empty' }, h('h2', {}, t('no_disaster')), h('p', {}, t('no_disaster_wait')),
      get('session').role === 'administrator' && [h('p', {}, t('no_disaster_do')), command('./relief import households nhu-cau.csv\n./relief import flood nuoc.geojson --at 2026-10-18T14:00+07:00')]);
  }
  return h('div', { class: 'pad empty' },
    h('h2', {}, t('no_data')),
    h('ol', { class: 'missing' },
      h('li', {}, t('no_data_roads'), command('./relief import roads duong.osm.pbf')),
      !get('outlined') && h('li', {}, t('no_data_communes'), command('./relief import communes xa.geojson')),
      h('li', {}, t('no_data_needs'), command('./relief import households nhu-cau.csv\n./relief import flood nuoc.geojson --at 2026-10-18T14:00+07:00'))),
    h('p', {}, t('no_data_demo')), command('./relief demo'));
}
