// Where the outbox lies: one IndexedDB store. What an act holds ("inside") is sealed where the browser can seal.

import { deviceStore } from './devicestore.js';
import { canSeal, open as unseal, seal } from './vault.js';

const ACTS = 'acts';
const DRAWER = 'outbox';
const withActs = deviceStore('relief-outbox', ACTS, (base) => base.createObjectStore(ACTS, { keyPath: 'seq', autoIncrement: true }).createIndex('id', 'id', { unique: true }));
const UNREADABLE = {
  path: '',
  label: '…',
  problem: { code: 'UNREADABLE', vi: 'Máy này không mở lại được tin đã giữ. Hãy ghi lại.', en: 'This device cannot open what it kept. Please enter it again.' },
};

/** Acts as the outbox knows them: {seq, id, after, kept_at, state, inside}. */
export const kept = {
  /** Adds an act; one with the same id that is there already stays as it is, unless it was given up. */
  async add(act) {
    const row = await closed(act);
    await withActs('readwrite', (acts) => {
      acts.index('id').get(act.id).onsuccess = ({ target: { result: there } }) => {
        if (!there) {
          acts.add(row);
        } else if (there.state === 'given_up') {
          acts.put({ ...row, seq: there.seq });
        }
      };
    });
  },

  /** Everything, oldest first. */
  async all() {
    const rows = await withActs('readonly', (acts) => acts.getAll());
    return Promise.all(rows.map(opened));
  },

  /** Puts an act in the place it has; nothing where it was removed meanwhile. */
  async replace(act) {
    const row = await closed(act);
    await withActs('readwrite', (acts) => {
      acts.getKey(act.seq).onsuccess = (found) => found.target.result !== undefined && acts.put(row);
    });
  },

  remove: (seq) => withActs('readwrite', (acts) => acts.delete(seq)),
};

async function closed(act) {
  return canSeal ? { ...act, inside: await seal(act.inside, DRAWER) } : act;
}

async function opened(row) {
  if (!row.inside.iv) {
    return row;
  }
  try {
    return { ...row, inside: await unseal(row.inside) };
  } catch (lost) {
    return { ...row, state: row.state === 'given_up' ? row.state : 'refused', inside: UNREADABLE };
  }
}
