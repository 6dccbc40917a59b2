// Seals what a page keeps on the device. The key never leaves the browser: it cannot be read out, only used.

import { deviceStore } from './devicestore.js';

const withKeys = deviceStore('relief-vault', 'keys');
const ALGORITHM = 'AES-GCM';

/** Whether this browser can seal here; it cannot on an address without HTTPS. */
export const canSeal = Boolean(self.crypto && self.crypto.subtle && self.indexedDB);

/** Seals an object under the key of a drawer; what comes back can be kept in IndexedDB. */
export async function seal(object, drawer = 'pages') {
  const key = await keyOf(drawer, true);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(object));
  return { drawer, iv, data: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, text) };
}

/** The object again; fails when its key was forgotten or the seal was touched. */
export async function open({ drawer, iv, data }) {
  const key = await keyOf(drawer, false);
  if (!key) {
    throw new Error('The key of "' + drawer + '" was forgotten.');
  }
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, data)));
}

/** Whatever was sealed in this drawer can never be read again. */
export const forgetKey = (drawer = 'pages') => withKeys('readwrite', (keys) => keys.delete(drawer));

async function keyOf(drawer, make) {
  const kept = await withKeys('readonly', (keys) => keys.get(drawer));
  if (kept || !make) {
    return kept;
  }
  const fresh = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);
  return firstKept(drawer, fresh);
}

// Another tab may have made the key meanwhile: the one that was kept first counts.
async function firstKept(drawer, fresh) {
  try {
    await withKeys('readwrite', (keys) => keys.add(fresh, drawer));
    return fresh;
  } catch (taken) {
    return withKeys('readonly', (keys) => keys.get(drawer));
  }
}
