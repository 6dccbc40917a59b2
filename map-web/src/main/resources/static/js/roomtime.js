// The hours: how many stand in the water at each step, seen and expected. The wall follows the clock until somebody looks
// at another hour: arrows one step, Shift with an arrow six, Home for now, Space plays.

import { byId, fill, say, svgPart as part } from './dom.js';
import { clock, clockAndDay, day, number } from './format.js';
import { chooseStep, usualStep } from './reads.js';
import { get, on, set } from './state.js';
import { t } from './text.js';

const WIDTH = 1920;
const LEFT = 40;
const RIGHT = 1880;
const TOP = 44;
const GROUND = 152;
const LABEL_PX = 150;
const CLOCK_PX = 72;
const NOW_PX = 64; // half of the clock under the line of now
const UNKNOWN_PX = 34;
const HOUR_MS = 3600 * 1000;
const FOLLOW_MS = 20000;
const PLAY_MS = 1500;

let playing = 0;

set({ following: true }); // false while another hour is looked at

export function startWallTime() {
  byId('wall-time').tabIndex = 0;
  on('steps exposure at following lang', draw);
  on('steps', follow);
  setInterval(() => { follow(); draw(); }, FOLLOW_MS);
  document.addEventListener('keydown', press);
  draw();
}

// Moves on to the newest step that is not ahead of the clock, as time passes.
function follow() {
  const step = usualStep(get('steps'));
  if (get('following') && step && step !== get('at')) {
    chooseStep(step);
  }
}

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea, #map')) {
    return;
  }
  const by = event.shiftKey ? 6 : 1;
  const acts = { ArrowLeft: () => go(-by), ArrowRight: () => go(by), Home: toNow, ' ': play };
  if (acts[event.key] && !(event.key === ' ' && event.target.closest('button, a'))) {
    event.preventDefault();
    if (event.key !== ' ') {
      stop();
    }
    acts[event.key]();
  }
}

const index = () => get('steps').findIndex((step) => step.at === get('at'));

function go(by) {
  const steps = get('steps');
  const to = Math.max(0, Math.min(steps.length - 1, index() + by));
  if (steps[to] && steps[to].at !== get('at')) {
    set({ following: steps[to].at === usualStep(steps) });
    chooseStep(steps[to].at);
    say(t('water_at', { time: clockAndDay(steps[to].at) }) + (steps[to].forecast ? ', ' + t('forecast') : ''));
  }
  return to < steps.length - 1;
}

function toNow() {
  set({ following: true });
  follow();
}

function play() {
  if (playing) {
    stop();
    return;
  }
  if (index() === get('steps').length - 1) {
    go(-get('steps').length);
  }
  playing = setInterval(() => go(1) || stop(), PLAY_MS);
}

function stop() {
  clearInterval(playing);
  playing = 0;
}

function draw() {
  const steps = get('steps');
  const counts = new Map((((get('exposure') || {}).steps) || []).map((step) => [step.at, step.in_water_people]));
  const place = byId('wall-time');
  place.setAttribute('aria-label', t('timeline_name'));
  place.setAttribute('role', 'group');
  const svg = part(null, 'svg', { viewBox: '0 0 ' + WIDTH + ' 208', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  if (steps.length) {
    const span = spanOf(steps);
    const x = (at) => LEFT + ((RIGHT - LEFT) * (new Date(at) - span.from)) / (span.to - span.from);
    bars(svg, steps, counts, x, span);
    part(svg, 'path', { class: 'line', d: 'M' + LEFT + ' ' + GROUND + 'H' + RIGHT });
    const now = nowLine(svg, x, span);
    labels(svg, steps, x, now);
  }
  words(svg, 'title', LEFT, 30, steps.length ? t('timeline_title') : t('no_water_yet'));
  fill(place, svg);
}

function spanOf(steps) {
  const first = new Date(steps[0].at).getTime();
  const last = new Date(steps[steps.length - 1].at).getTime();
  const own = steps.length > 1 ? (last - first) / (steps.length - 1) : HOUR_MS;
  return { from: first, to: last + own };
}

function bars(svg, steps, counts, x, span) {
  const most = Math.max(1, ...Array.from(counts.values(), (people) => people || 0));
  steps.forEach((step, i) => {
    const from = x(step.at);
    const to = i + 1 < steps.length ? x(steps[i + 1].at) : x(span.to);
    const people = counts.get(step.at);
    if (people === undefined || people === null) {
      unknown(svg, from, to, step.at === get('at'));
      return;
    }
    const height = Math.max(3, ((GROUND - TOP) * people) / most);
    const kind = step.at === get('at') ? 'chosen' : step.forecast ? 'expected' : 'seen';
    part(svg, 'rect', { class: kind, x: from + 2, y: GROUND - height, width: Math.max(2, to - from - 4), height });
    if (step.at === get('at')) {
      words(svg, 'title', (from + to) / 2, GROUND - height - 8, number(people), 'middle');
    }
  });
}

// An hour that nobody counted, or too few people to be told, is no hour without anybody.
function unknown(svg, from, to, chosen) {
  part(svg, 'rect', { class: chosen ? 'unknown chosen-unknown' : 'unknown', x: from + 2, y: GROUND - UNKNOWN_PX, width: Math.max(2, to - from - 4), height: UNKNOWN_PX });
  words(svg, '', (from + to) / 2, GROUND - 9, '?', 'middle');
}

function labels(svg, steps, x, now) {
  let free = -Infinity;
  steps.forEach((step, i) => {
    const at = x(step.at);
    const newDay = i === 0 || day(step.at) !== day(steps[i - 1].at);
    const hidden = now !== null && at < now + NOW_PX && at + (newDay ? LABEL_PX : CLOCK_PX) > now - NOW_PX;
    if (at >= free && !hidden) {
      words(svg, '', at, 188, newDay ? clockAndDay(step.at) : clock(step.at));
      free = at + LABEL_PX;
    }
  });
}

function nowLine(svg, x, span) {
  const now = Date.now();
  if (now < span.from || now > span.to) {
    return null;
  }
  const at = x(now);
  part(svg, 'path', { class: 'now', d: 'M' + at + ' 10V158' });
  part(svg, 'rect', { class: 'now-ground', x: at - 60, y: 160, width: 120, height: 38 });
  words(svg, 'now-clock', at, 189, clock(now), 'middle');
  return at;
}

function words(svg, className, x, y, text, anchor = 'start') {
  part(svg, 'text', { class: className, x, y, 'text-anchor': anchor }).textContent = text;
}
