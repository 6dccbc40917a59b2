// Every language there are words in: what it calls itself, and the region whose way of writing numbers and times it has. The first is the
// one that pages are written in. The server reads this very list; one more is a line here and a file of words beside each other one.
export const LANGUAGES = {
  "vi": { "name": "Tiếng Việt", "region": "vi-VN" },
  "en": { "name": "English", "region": "en-GB" }
};

export const FIRST = Object.keys(LANGUAGES)[0];

/** The language of data and of what the server says, which are in Vietnamese and English: a reader of a third has the English. */
export const ofData = (lang) => (lang === FIRST ? FIRST : 'en');
