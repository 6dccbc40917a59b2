// The page on which a person sees, corrects and erases the own data, by a code of an officer and the telephone number. Both stay in
// the memory of this page: they stand in no address and are kept nowhere.

import { patch, post, remove } from './api.js';
import { byId, fill, h } from './dom.js';
import { startLanguageChoice } from './marks.js';
import words from './owndatatext.vi.js';
import { showOwnData } from './owndataview.js';
import { readItems } from './reads.js';
import { on } from './state.js';
import { addWords, said, startLanguage, t } from './text.js';

const typed = { code: '', phone: '' };

function ask() {
  const error = h('p', { class: 'critical', id: 'ask-error', role: 'alert' });
  const field = (name, words, more) => h('p', {}, h('label', {}, t(words), h('br', {}), h('input', { id: 'own-' + name, value: typed[name], required: true, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'ask-error', on: { input: (event) => { typed[name] = event.target.value; } }, ...more })));
  fill(byId('own-ask'), h('p', {}, t('own_help')),
    h('form', { novalidate: true, on: { submit: (event) => { event.preventDefault(); look(error); } } },
      field('code', 'own_code', { maxlength: 12, autocapitalize: 'characters' }), field('phone', 'own_phone', { type: 'tel', inputmode: 'tel' }), error,
      h('p', {}, h('button', { type: 'submit' }, t('own_look')))));
}

async function look(error) {
  error.textContent = '';
  const proof = { code: typed.code.trim(), phone: typed.phone.trim() };
  try {
    const first = await post('/own-data', proof);
    fill(byId('own-ask'));
    showOwnData(byId('own'), first, {
      correct: async (changes) => {
        const answer = await patch('/own-data', { ...proof, ...changes });
        proof.phone = changes.new_phone || proof.phone; // it is what proves the person from now on
        return answer;
      },
      erase: () => remove('/own-data', proof),
    });
  } catch (failure) {
    if (!failure.problem) {
      throw failure;
    }
    error.textContent = said(failure.problem);
    byId('own-code').focus();
  }
}

async function start() {
  addWords(words, (lang) => import('./owndatatext.' + lang + '.js'));
  await startLanguage(new URLSearchParams(location.search).get('lang'));
  startLanguageChoice();
  on('lang', () => byId('own').childElementCount === 0 && ask());
  ask();
  await readItems();
}

start();
