// Reads the households of an officer's units, page after page.

import { ofDisaster } from './reads.js';

const PAGE = 1000;

/** All of them, asked for by `ask`, which gives null when a newer question was asked meanwhile; then null. */
export async function everyHome(ask, query) {
  const all = [];
  let page = { next: null };
  do {
    page = await ask('/unit-homes', ofDisaster({ ...query, limit: PAGE, after: page.next }));
    if (page === null) {
      return null;
    }
    all.push(...page.items);
  } while (page.next);
  return all;
}
