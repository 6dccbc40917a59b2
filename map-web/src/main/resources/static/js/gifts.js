// The gifts that this device remembers: code, what, and for which commune. Nothing of a person.

const KEPT = 'relief-map.gifts';
const MOST = 50;

/** The newest first; empty where the browser keeps nothing. */
export function gifts() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) || '[]');
    return Array.isArray(kept) ? kept.filter((gift) => gift && typeof gift.code === 'string') : [];
  } catch (refused) {
    return [];
  }
}

/** Remembers a gift; the same code again changes nothing. */
export function keepGift(gift) {
  keep([gift].concat(gifts().filter((other) => other.code !== gift.code)).slice(0, MOST));
}

export const dropGift = (code) => keep(gifts().filter((gift) => gift.code !== code));

function keep(all) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(all));
  } catch (refused) {
    console.info('gifts are not kept: storage is closed', refused.name);
  }
}
