// Rings, shakes the phone and writes into the title while a call waits for this crew's answer; keeps its screen lit on duty.

import { coordinates } from './soscalls.js';
import { get, on } from './state.js';
import { t } from './text.js';

const AGAIN_MS = 5000;
const TONES = [[880, 0], [660, 0.25], [880, 0.5]]; // hertz, seconds after the first
const TONE_S = 0.2;

let timer = 0;
let sound = null;
let light = null;

export function startAlarm() {
  on('calls session lang', ringOrRest);
  on('crews', keepLit);
  document.addEventListener('visibilitychange', keepLit);
}

const asked = () => (coordinates() ? [] : (get('calls') || []).filter((call) => call.state === 'sent'));

function ringOrRest() {
  const n = asked().length;
  document.title = (n ? '(' + n + ') ' : '') + t('title');
  if (n && !timer) {
    ring();
    timer = setInterval(ring, AGAIN_MS);
  } else if (!n && timer) {
    clearInterval(timer);
    timer = 0;
  }
}

function ring() {
  if (navigator.vibrate) {
    navigator.vibrate([400, 150, 400]);
  }
  sound = sound || ('AudioContext' in self ? new AudioContext() : null);
  if (sound && sound.state === 'running') { // browsers keep a page silent until somebody touched it
    TONES.forEach(([hertz, after]) => {
      const tone = sound.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(sound.destination);
      tone.start(sound.currentTime + after);
      tone.stop(sound.currentTime + after + TONE_S);
    });
  }
}

// A phone that sleeps hears nothing.
async function keepLit() {
  const wanted = Boolean((get('crews') || []).length) && !coordinates() && document.visibilityState === 'visible';
  if (wanted && !light && navigator.wakeLock) {
    light = await navigator.wakeLock.request('screen').catch(() => null);
    if (light) {
      light.addEventListener('release', () => { light = null; });
    }
  } else if (!wanted && light) {
    await light.release();
  }
}
