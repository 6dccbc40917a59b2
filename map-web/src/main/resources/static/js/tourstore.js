// Where a phone keeps what belongs to a claim, until the claim is over: one IndexedDB store, sealed by a key for each claim.

import { canSeal, forgetKey, open as unseal, seal } from './vault.js';

const BASE = 'relief-tours';
const ROWS = 'rows';
const drawer = (claim) => 'claim ' + claim;

/** Keeps an object of a claim under a name, sealed. */
export async function keep(claim, name, inside) {
  const closed = canSeal ? await seal(inside, drawer(claim)) : inside;
  await withRows('readwrite', (rows) => rows.put({ key: claim + ' ' + name, claim, name, inside: closed }));
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

/** Throws away all that is kept of a claim, and first the key, so that nothing of it can be read again. */
export async function erase(claim) {
  if (canSeal) {
    await forgetKey(drawer(claim));
  }
  const gone = await withRows('readonly', (rows) => rows.getAllKeys());
  await withRows('readwrite', (rows) => gone.filter((key) => key.startsWith(claim + ' ')).forEach((key) => rows.delete(key)));
}

/** The same of all claims. */
export async function eraseAll() {
  const rows = await withRows('readonly', (all) => all.getAll());
  await Promise.all([...new Set(rows.map((row) => row.claim))].map(erase));
}

function withRows(mode, ask) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open(BASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(ROWS, { keyPath: 'key' });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const act = base.transaction(ROWS, mode);
      const asked = ask(act.objectStore(ROWS));
      act.oncomplete = () => { base.close(); done(asked && asked.result); };
      act.onabort = () => { base.close(); failed(act.error); };
    };
  });
}
