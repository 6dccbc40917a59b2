// Keeps base tiles of areas that a person chose; all others are the browser's own business, which holds them for a week.

import { AREAS, tileCache } from './tilecaches.js';

const MOST = 4000; // about 8 KB each
const AT_ONCE = 4;

/** A tile: the kept one, else from the network; without a network one of an older base map will do. */
export async function tileFor(request) {
  const kept = await keptTile(request);
  if (kept) {
    return kept;
  }
  try {
    return await fetch(request);
  } catch (noNetwork) {
    const older = await keptTile(request, { ignoreSearch: true });
    if (older) {
      return older;
    }
    throw noNetwork;
  }
}

async function keptTile(request, how) {
  const found = await Promise.all(AREAS.map((area) => caches.match(request, { ...how, cacheName: tileCache(area) })));
  return found.find(Boolean);
}

/**
 * Keeps tiles of an area by their addresses, at most so many bytes; tells {done, failed, bytes, of} as it goes. Tiles of tours add up, and
 * those kept first go beyond the bound; of other areas nothing is kept but these.
 */
export async function keepTiles({ urls, area = 'tours', mostBytes = Infinity }, tell) {
  const tiles = await caches.open(tileCache(area));
  const wanted = urls.filter((url) => new URL(url, self.location.origin).pathname.startsWith('/tiles/')).slice(0, MOST);
  const open = wanted.slice();
  const progress = { done: 0, failed: 0, bytes: 0, of: wanted.length };
  const worker = async () => {
    while (open.length) {
      const url = open.shift();
      const bytes = progress.bytes < mostBytes ? await keepTile(tiles, url) : 0;
      progress[bytes ? 'done' : 'failed'] += 1;
      progress.bytes += bytes;
      tell({ ...progress });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const all = await tiles.keys();
  const old = area === 'tours' ? all.slice(0, Math.max(0, all.length - MOST)) : all.filter(({ url }) => !wanted.some((one) => url.endsWith(one)));
  await Promise.all(old.map((each) => tiles.delete(each)));
  tell({ ...progress, finished: true });
}

// How many bytes it has; 0 when it could not be had. Whole before it is put, so that no tile is kept that broke off.
async function keepTile(tiles, url) {
  try {
    const here = await tiles.match(url);
    const answer = here || (await keptTile(url)) || (await fetch(url));
    if (!answer.ok) {
      return 0;
    }
    const picture = await answer.blob();
    if (!here) {
      await tiles.put(url, new Response(picture, { headers: answer.headers }));
    }
    return picture.size;
  } catch (noNetwork) {
    return 0;
  }
}
