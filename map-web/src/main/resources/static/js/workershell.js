// Keeps the files of the faces that this device has opened: pages, scripts, styles; never an answer about anybody.

import { FIRST, LANGUAGES } from './languages.js';

const SHELLS = 'relief-shell-';
const PAGES = 'relief-pages';
const LIST = '/v/list.json';
const PATIENCE_MS = 3000;
const VERSIONS_KEPT = 2;

/** Asking for help is always possible without a network. */
export const HELP = '/report';

const now = SHELLS + SHELL.version;
const address = (path) => '/v/' + SHELL.version + path;
const written = (face) => !SHELL.files[face === '/' ? '/index.html' : face + '.html'];

/** A file of a page; from the network only what is not kept. */
export async function fromShell(request) {
  return (await caches.match(request)) || fetch(request);
}

/** A page: one that is a file opens at once as it is kept, one that the server writes is asked for first. */
export async function pageFor(request, url) {
  const face = url.pathname;
  const kept = await caches.match(keptAs(face, url), { cacheName: face in SHELL.faces && !written(face) ? now : PAGES });
  if (kept && !written(face)) {
    return kept;
  }
  try {
    const fresh = await (kept && isPlain(url) ? inTime(fetch(request)) : fetch(request));
    if (fresh.ok && face in SHELL.faces && written(face) && isPlain(url)) {
      (await caches.open(PAGES)).put(keptAs(face, url), fresh.clone());
    }
    return fresh;
  } catch (noNetwork) {
    return kept || notKept();
  }
}

// The language is the only thing that an address may ask of a page that is kept: "I have 20 kg" is one person's.
const isPlain = (url) => Array.from(url.searchParams.keys()).every((name) => name === 'lang');
const keptAs = (face, url) => {
  const lang = url.searchParams.get('lang');
  return written(face) && lang !== FIRST && lang in LANGUAGES ? face + '?lang=' + lang : face;
};

const inTime = (answer) => Promise.race([answer, new Promise((_, failed) => { setTimeout(() => failed(new Error('too slow')), PATIENCE_MS); })]);

/** Keeps everything that a face needs, taking over from older versions what did not change. */
export async function keepFace(face) {
  if (!(face in SHELL.faces)) {
    return;
  }
  const shell = await caches.open(now);
  const before = await olderFiles();
  await Promise.all(SHELL.faces[face].map(async (path) => {
    if (!(await shell.match(address(path)))) {
      const same = before.get(path + ' ' + SHELL.files[path]);
      await shell.put(address(path), same ? await caches.match(same) : await fetched(address(path), SHELL.files[path]));
    }
  }));
  await (written(face) ? await caches.open(PAGES) : shell).put(face, await fetched(face));
  const list = await shell.match(LIST);
  const faces = list ? (await list.json()).faces : [];
  await shell.put(LIST, new Response(JSON.stringify({ version: SHELL.version, files: SHELL.files, faces: Array.from(new Set([...faces, face])) })));
}

// A server that has a newer version already would give that one's files under this one's address. Whole before it is put: while a
// put waits for a weak link, the browser lets nobody else read that cache.
async function fetched(path, hash = '') {
  const answer = await fetch(path, { credentials: 'same-origin' });
  if (!answer.ok || !(answer.headers.get('ETag') || hash).includes(hash)) {
    throw new Error(path + ': ' + answer.status);
  }
  return new Response(await answer.blob(), { headers: answer.headers });
}

/** A new version keeps the faces that the one before kept. */
export async function keepSameFaces() {
  const lists = await olderLists();
  const faces = new Set(lists.flatMap((list) => list.faces));
  for (const face of faces) {
    await keepFace(face);
  }
}

export async function clearOldShells() {
  const shells = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== now);
  await Promise.all(shells.slice(0, Math.max(0, shells.length - VERSIONS_KEPT + 1)).map((name) => caches.delete(name)));
}

async function olderLists() {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELLS) && name !== now);
  const lists = await Promise.all(names.map((name) => caches.match(LIST, { cacheName: name })));
  return Promise.all(lists.filter(Boolean).map((list) => list.json()));
}

// Address of each kept file of older versions, by path and hash.
async function olderFiles() {
  const files = new Map();
  for (const { version, files: hashes } of await olderLists()) {
    for (const [path, hash] of Object.entries(hashes)) {
      if (await caches.match('/v/' + version + path)) {
        files.set(path + ' ' + hash, '/v/' + version + path);
      }
    }
  }
  return files;
}

function notKept() {
  return new Response(SHELL.notKept, { status: 503, headers: { 'Content-Type': 'text/html;charset=UTF-8', 'Content-Security-Policy': "default-src 'none'" } });
}
