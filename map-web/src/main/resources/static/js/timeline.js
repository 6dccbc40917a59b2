// The water's time: a slider over the steps, forecast steps marked in words and by a dashed mark.

import { byId, fill, h, say } from './dom.js';
import { ago, clock, clockAndDay, day, number } from './format.js';
import { icon } from './icons.js';
import { chooseStep } from './reads.js';
import { get, on } from './state.js';
import { t } from './text.js';

const LABEL_PX = 84; // a clock and a date

let slider = null;
let words = null;

export function startTimeline() {
  on('steps lang', build);
  on('at water exposure cutOff', update);
  build();
}

function build() {
  const steps = get('steps');
  const place = byId('time');
  place.hidden = steps.length === 0;
  place.setAttribute('aria-label', t('water_time'));
  if (!steps.length) {
    return;
  }
  slider = h('input', { type: 'range', id: 'time-slider', min: 0, max: steps.length - 1, step: 1, 'aria-label': t('water_time'), on: { input: () => move(Number(slider.value)) } });
  words = h('p', { class: 'time-words' });
  const marks = h('ol', { class: 'time-marks', 'aria-hidden': 'true' }, steps.map((step, i) => mark(step, i, steps)));
  fill(place,
    words,
    h('div', { class: 'time-row' },
      h('button', { type: 'button', class: 'square', 'aria-label': t('step_back'), on: { click: () => move(index() - 1) } }, icon('previous')),
      h('div', { class: 'time-track' }, slider, marks),
      h('button', { type: 'button', class: 'square', 'aria-label': t('step_on'), on: { click: () => move(index() + 1) } }, icon('next'))));
  update();
}

function mark(step, i, steps) {
  const newDay = i === 0 || day(step.at) !== day(steps[i - 1].at);
  const item = h('li', { class: step.forecast ? 'mark mark-forecast' : 'mark' },
    h('span', { class: 'mark-peak' }), h('span', { class: 'mark-clock' }, clock(step.at)), newDay && h('span', { class: 'mark-day' }, day(step.at)));
  // A label at every mark only while they do not touch; the marks themselves always stand.
  const every = Math.ceil((steps.length * LABEL_PX) / Math.max(200, byId('time').clientWidth - 150));
  if (i % every !== 0) {
    item.classList.add('mark-mute');
  }
  item.style.left = (steps.length === 1 ? 0 : (100 * i) / (steps.length - 1)) + '%';
  return item;
}

const index = () => get('steps').findIndex((step) => step.at === get('at'));

function move(i) {
  const step = get('steps')[i];
  if (step && step.at !== get('at')) {
    chooseStep(step.at);
    say(t('water_at', { time: clockAndDay(step.at) }) + (step.forecast ? ', ' + t('forecast') : ''));
  }
}

function update() {
  const step = get('steps')[index()];
  if (!step || !slider) {
    return;
  }
  slider.value = index();
  slider.setAttribute('aria-valuetext', clockAndDay(step.at) + (step.forecast ? ', ' + t('forecast') : ''));
  const water = get('water');
  const exposure = get('exposure');
  const current = exposure && new Date(exposure.at).getTime() === new Date(step.at).getTime() ? exposure : null;
  const cutOff = get('cutOff') && get('cutOff').asked === step.at ? get('cutOff') : null;
  const observed = (water && water.observed_at) || (current && current.observed_at);
  fill(words,
    h('b', {}, t('water_at', { time: clockAndDay(step.at) })),
    step.forecast ? h('span', { class: 'forecast' }, t('forecast')) : observed && h('span', { class: 'mute time-age' }, t('observed', { time: ago(observed) })),
    current && h('span', { class: 'time-people' }, peopleInWater(current.total.in_water)),
    cutOff && h('span', { class: 'time-cutoff' }, peopleCutOff(cutOff.total)),
    cutOff && aheadWords(cutOff));
  peaks(exposure);
}

// A count of too few households is not shown, which is not the same as nobody.
const peopleInWater = (count) => (count ? t('people_in_water', { n: count.people, people: number(count.people) }) : t('too_few'));

const peopleCutOff = (count) => (count && count.people !== null ? t('cut_off_total', { n: count.people, people: number(count.people) }) : t('too_few'));

// The next step that cuts off somebody new, where its count may be shown.
function aheadWords(cutOff) {
  const next = cutOff.coming[0];
  const then = next && cutOff.steps.find((step) => step.at === next.cut_off_from);
  return then && then.people !== null && h('span', { class: 'time-ahead' }, t('cut_off_total_from', { n: then.people, people: number(then.people), time: clock(then.at) }));
}

// How many people stand in the water at each step, as the height of its mark.
function peaks(exposure) {
  const steps = (exposure && exposure.steps) || [];
  const most = Math.max(1, ...steps.map((step) => step.in_water_people || 0));
  const marks = byId('time').querySelectorAll('.mark-peak');
  get('steps').forEach((step, i) => {
    const own = steps.find((other) => new Date(other.at).getTime() === new Date(step.at).getTime());
    if (marks[i]) {
      marks[i].style.height = own ? 2 + Math.round((12 * (own.in_water_people || 0)) / most) + 'px' : '2px';
    }
  });
}
