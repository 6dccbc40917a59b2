// What somebody can give: reads where it fits, from words or from item and amount, and again when needs change.

import { newestOnly, read } from './api.js';
import { amount, amountOf, unitOf } from './format.js';
import { ofDisaster, tried } from './reads.js';
import { get, on, set } from './state.js';
import { said, t, worded } from './text.js';

const newest = newestOnly();

let disasterIsRead = null; // who asks before it is known which one is going on waits for it

export function startOffer() {
  disasterIsRead = new Promise((done) => on('disasters', () => get('disasters') && done()));
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

/** Asks in words, "200 kg gạo"; gives what is to be said of it (empty when all is clear), whether goods were found in it, and whether there was no network to ask by. */
export async function askInWords(text) {
  await disasterIsRead;
  if (!get('disaster')) {
    return { said: t('no_disaster'), found: false, unasked: false };
  }
  try {
    const fits = await read('/fits', ofDisaster({ have: text }));
    set({ filter: { group: null, item: fits.item, amount: fits.quantity }, fits });
    return { said: notes(fits), found: true, unasked: false };
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    return { said: said(failure.problem), found: false, unasked: Boolean(failure.network) };
  }
}

function notes(fits) {
  const item = get('items').get(fits.item);
  if (fits.uncounted) {
    return t('offer_uncounted', { text: fits.uncounted, unit: unitOf(item) });
  }
  return fits.pack
    ? t('offer_pack', { n: Number((fits.quantity / fits.pack.holds).toFixed(2)), pack: said(fits.pack), holds: amount(fits.pack.holds, item) })
    : '';
}

/** The page that pledges for a commune: what is offered, as far as it is known and the commune lacks it. */
export function pledgeAddress(commune, item, quantity) {
  const parts = ['commune=' + encodeURIComponent(commune), item && 'item=' + item, item && quantity && 'quantity=' + quantity, 'disaster=' + get('disaster').id, 'lang=' + get('lang')];
  return '/pledge?' + parts.filter(Boolean).join('&');
}

/** The same for a commune with what the filter says somebody has: as much as it still needs, and nothing that it asked not to be sent. */
export function pledgeHere(commune) {
  const { item, amount: quantity } = get('filter');
  const place = ((get('fits') || {}).items || []).find((one) => one.code === commune);
  return pledgeAddress(commune, place ? item : null, place && quantity ? Math.min(quantity, place.left) : null);
}

/** The same for a delivery zone of a commune: many homes together, as everybody is told of them. */
export function pledgeZone(commune, zone) {
  const { item, amount: quantity } = get('filter');
  const line = zone.items.find((one) => one.item === item);
  const gives = line && quantity ? Math.min(quantity, line.quantity) : null;
  return pledgeAddress(commune, line ? item : null, gives) + ['zone=' + zone.id, 'vehicle=' + zone.vehicle, 'at=' + zone.at].map((part) => '&' + encodeURI(part)).join('');
}

/** What is offered, as people write it: "200 kg gạo"; only the item while no amount is known. */
export function offerWords() {
  const { item: code, amount: quantity } = get('filter');
  const item = get('items').get(code);
  if (!item) {
    return '';
  }
  return quantity ? amountOf(quantity, item) : worded(item, 'name');
}
