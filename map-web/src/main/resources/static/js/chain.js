// Works the ledger's chain out again from what the server tells, with nothing but this file and the browser's SHA-256.

export const BEGINNING = '0'.repeat(64);

/** RFC 8785 for what the ledger holds: texts, whole numbers, lists and objects. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return '[' + value.map(canonical).join(',') + ']';
  }
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort();
    return '{' + names.map((name) => JSON.stringify(name) + ':' + canonical(value[name])).join(',') + '}';
  }
  return JSON.stringify(value);
}

/** SHA-256 of the hash before (as bytes) followed by the entry's canonical text, as 64 hexadecimal digits. */
export async function hashOf(entry) {
  const { at, facts, id, kind, seq } = entry;
  const text = new TextEncoder().encode(canonical({ at, facts, id, kind, seq }));
  const bytes = new Uint8Array(32 + text.length);
  bytes.set(entry.previous_hash.match(/../g).map((two) => parseInt(two, 16)));
  bytes.set(text, 32);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Walks along pages of entries. `nextPage(after)` gives the entries behind a number, none at the end; `kept` is what was
 * last found good, {seq, hash} or null. Gives {seq, hash, newest, fault}; fault is null or {seq, why}.
 */
export async function walk(nextPage, kept, onProgress) {
  let seq = 0;
  let hash = BEGINNING;
  let newest = [];
  for (let page = await nextPage(0); page.length > 0; page = await nextPage(seq)) {
    const hashes = await Promise.all(page.map(hashOf));
    for (const [i, entry] of page.entries()) {
      const why = fault(entry, hashes[i], seq, hash, kept);
      if (why) {
        return { seq, hash, newest, fault: { seq: seq + 1, why } };
      }
      seq = entry.seq;
      hash = entry.hash;
    }
    newest = newest.concat(page).slice(-20);
    onProgress(seq);
  }
  const short = kept && kept.seq > seq;
  return { seq, hash, newest, fault: short ? { seq: seq + 1, why: 'cut' } : null };
}

function fault(entry, worked, seq, hash, kept) {
  if (entry.seq !== seq + 1) {
    return 'missing';
  }
  if (entry.previous_hash !== hash) {
    return 'unlinked';
  }
  if (entry.hash !== worked) {
    return 'changed';
  }
  return kept && kept.seq === entry.seq && kept.hash !== entry.hash ? 'rewritten' : null;
}
