// Sends the form of a pledge without leaving the page, so that a cut network loses nothing and doubles nothing.
// The server answers with the page that follows; its words stand in the form.

import { keepGift } from './gifts.js';

const DRAFT = 'relief-map.pledge';
const PATIENCE_MS = 20000;

let asked = null; // what was sent and not answered: nobody knows yet whether the pledge stands

const form = () => document.getElementById('pledge');
const words = (name) => form().dataset[name];
const fields = () => new URLSearchParams(new FormData(form())).toString();

function tell(sentence) {
  const place = document.getElementById('said');
  place.hidden = !sentence;
  place.textContent = sentence;
}

/** What was typed stays through a reload, with the id under which it was sent. */
function keepDraft() {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ fields: fields(), asked }));
  } catch (refused) {
    console.info('the form is not kept: storage is closed', refused.name);
  }
}

function forgetDraft() {
  try {
    sessionStorage.removeItem(DRAFT);
  } catch (refused) {
    console.info('storage is closed', refused.name);
  }
}

function readDraft() {
  try {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT) || 'null');
    const kept = new URLSearchParams(draft ? draft.fields : '');
    const now = new URLSearchParams(fields());
    const same = ['disaster', 'commune', 'item'].every((name) => kept.get(name) === now.get(name));
    if (draft && same && draft.asked) {
      asked = draft.asked;
      form().elements.id.value = kept.get('id');
      form().elements.quantity.value = kept.get('quantity');
      tell(words('lost'));
    }
  } catch (refused) {
    console.info('no form was kept', refused.name);
  }
}

async function send(event) {
  event.preventDefault();
  const button = form().querySelector('button.go');
  tell('');
  const label = button.textContent;
  button.textContent = words('sending');
  button.setAttribute('aria-disabled', 'true');
  try {
    const body = asked && asked !== fields() && (await stands()) ? asked : fields();
    asked = body;
    keepDraft();
    await show(await post(body));
  } catch (lost) {
    tell(words('lost'));
  } finally {
    if (form()) {
      button.textContent = label;
      button.removeAttribute('aria-disabled');
    }
  }
}

/** Does what was sent and not answered stand? Then it is asked for again as it was, and never another one beside it. */
async function stands() {
  const answer = await fetch('/api/v1/pledges/' + form().elements.id.value, { credentials: 'same-origin' });
  if (answer.status !== 200 && answer.status !== 404) {
    throw new Error('HTTP ' + answer.status);
  }
  return answer.status === 200;
}

async function post(body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch('/pledge', {
      method: 'POST',
      signal: stop.signal,
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html' },
      body,
    });
    if (answer.status >= 500) {
      throw new Error('HTTP ' + answer.status);
    }
    return { status: answer.status, text: await answer.text() };
  } finally {
    clearTimeout(timer);
  }
}

async function show({ status, text }) {
  if (status === 401 || status === 403) {
    asked = null; // it left nothing behind
    tell(words('closed'));
    return;
  }
  const next = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
  if (!next || !next.querySelector('#gift, #pledge, [role=alert]')) {
    throw new Error('no page of ours'); // a sign-in page of a Wi-Fi, or "slow down": nobody knows yet
  }
  asked = null; // it was answered: it stands, or left nothing behind
  forgetDraft();
  document.querySelector('main').replaceWith(document.adoptNode(next));
  if (remember()) {
    document.getElementById('gift').focus();
  } else {
    listen();
    const problem = document.getElementById('problem');
    if (problem) {
      problem.focus();
    }
  }
}

/** Keeps the gift that the page tells of; false where it tells of none. */
function remember() {
  const gift = document.getElementById('gift');
  if (gift) {
    keepGift({ code: gift.dataset.code, what: gift.dataset.what, where: gift.dataset.where });
  }
  return Boolean(gift);
}

function listen() {
  if (form()) {
    form().addEventListener('submit', send);
    form().dataset.ready = ''; // from now on a cut network loses nothing
  }
}

listen();
remember();
if (form()) {
  readDraft();
  window.addEventListener('online', () => form() && asked && tell(words('back')));
}
