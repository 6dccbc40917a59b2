// The form that the server wrote at /report: its questions one by one, what stands in it, and what is sent of it.

const QUESTIONS = ['kind', 'commune', 'item', 'people', 'phone'];
const SHORT = ['kind', 'commune', 'phone'];
const ASKED_AT = { commune: 'commune', hamlet: 'commune', place: 'commune', people: 'people', vulnerable_people: 'people', words: 'people', phone: 'phone', name: 'phone', asked: 'item' };

export const form = document.querySelector('form[action="/report"]');
const value = (name) => form.elements[name].value.trim();

/** Wraps what belongs to each question into a section of its own, by the name of the question. */
export function takeApart() {
  const sections = new Map();
  let section = null;
  for (const element of Array.from(form.children)) {
    if (element.tagName === 'H2') {
      section = document.createElement('section');
      element.tabIndex = -1;
    }
    if (section && !element.classList.contains('no') && !element.querySelector('.go')) {
      section.append(element);
      const field = QUESTIONS.find((name) => section.querySelector('[name="' + name + '"]'));
      if (field) {
        sections.set(field, section);
      }
    }
  }
  const now = sections.get('phone').querySelector('button');
  now.parentElement.remove(); // "send now" is offered at every question here
  form.prepend(...QUESTIONS.map((name) => sections.get(name)));
  return sections;
}

/** The questions to ask: a cry for help asks only what a rescuer needs. */
export const questions = () => (value('kind') === 'need' ? QUESTIONS : SHORT);

/** Key of the words that say what is wrong with the answer to a question; null when it can stand. */
export function wrong(question) {
  const need = value('kind') === 'need';
  if (question === 'commune' && need && !value('commune') && !value('place') && !value('lon')) {
    return 'place_needed';
  }
  if (question === 'people' && [value('people'), value('weak')].some((typed) => typed && !/^\d{1,5}$/.test(typed))) {
    return 'digits';
  }
  if (question === 'people' && value('people') && Number(value('weak')) > Number(value('people'))) {
    return 'weak_more';
  }
  const digits = value('phone').replace(/\D/g, '').length;
  return question === 'phone' && need && value('phone') && (digits < 9 || digits > 12) ? 'phone_digits' : null;
}

/** The question at which a problem of the server can be mended. */
export const questionOf = (problem) => ASKED_AT[(problem.field || '').split('.')[0]] || 'commune';

/** The answer to a question as one line; empty when it was skipped. */
export function answered(question, section, positionWords) {
  const ticked = Array.from(section.querySelectorAll('label.t')).filter((label) => label.querySelector('input').checked).map((label) => label.textContent);
  const typed = Array.from(section.querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea')).map((field) => field.value.trim());
  const position = question === 'commune' && value('lon') ? positionWords(value('accuracy')) : '';
  return [...ticked, ...typed, position].filter(Boolean).join(', ');
}

export const answers = () => Array.from(new FormData(form)).filter(([name]) => name !== 'id' && name !== 'lang');

export function fillIn(kept) {
  for (const field of form.elements) {
    const mine = kept.filter(([name]) => name === field.name).map(([, text]) => text);
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = mine.includes(field.value);
    } else if (mine.length) {
      field.value = mine[0];
    }
  }
}

const number = (name) => (value(name) === '' || Number.isNaN(Number(value(name))) ? null : Number(value(name)));
const count = (name) => (/^\d{1,5}$/.test(value(name)) ? Number(value(name)) : null);

/** The report as POST /api/v1/reports takes it. */
export function report(id) {
  const place = { text: value('place'), lon: number('lon'), lat: number('lat'), accuracy_m: number('accuracy'), commune: value('commune'), hamlet: value('hamlet'), words: value('way') };
  return {
    id,
    kind: value('kind'),
    name: value('name'),
    phone: value('phone'),
    on_behalf: form.elements.on_behalf.checked,
    place,
    people: count('people'),
    vulnerable_people: count('weak'),
    asked: questions().includes('item') ? Array.from(form.querySelectorAll('[name=item]:checked')).map((field) => ({ item: field.value })) : [],
    words: value('words'),
    happened_at: new Date().toISOString(),
    website: value('website'),
  };
}
