// What somebody can give: reads where it fits, from words or from item and amount, and again when needs change.

import { newestOnly, read } from './api.js';
import { amount } from './format.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

const newest = newestOnly();

let disasterIsRead = null; // who asks before it is there waits for it

export function startOffer() {
  disasterIsRead = new Promise((done) => on('disaster', () => get('disaster') && done()));
  on('disaster filter', () => answers(get('fits')) || readFits());
  on('summary', readFits);
}

const answers = (fits) => {
  const { item, amount: quantity } = get('filter');
  return fits ? fits.item === item && fits.quantity === quantity && get('disaster') && fits.disaster === get('disaster').id : !item;
};

async function readFits() {
  const { item, amount: quantity } = get('filter');
  if (!item || !get('disaster')) {
    set({ fits: null });
    return;
  }
  const fits = await tried('fits', () => newest('/fits', ofDisaster({ item, quantity })));
  if (fits) {
    set({ fits });
  }
}

/** Asks in words, "200 kg gạo"; gives what is to be said of it, empty when all was understood. */
export async function askInWords(text) {
  await disasterIsRead;
  try {
    const fits = await read('/fits', ofDisaster({ have: text }));
    set({ filter: { group: null, item: fits.item, amount: fits.quantity }, fits });
    return notes(fits);
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    return said(failure.problem);
  }
}

function notes(fits) {
  const item = get('items').get(fits.item);
  if (fits.uncounted) {
    return t('offer_uncounted', { text: fits.uncounted, unit: item ? item['unit_' + get('lang')] : '' });
  }
  return fits.pack
    ? t('offer_pack', { n: Number((fits.quantity / fits.pack.holds).toFixed(2)), pack: fits.pack[get('lang')], holds: amount(fits.pack.holds, item) })
    : '';
}

/** The page that pledges for a commune: what is offered, as far as it is known and the commune lacks it. */
export function pledgeAddress(commune, item, quantity) {
  const parts = ['commune=' + encodeURIComponent(commune), item && 'item=' + item, item && quantity && 'quantity=' + quantity, 'disaster=' + get('disaster').id, 'lang=' + get('lang')];
  return '/pledge?' + parts.filter(Boolean).join('&');
}

/** What is offered, as people write it: "200 kg gạo"; only the item while no amount is known. */
export function offerWords() {
  const { item: code, amount: quantity } = get('filter');
  const item = get('items').get(code);
  if (!item) {
    return '';
  }
  const name = item['name_' + get('lang')];
  return quantity ? amount(quantity, item) + ' ' + name.toLowerCase() : name;
}
