// /report asked one question at a time, also without a network. Where this script does not run, the page stays one form.

import { keepPage } from './keep.js';
import { holds, put, whenChanged } from './outbox.js';
import { dropDraft, keepDraft, keptDraft } from './reportdraft.js';
import { answered, answers, fillIn, form, questionOf, questions, report, takeApart, wrong } from './reportform.js';
import { communesMeant } from './reportplace.js';
import { showSent } from './reportsent.js';

const REVIEW = 'review';
const language = form ? form.elements.lang.value : '';
let words = {};
let sections = new Map();
let step = 'kind';
let restored = false; // somebody filled it in before
let id = newId(); // of the report that is being filled in, the same in every tab that goes on with it
let sent = null; // the id once it is in the outbox
let touched = false; // an empty tab takes nobody's draft away

const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name]);
const part = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
const button = (text, onclick) => part('button', text, { type: 'button', onclick });

const progress = part('p', '', { className: 'hint' });
const review = part('section', '');
const told = part('p', '', { className: 'err', hidden: true });
const askCode = document.querySelector('form[action="/report/code"]'); // for whoever has sent before
const navigation = part('p', '');

async function start() {
  words = (await import('./reporttext.' + language + '.js')).default;
  sections = takeApart();
  told.setAttribute('role', 'alert');
  review.append(part('h2', words.review, { tabIndex: -1 }), part('div', ''));
  sections.set(REVIEW, review);
  form.prepend(progress, told);
  form.querySelector('section:last-of-type').after(review, navigation);
  const go = form.querySelector('.go');
  Object.assign(go, { type: 'button', onclick: onward });
  navigation.append(go, button(words.send_now, send), button(words.back, () => history.back()), button(words.start_over, startOver));
  form.addEventListener('keydown', keys);
  form.addEventListener('input', () => { touched = true; });
  form.addEventListener('change', keep);
  document.addEventListener('visibilitychange', () => document.hidden && touched && keep());
  whenChanged(sentElsewhere);
  window.addEventListener('popstate', (event) => show((event.state || {}).step || 'kind'));
  await goOn(await keptDraft());
  keepPage('/report', () => {});
}

// Where the person was before the page was closed.
async function goOn(draft) {
  if (draft) {
    fillIn(draft.answers);
    restored = true;
    touched = true;
    sent = draft.sent && (await holds(draft.sent).catch(() => false)) ? draft.sent : null; // days later, its answer is forgotten
  }
  id = sent || (draft && !draft.sent && draft.id) || id;
  if (sent) {
    showState();
    return;
  }
  history.replaceState({ step: 'kind' }, '');
  show('kind');
  const asked = steps();
  const last = draft ? Math.max(0, asked.indexOf(draft.step)) : 0;
  asked.slice(1, last + 1).forEach(open); // so that "back" leads through the questions
}

const steps = () => [...questions(), REVIEW];
const keep = () => keepDraft({ answers: answers(), step, id, sent });

function open(next) {
  history.pushState({ step: next }, '');
  show(next);
}

function show(wanted) {
  const asked = steps();
  step = asked.includes(wanted) ? wanted : 'kind';
  sections.forEach((section, name) => { section.hidden = name !== step; });
  const n = asked.indexOf(step) + 1;
  progress.textContent = say('step', { n, of: asked.length });
  const [go, now, back, over] = navigation.children;
  go.textContent = step === REVIEW ? words.send : words.next;
  now.hidden = step === REVIEW || step === 'kind';
  back.hidden = n === 1;
  askCode.hidden = n !== 1;
  over.hidden = !restored && step !== REVIEW;
  told.hidden = true;
  if (step === REVIEW) {
    drawReview();
  }
  window.scrollTo(0, 0);
  sections.get(step).querySelector('h2').focus({ preventScroll: true });
}

function drawReview() {
  const lines = questions().map((name) => {
    const line = part('p', '');
    const answer = answered(name, sections.get(name), (m) => say('position', { m: m || '?' })) || words.nothing;
    line.append(part('b', sections.get(name).querySelector('h2').textContent), ' ' + answer + ' ', button(words.change, () => open(name)));
    return line;
  });
  review.lastChild.textContent = '';
  review.lastChild.append(...lines);
}

function fault(text) {
  told.textContent = text;
  told.hidden = false;
  told.scrollIntoView({ block: 'center' }); // the button that was pressed may stand far below
}

async function onward() {
  const reason = wrong(step);
  if (reason) {
    fault(words[reason]);
  } else if (step === REVIEW) {
    send();
  } else if (step !== 'commune' || (await communeIsClear())) {
    open(steps()[steps().indexOf(step) + 1]);
    keep(); // with the question that is open now: whoever comes back goes on there
  }
}

/** Reads a commune back by its full name; false where the person is asked which one is meant. A cry for help is never held up. */
async function communeIsClear() {
  const field = form.elements.commune;
  const typed = field.value.trim();
  if (!typed || form.elements.kind.value !== 'need') {
    return true;
  }
  const meant = await communesMeant(typed, Array.from(document.querySelectorAll('#communes option'), (option) => option.value || option.textContent));
  if (step !== 'commune' || field.value.trim() !== typed) {
    return false; // went elsewhere meanwhile
  }
  if (meant && meant.length === 1) {
    field.value = meant[0];
  }
  if (!meant || meant.length === 1) {
    return true;
  }
  fault(meant.length ? words.commune_which : words.commune_unknown);
  told.append(...meant.map((name) => button(name, () => { field.value = name; onward(); })));
  return false;
}

function keys(event) {
  if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
    event.preventDefault();
    onward();
  } else if (event.key === 'Escape' && step !== 'kind') {
    history.back();
  }
}

async function send() {
  const at = questions().find((name) => wrong(name));
  if (at) {
    open(at);
    fault(words[wrong(at)]);
    return;
  }
  if (sent) {
    return; // two taps are one report
  }
  sent = id;
  const body = report(sent);
  try {
    await put({ id: sent, path: '/api/v1/reports', body, label: words['label_' + body.kind] });
  } catch (noStore) {
    console.info('this browser keeps nothing: the form is sent as it is', noStore.name);
    form.elements.id.value = sent;
    sent = null;
    if (await isReachable()) {
      form.submit();
    } else {
      fault(words.keeps_nothing); // sent as it is now, everything that was written would be gone
    }
    return;
  }
  await keep();
  showState();
}

// Another tab sent what this one shows too: the outbox holds the report once, whichever tab was quicker.
async function sentElsewhere() {
  if (!sent && (await holds(id)) && !sent) {
    sent = id;
    showState();
  }
}

async function isReachable() {
  try {
    return (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })).ok;
  } catch (noNetwork) {
    return false;
  }
}

function showState() {
  const place = part('section', '');
  form.hidden = true;
  askCode.hidden = true;
  form.after(place);
  showSent({ place, id: sent, kind: form.elements.kind.value, language, texts: words, mend: (problem) => mend(place, problem), another: startOver });
}

function mend(place, problem) {
  sent = null;
  id = newId(); // the server may have taken the old one for what it refused
  place.remove();
  form.hidden = false;
  open(questionOf(problem));
  fault(problem[language] || problem.en);
  keep();
}

async function startOver() {
  form.reset();
  await dropDraft();
  location.assign('/report?lang=' + language);
}

// As a version 4 UUID; crypto.randomUUID is younger than the browsers in use.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

if (form && !document.querySelector('.err')) {
  start();
}
