// What somebody has filled in at /report, until it is sent: sealed, so that it survives a reload and nobody else reads it.

import { canSeal, forgetKey, open as unseal, seal } from './vault.js';

const KEPT = 'relief-map.report';
const DRAWER = 'report';
// Where the browser cannot seal, it lasts no longer than the tab.
const store = () => (canSeal ? localStorage : sessionStorage);
let keeping = Promise.resolve();

export function keepDraft(draft) {
  keeping = keeping.then(() => write(draft));
  return keeping;
}

async function write(draft) {
  try {
    store().setItem(KEPT, JSON.stringify(canSeal ? asNumbers(await seal(draft, DRAWER)) : draft));
  } catch (refused) {
    console.info('the form is not kept: storage is closed', refused.name);
  }
}

/** What was kept; null when there is nothing that can be read. */
export async function keptDraft() {
  try {
    const kept = JSON.parse(store().getItem(KEPT));
    return kept && canSeal ? await unseal(asBytes(kept)) : kept;
  } catch (unreadable) {
    return null;
  }
}

export async function dropDraft() {
  await keeping;
  store().removeItem(KEPT);
  await (canSeal && forgetKey(DRAWER));
}

const asNumbers = ({ drawer, iv, data }) => ({ drawer, iv: Array.from(iv), data: Array.from(new Uint8Array(data)) });
const asBytes = ({ drawer, iv, data }) => ({ drawer, iv: new Uint8Array(iv), data: new Uint8Array(data) });
