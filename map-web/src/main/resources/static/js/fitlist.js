// Where an offer fits, the best place first, each with the reasons; and where it is not wanted, with what is lacking there.

import { urgencyWord } from './bars.js';
import { choose, showChosen } from './communes.js';
import { h } from './dom.js';
import { ago, amount, amountOf, households, inSentence, placeTitle } from './format.js';
import { itemName, itemOf, worst } from './lacks.js';
import { offerWords, pledgeAddress } from './offer.js';
import { lowerOnPhone } from './sheet.js';
import { get } from './state.js';
import { t } from './text.js';

export function fitHead(fits) {
  return h('div', { class: 'list-head fit-head' },
    h('h2', {}, t('fits_title', { offer: fits.quantity ? offerWords() : offerWords().toLowerCase(), n: fits.items.length })),
    fits.items.length > 1 && h('span', { class: 'mute fits-order' }, t('fits_order')));
}

export function fitList(fits) {
  return [
    fits.items.length ? h('ol', { class: 'fits' }, fits.items.map((place) => row(fits, place))) : nowhere(fits),
    fits.refused.length > 0 && h('section', { class: 'refused' },
      h('h3', {}, t('fit_refused', { item: inSentence(itemName(fits.item)) })),
      h('ul', {}, fits.refused.map(refusal))),
  ];
}

function nowhere(fits) {
  const most = worst((get('summary') || { totals: [] }).totals.filter((lack) => lack.item !== fits.item));
  return h('p', { class: 'pad' }, t('fits_none', { item: inSentence(itemName(fits.item)) }) + ' ',
    most && t('fits_most', { most: amountOf(most.open, itemOf(most)) }));
}

function row(fits, place) {
  const item = itemOf(fits);
  const write = (n) => amount(n, item);
  const facts = [
    households(place.households),
    t('fit_open', { amount: write(place.open) }),
    place.pledged > 0 && t('fit_pledged', { amount: write(place.pledged) }),
    place.under_way > 0 && t('fit_on_way', { amount: write(place.under_way) }),
    place.oldest_confirmed_at && t('fit_confirmed', { time: ago(place.oldest_confirmed_at) }),
  ].filter(Boolean);
  return h('li', { class: 'fit' + (place.takes_all ? '' : ' fit-part') + (place.code === get('selected') ? ' chosen' : '') },
    h('div', { class: 'fit-first' }, nameButton(place), h('b', { class: 'num' }, t('fit_left', { amount: write(place.left) }))),
    h('p', {}, urgencyWord(place.urgency), ' · ' + facts.join(' · ')),
    h('p', { class: 'fit-act' },
      fits.quantity && h('span', {}, place.takes_all
        ? t('fit_takes_all', { amount: write(fits.quantity) })
        : t('fit_takes_part', { amount: write(place.left), rest: write(fits.quantity - place.left) })),
      pledgeLink(place, fits)));
}

function pledgeLink(place, fits) {
  const gives = fits.quantity ? Math.min(fits.quantity, place.left) : null;
  return h('a', { class: 'button', href: pledgeAddress(place.code, fits.item, gives), 'data-pledge': place.code, 'aria-label': t('pledge') + ': ' + placeTitle(place.full_name) }, t('pledge'));
}

function nameButton(place) {
  return h('button', {
    type: 'button', class: 'link', 'data-commune': place.code, 'aria-pressed': String(place.code === get('selected')),
    on: { click: () => { choose(place.code); lowerOnPhone(); showChosen(); } },
  }, placeTitle(place.full_name));
}

function refusal(place) {
  return h('li', {}, h('b', {}, placeTitle(place.full_name)), ': ' + place.reason.replace(/[.\s]*$/, '. '),
    place.instead.length > 0 && t('fit_instead', { items: place.instead.map(itemName).map(inSentence).join(', ') }));
}
