// Where a phone keeps what belongs to a claim, until the claim is over: one IndexedDB store, sealed by a key for each claim.

import { deviceStore } from './devicestore.js';
import { canSeal, forgetKey, open as unseal, seal } from './vault.js';

const ROWS = 'rows';
const withRows = deviceStore('relief-tours', ROWS, (base) => base.createObjectStore(ROWS, { keyPath: 'key' }));
const drawer = (claim) => 'claim ' + claim;

/** Keeps an object of a claim under a name, sealed. `facts` stand open beside it; their `expires_at` is the end of the claim. */
export async function keep(claim, name, inside, facts) {
  const closed = canSeal ? await seal(inside, drawer(claim)) : inside;
  await withRows('readwrite', (rows) => rows.put({ ...facts, key: claim + ' ' + name, claim, name, inside: closed }));
}

/** The object again; null where there is none, or none that this device can open. */
export async function find(claim, name) {
  const row = await withRows('readonly', (rows) => rows.get(claim + ' ' + name));
  return row ? opened(row) : null;
}

async function opened(row) {
  if (!row.inside.iv) {
    return row.inside;
  }
  try {
    return await unseal(row.inside);
  } catch (lost) {
    return null;
  }
}

const all = () => withRows('readonly', (rows) => rows.getAll());

/** What stands open of everything with that name. */
export const listed = async (name) => (await all()).filter((row) => row.name === name);

/** Throws away what is kept of a claim under a name; without one all of it, and first its key, so that nothing can be read again. */
export async function erase(claim, name = null) {
  if (canSeal && !name) {
    await forgetKey(drawer(claim));
  }
  const gone = (await all()).filter((row) => row.claim === claim && (!name || row.name === name));
  await withRows('readwrite', (rows) => gone.forEach((row) => rows.delete(row.key)));
}

/** The same of all claims: whoever signs out leaves nothing behind. */
export const eraseAll = async () => eraseClaims(await all());

/** What belongs to claims whose time is over goes by the device's own clock; the claims that there were. */
export const eraseOverdue = async () => eraseClaims((await all()).filter((row) => new Date(row.expires_at) <= Date.now()));

async function eraseClaims(rows) {
  const claims = [...new Set(rows.map((row) => row.claim))];
  await Promise.all(claims.map((claim) => erase(claim)));
  return claims;
}
