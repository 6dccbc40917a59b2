// Signing in with name and password or with a token, and out again.

import { post, remove } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { icon } from './icons.js';
import { leaveNothing as eraseDay } from './officerkept.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';
import { forgetTiles } from './tilecaches.js';
import { eraseAll } from './tourstore.js';

let offered = null; // the issuer that the form leads to

export function startSession() {
  const button = byId('account');
  button.addEventListener('click', () => (get('session').signed_in ? signOut() : toggle()));
  on('session lang', drawButton);
  on('lang', drawForm);
  // Read again by itself now and then: what somebody is typing stays.
  on('session', () => (get('session').issuer || null) !== offered && drawForm());
  byId('session').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      toggle();
    }
  });
  drawButton();
  drawForm();
}

function drawButton() {
  const { signed_in: signedIn, name } = get('session');
  const words = signedIn ? t('sign_out') : t('sign_in');
  fill(byId('account'), icon('key'), h('span', { class: 'account-word' }, words));
  byId('account').title = signedIn && name ? name : '';
  byId('account').setAttribute('aria-label', words);
}

function toggle() {
  const place = byId('session');
  place.hidden = !place.hidden;
  byId('account').setAttribute('aria-expanded', String(!place.hidden));
  (place.hidden ? byId('account') : byId('sign-in-name')).focus();
}

function drawForm() {
  const error = h('p', { class: 'error', id: 'sign-in-error', role: 'alert' });
  const name = field('sign-in-name', 'text', 'username');
  const password = field('sign-in-password', 'password', 'current-password');
  const token = field('token', 'password', 'off');
  const { issuer } = get('session');
  offered = issuer || null;
  fill(byId('session'),
    issuer && h('p', {}, h('a', { class: 'button', id: 'sign-in-issuer', href: '/sign-in/issuer?lang=' + get('lang')
      + '&next=' + encodeURIComponent(location.pathname + location.search) }, t('sign_in_by', { issuer }))),
    form([name, password], () => ({ name: name.value, password: password.value }), error),
    h('p', { class: 'mute' }, h('a', { href: '/sign-in?lang=' + get('lang') + '&next=' + encodeURIComponent(location.pathname + location.search) }, t('password_help'))),
    form([token], () => ({ token: token.value.trim() }), error),
    error);
}

function field(id, type, autocomplete) {
  return h('input', { id, type, autocomplete, spellcheck: 'false', required: true, 'aria-describedby': 'sign-in-error' });
}

/** A form of labelled fields that signs in with what it holds. */
function form(fields, body, error) {
  const labelled = fields.flatMap((one) => [h('label', { for: one.id }, t(one.id.replace(/-/g, '_'))), one]);
  return h('form', { on: { submit: (event) => { event.preventDefault(); signIn(body(), fields, error); } } },
    ...labelled, h('button', { type: 'submit', class: 'button' }, t('sign_in')));
}

async function signIn(body, fields, error) {
  error.textContent = '';
  try {
    const session = await post('/session', body);
    fields.forEach((one) => { one.value = ''; });
    set({ session });
    toggle();
    say(t('signed_in'));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    error.textContent = said(failure.problem);
  }
}

// What whoever signs out took along does not stay on the device, whichever page this is.
async function leaveNothing() {
  if (self.indexedDB) {
    await eraseAll();
    await eraseDay();
    await forgetTiles('sos');
  }
}

async function signOut() {
  try {
    const session = await remove('/session');
    await leaveNothing();
    set({ session });
    say(t('signed_out'));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ trouble: failure });
  }
}
