// Signing in with the administrator's token, and out again.

import { post, remove } from './api.js';
import { byId, fill, h, say } from './dom.js';
import { icon } from './icons.js';
import { get, on, set } from './state.js';
import { said, t } from './text.js';

export function startSession() {
  const button = byId('account');
  button.addEventListener('click', () => (get('session').signed_in ? signOut() : toggle()));
  on('session lang', drawButton);
  on('lang', drawForm);
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
  (place.hidden ? byId('account') : byId('token')).focus();
}

function drawForm() {
  const error = h('p', { class: 'error', id: 'token-error', role: 'alert' });
  const token = h('input', { id: 'token', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true, 'aria-describedby': 'token-help token-error' });
  fill(byId('session'), h('form', { on: { submit: (event) => { event.preventDefault(); signIn(token, error); } } },
    h('label', { for: 'token' }, t('token')), token,
    h('button', { type: 'submit', class: 'button' }, t('sign_in')),
    h('p', { class: 'mute', id: 'token-help' }, t('token_help')), error));
}

async function signIn(token, error) {
  error.textContent = '';
  try {
    const session = await post('/session', { token: token.value.trim() });
    token.value = '';
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

async function signOut() {
  try {
    await remove('/session');
    set({ session: { signed_in: false } });
    say(t('signed_out'));
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    set({ trouble: failure });
  }
}
