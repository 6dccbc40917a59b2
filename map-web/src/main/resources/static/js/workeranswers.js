// Keeps the last answers that everybody may see, so that a page opens without a network with what it last had.

const ANSWERS = 'relief-answers';
const PATIENCE_MS = 200;
const MOST = 150;
const LATELY_MS = 15000;
const WORTH_TELLING_MS = 60000; // a page that was just given a kept answer is not told again at once
const FRAME_PAD = 1.8 / 0.4; // the map asks for 40 % more on each side
const KEPT_AT = 'Relief-Kept-At';
const OPEN = ['items', 'disasters', 'need-summary', 'need-clusters', 'do-not-send', 'exposure', 'cut-off', 'cut-off/landings', 'flood-extents', 'flood-extents/steps',
  'water', 'basemap', 'admin-units/outlines', 'depots', 'gauges', 'road-reports', 'campaigns', 'delivery-zones'];

const readLately = new Map(); // addresses whose newer answer came after the kept one was given: the page asks for it now
const underWay = new Map(); // fetches by address, so that a page that asks twice waits for one answer

/** Answers about needs and water that everybody may see; the wall display shows nothing but what is so now. */
export function isOpenAnswer(request, url) {
  return url.pathname.startsWith('/api/v1/') && OPEN.includes(url.pathname.slice('/api/v1/'.length)) && !request.referrer.includes('/room');
}

/**
 * The network's answer when it comes soon; else the one that is kept, with the time it is from. A newer one that comes
 * later is told to the page.
 */
export async function answerFor(event) {
  const { request } = event;
  const answers = await caches.open(ANSWERS);
  const kept = (await answers.match(request)) || (await keptAround(answers, request));
  if (kept && Date.now() - readLately.get(request.url) < LATELY_MS) {
    readLately.delete(request.url);
    return withoutAge(kept);
  }
  const fresh = fetchOnce(answers, request);
  if (!kept) {
    return fresh.then((answer) => answer.clone());
  }
  const before = kept.clone();
  let givenKept = false;
  const old = () => {
    givenKept = true;
    return kept.clone();
  };
  event.waitUntil(fresh.then((answer) => givenKept && answer.ok && tellNewer(event.clientId, request.url, before, answer.clone()), () => null));
  const answered = fresh.then((answer) => (answer.status >= 500 ? old() : answer.clone()), old);
  return Promise.race([answered, new Promise((done) => { setTimeout(done, PATIENCE_MS); }).then(old)]);
}

// The page asks for a frame larger than the screen. One that is kept will do while it covers the screen, so that a frame
// that moved by a few pixels is not drawn as if nothing were there.
async function keptAround(answers, request) {
  const asked = new URL(request.url);
  if (!asked.searchParams.has('bbox')) {
    return undefined;
  }
  const found = (await answers.keys()).map((each) => new URL(each.url)).reverse()
    .find((each) => withoutBox(each) === withoutBox(asked) && covers(box(each), screen(box(asked))));
  return found && answers.match(found.href);
}

const box = (url) => url.searchParams.get('bbox').split(',').map(Number);
const screen = ([west, south, east, north]) => [west + (east - west) / FRAME_PAD, south + (north - south) / FRAME_PAD, east - (east - west) / FRAME_PAD, north - (north - south) / FRAME_PAD];
const covers = (outer, inner) => outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

function withoutBox(url) {
  const rest = new URL(url.href);
  rest.searchParams.delete('bbox');
  return rest.href;
}

function fetchOnce(answers, request) {
  if (!underWay.has(request.url)) {
    const isStillAsked = () => underWay.get(request.url) === fresh;
    const fresh = fetch(request).then(async (answer) => {
      await (isStillAsked() && keep(answers, request, answer.clone()));
      return answer;
    }).finally(() => isStillAsked() && underWay.delete(request.url));
    underWay.set(request.url, fresh);
  }
  return underWay.get(request.url);
}

/** Call when somebody signs in or out and when a page opens: what was asked before is no answer to whoever asks from now on. */
export function askAnew() {
  readLately.clear();
  underWay.clear();
}

/** Keeps what a page read before this service worker was there, as the browser still has it: nothing is asked for again. */
export async function keepAnswers(urls) {
  const answers = await caches.open(ANSWERS);
  for (const url of urls) {
    const request = new Request(url, { headers: { Accept: 'application/json' }, cache: 'force-cache', credentials: 'same-origin' });
    if (isOpenAnswer(request, new URL(url)) && !(await answers.match(url))) {
      const answer = await fetch(request);
      await keep(answers, request, answer);
    }
  }
}

// Only what the server says it gives to everybody is kept; whoever is signed in leaves nothing, and takes away what was there.
async function keep(answers, request, answer) {
  if (!answer.ok) {
    return;
  }
  await answers.delete(request); // what is put again stands last, as the newest
  if (!isForEveryone(answer)) {
    const asked = withoutBox(new URL(request.url));
    const frames = (await answers.keys()).filter((each) => withoutBox(new URL(each.url)) === asked);
    await Promise.all(frames.map((each) => answers.delete(each)));
    return;
  }
  const headers = new Headers(answer.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  await answers.put(request, new Response(await answer.blob(), { headers }));
  const all = await answers.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((old) => answers.delete(old)));
}

const isForEveryone = (answer) => answer.headers.get('Relief-For') === 'everyone';

async function tellNewer(clientId, url, before, answer) {
  // What everybody sees is not what whoever is signed in came for.
  const worth = !isForEveryone(answer) || Date.now() - new Date(before.headers.get(KEPT_AT)) > WORTH_TELLING_MS;
  const client = worth && (await before.text()) !== (await answer.text()) && (await self.clients.get(clientId));
  if (client) {
    readLately.set(url, Date.now());
    client.postMessage({ newer: url });
  }
}

function withoutAge(kept) {
  const headers = new Headers(kept.headers);
  headers.delete(KEPT_AT);
  return new Response(kept.body, { headers });
}
