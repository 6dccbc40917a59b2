// Where somebody cries for help and whom to ring, for the crew that holds the call.

import { h } from './dom.js';
import { distance, number } from './format.js';
import { icon } from './icons.js';
import { get } from './state.js';
import { t } from './text.js';
import { geoAddress } from './tourmodel.js';

/** What is known of the place; null as long as nobody may see it. */
export function placeOf(call) {
  const place = get('places').get(call.id);
  if (!place) {
    return null;
  }
  const rows = [
    ['place_name', place.name],
    ['place_phone', place.phone && h('a', { href: 'tel:' + place.phone, class: 'call-phone' }, place.phone)],
    ['place_hamlet', place.hamlet],
    ['place_words', place.words],
    ['place_said', place.said],
    ['place_at', place.at && at(place)],
  ].filter(([, value]) => value);
  return h('div', { class: 'call-place' },
    h('dl', {}, rows.map(([name, value]) => [h('dt', {}, t(name)), h('dd', {}, value)])),
    place.at && !place.approximate && h('a', { class: 'button navigate', href: geoAddress(place.at) }, icon('route'), t('navigate')));
}

function at({ at: [lon, lat], approximate, accuracy_m: accuracy }) {
  if (approximate) {
    return t('place_approximate');
  }
  return number(lat, 5, 5) + ' · ' + number(lon, 5, 5) + (accuracy ? ' (± ' + distance(Math.max(10, accuracy)) + ')' : '');
}
