// A field that takes the code of a commune, and offers codes for the names that are typed.

import { newestOnly } from './api.js';
import { fill, h } from './dom.js';

const OFFERED = 8;
const SHORTEST = 2;
const PAUSE_MS = 250;

/** The field, and what it offers; to be put where it belongs. */
export function unitField(input) {
  const newest = newestOnly();
  const offers = h('datalist', { id: input.id + '-offers' });
  let later = 0;
  input.setAttribute('list', offers.id);
  input.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(offer, PAUSE_MS);
  });

  async function offer() {
    const q = input.value.trim();
    if (q.length < SHORTEST) {
      return;
    }
    try {
      const answer = await newest('/admin-units', { q, limit: OFFERED });
      if (answer) {
        fill(offers, answer.items.map((unit) => h('option', { value: unit.code }, unit.full_name)));
      }
    } catch (failure) {
      fill(offers); // a code can be typed without
    }
  }

  return [input, offers];
}
