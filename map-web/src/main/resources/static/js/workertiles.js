// Keeps base tiles of areas that a person chose; all others are the browser's own business, which holds them for a week.

const TILES = 'relief-tiles';
const MOST = 4000; // about 8 KB each
const AT_ONCE = 4;

/** A tile: the kept one, else from the network; without a network one of an older base map will do. */
export async function tileFor(request) {
  const tiles = await caches.open(TILES);
  const kept = await tiles.match(request);
  if (kept) {
    return kept;
  }
  try {
    return await fetch(request);
  } catch (noNetwork) {
    const older = await tiles.match(request, { ignoreSearch: true });
    if (older) {
      return older;
    }
    throw noNetwork;
  }
}

/** Keeps tiles by their addresses; tells {done, failed, of} as it goes, and drops what was kept first beyond the bound. */
export async function keepTiles(urls, tell) {
  const tiles = await caches.open(TILES);
  const wanted = urls.filter((url) => new URL(url, self.location.origin).pathname.startsWith('/tiles/')).slice(0, MOST);
  const open = wanted.slice();
  const progress = { done: 0, failed: 0, of: wanted.length };
  const worker = async () => {
    while (open.length) {
      progress[(await keepTile(tiles, open.shift())) ? 'done' : 'failed'] += 1;
      tell({ ...progress });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const all = await tiles.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => tiles.delete(old)));
  tell({ ...progress, finished: true });
}

async function keepTile(tiles, url) {
  try {
    if (!(await tiles.match(url))) {
      const answer = await fetch(url);
      if (!answer.ok) {
        return false;
      }
      await tiles.put(url, answer);
    }
    return true;
  } catch (noNetwork) {
    return false;
  }
}
