// Gives every word on screen in the chosen language; the words themselves are in text.LANGUAGE.js.

import { FIRST, LANGUAGES, ofData } from './languages.js';
import { get, set } from './state.js';
import vi from './text.vi.js';

const read = { [FIRST]: vi }; // words by language, as far as somebody wanted them
const KEPT = 'relief-map.language';

const partsOf = []; // what fetches the words of a page or of a part of it in another language

/** Words of a page or a part of it: those of the first language, and what fetches the same keys in another language. */
export async function addWords(words, others) {
  read[FIRST] = { ...read[FIRST], ...words };
  partsOf.push(others);
  const lang = get('lang');
  if (lang !== FIRST && read[lang]) {
    Object.assign(read[lang], (await others(lang)).default);
  }
}

/** The text of a key with {name} filled in. Plurals of English: "{n} household|{n} households". */
export function t(key, values) {
  const words = read[get('lang')];
  const text = key in words ? words[key] : key;
  const forms = text.split('|');
  const form = forms.length === 2 && values && Number(values.n) !== 1 ? forms[1] : forms[0];
  return form.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}

/** The server's own sentence, in the chosen language as far as the server has it. */
export const said = (answer) => answer[ofData(get('lang'))] || answer[FIRST] || answer.detail || '';

/** What a record calls something, as above: its `name_en` for "name"; where it has no such name, its Vietnamese one. */
export const worded = (record, key) => record[key + '_' + ofData(get('lang'))] || record[key + '_' + FIRST];

/** The language after the present one, for a button that goes round them. */
export function nextLanguage() {
  const codes = Object.keys(LANGUAGES);
  return codes[(codes.indexOf(get('lang')) + 1) % codes.length];
}

export const isLanguage = (lang) => Object.keys(LANGUAGES).includes(lang);

export function chooseLanguage(lang) {
  try {
    localStorage.setItem(KEPT, lang);
  } catch (refused) {
    console.info('language is not kept: storage is closed', refused.name);
  }
  return applyLanguage(lang);
}

/** Starts in the language asked for, else in the one kept from last time, else in the first. */
export function startLanguage(asked = null) {
  const wanted = asked || kept();
  return applyLanguage(isLanguage(wanted) ? wanted : FIRST);
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch (refused) {
    return null; // storage closed by the browser
  }
}

// Another language is only downloaded by those who read it.
async function applyLanguage(lang) {
  if (!read[lang]) {
    const all = await Promise.all([import('./text.' + lang + '.js')].concat(partsOf.map((others) => others(lang))));
    read[lang] = Object.assign({}, ...all.map((words) => words.default));
  }
  document.documentElement.lang = lang;
  set({ lang });
  document.title = t('title');
  document.querySelectorAll('[data-t]').forEach((element) => {
    element.textContent = t(element.getAttribute('data-t'));
  });
}
