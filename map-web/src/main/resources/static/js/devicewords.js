// The words about what this device keeps.

import vi from './devicetext.vi.js';
import { FIRST } from './languages.js';
import { get } from './state.js';

/** What gives the text of a key in the language of now, with {name} filled in; "one|many" by n. */
export async function deviceWords() {
  const words = await wordsIn(get('lang'));
  return (key, values = {}) => {
    const forms = words[key].split('|');
    const form = forms.length === 2 && values.n !== 1 ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
  };
}

// Without a network in the first language rather than not at all: they are about what is not sent yet.
async function wordsIn(lang) {
  try {
    return lang === FIRST ? vi : (await import('./devicetext.' + lang + '.js')).default;
  } catch (cut) {
    return vi;
  }
}
