// Gives every word on screen in the chosen language; the words themselves are in text.vi.js and text.en.js.

import { get, set } from './state.js';
import vi from './text.vi.js';

/** Every language there are words in, as it calls itself; one more needs a file of words per page and its name here. */
export const NAMES = { vi: 'Tiếng Việt', en: 'English' };

const LANGUAGES = { vi };
const KEPT = 'relief-map.language';

const partsOf = []; // what fetches the words of a page or of a part of it in another language

/** Words of a page or a part of it: the Vietnamese ones, and what fetches the same keys in another language. */
export async function addWords(words, others) {
  LANGUAGES.vi = { ...LANGUAGES.vi, ...words };
  partsOf.push(others);
  const lang = get('lang');
  if (lang !== 'vi' && LANGUAGES[lang]) {
    Object.assign(LANGUAGES[lang], (await others(lang)).default);
  }
}

/** The text of a key with {name} filled in. Plurals of English: "{n} household|{n} households". */
export function t(key, values) {
  const words = LANGUAGES[get('lang')];
  const text = key in words ? words[key] : key;
  const forms = text.split('|');
  const form = forms.length === 2 && values && Number(values.n) !== 1 ? forms[1] : forms[0];
  return form.replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : whole));
}

/** The server's own sentence in the chosen language. */
export const said = (answer) => answer[get('lang')] || answer.vi || answer.detail || '';

/** What a record calls something in the chosen language, else in Vietnamese: its `name_en` for "name". */
export const worded = (record, key) => record[key + '_' + get('lang')] || record[key + '_vi'];

/** The language after the present one, for a button that goes round them. */
export function nextLanguage() {
  const codes = Object.keys(NAMES);
  return codes[(codes.indexOf(get('lang')) + 1) % codes.length];
}

export function chooseLanguage(lang) {
  try {
    localStorage.setItem(KEPT, lang);
  } catch (refused) {
    console.info('language is not kept: storage is closed', refused.name);
  }
  return applyLanguage(lang);
}

/** Starts in the language asked for, else in the one kept from last time, else in Vietnamese. */
export function startLanguage(asked = null) {
  const wanted = asked || kept();
  return applyLanguage(wanted in NAMES ? wanted : 'vi');
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch (refused) {
    return null; // storage closed by the browser
  }
}

// English is only downloaded by those who read it.
async function applyLanguage(lang) {
  if (!LANGUAGES[lang]) {
    const all = await Promise.all([import('./text.' + lang + '.js')].concat(partsOf.map((others) => others(lang))));
    LANGUAGES[lang] = Object.assign({}, ...all.map((words) => words.default));
  }
  document.documentElement.lang = lang;
  set({ lang });
  document.title = t('title');
  document.querySelectorAll('[data-t]').forEach((element) => {
    element.textContent = t(element.getAttribute('data-t'));
  });
}
