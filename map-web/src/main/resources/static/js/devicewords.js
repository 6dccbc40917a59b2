// The words about what this device keeps: most pages never need them, so they are fetched when they do.

import { get } from './state.js';

/** What gives the text of a key in the language of now, with {name} filled in; "one|many" by n. */
export async function deviceWords() {
  const lang = get('lang');
  const words = (await import('./devicetext.' + lang + '.js')).default;
  return (key, values = {}) => {
    const forms = words[key].split('|');
    const form = forms.length === 2 && values.n !== 1 ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (whole, name) => values[name]);
  };
}
