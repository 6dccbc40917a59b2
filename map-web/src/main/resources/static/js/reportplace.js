// Which commune a typed name means: by the names that came with the page, without a network too, else by asking the server,
// which knows former names. Nobody is held up by a network that is not there.

const PATIENCE_MS = 4000;
const MOST = 4;
const KIND = /^(xa|phuong|thi tran|dac khu|tt|p|x)\.? +(?=\S)/;

// Lower case, without diacritics, and without what names of drills carry in brackets.
const folded = (text) => text.replace(/\(.*?\)/g, ' ').normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/đ/g, 'd').replace(/[^a-z0-9]+/g, ' ').trim();
const bare = (text) => folded(text).replace(KIND, '');

/** Full names that the text can mean, at most four; null where nobody can tell now. */
export async function communesMeant(text, known) {
  const same = known.filter((name) => name === text);
  const named = same.length ? same : known.filter((name) => folded(name) === folded(text) || bare(name) === folded(text) || bare(name) === bare(text));
  if (named.length) {
    return named.slice(0, MOST);
  }
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch('/api/v1/admin-units?limit=' + MOST + '&q=' + encodeURIComponent(text.slice(0, 200)), { signal: stop.signal, credentials: 'same-origin' });
    return answer.ok ? present((await answer.json()).items) : null;
  } catch (noNetwork) {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

// A former commune stands for those that it became.
const present = (units) => Array.from(new Set([].concat(...units.map((unit) => (unit.successors.length ? unit.successors.map((next) => next.full_name) : [unit.full_name]))))).slice(0, MOST);
