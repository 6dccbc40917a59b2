// Saying in two taps how the road is: at the phone's place, or at a place on the way to the next stop.

import { newId } from './api.js';
import { openDialog } from './dialog.js';
import { h, say } from './dom.js';
import { clock, distance } from './format.js';
import { put } from './outbox.js';
import { whereWeAre } from './position.js';
import { get } from './state.js';
import { t } from './text.js';
import { callsOf, placeOnWay, wayTo } from './tourmodel.js';
import { nextStop } from './tourown.js';

const STATES = ['open', 'shallow', 'knee_deep', 'waist_deep', 'chest_deep', 'closed', 'bridge_gone'];

/** Opens the sheet. */
export function openRoadReport(tour) {
  const stop = nextStop(tour);
  const call = stop ? stop.call : callsOf(tour)[callsOf(tour).length - 1];
  const way = wayTo(tour, call);
  let here = null; // [lon, lat] of the phone
  const states = h('div', { class: 'road-states' }, STATES.map((state) => h('button', { type: 'button', class: 'button road-state', 'data-state': state, disabled: true, on: { click: () => send(state) } }, t('road_' + state))));
  const slider = way && h('input', { type: 'range', id: 'road-along', min: 0, max: Math.round(way.distance_m), step: 50, value: 0, on: { input: () => choose('way') } });
  const along = h('output', { class: 'road-far', for: 'road-along' });
  const hereBox = h('input', { type: 'radio', name: 'road-place', id: 'road-here', disabled: true, on: { change: () => choose('here') } });
  const wayBox = h('input', { type: 'radio', name: 'road-place', id: 'road-way', disabled: !way, on: { change: () => choose('way') } });
  const hereWords = h('span', {}, t('road_here_waits'));

  function choose(which) {
    hereBox.checked = which === 'here';
    wayBox.checked = which === 'way';
    along.textContent = way ? t('road_far', { distance: distance(Number(slider.value)) }) : '';
    states.querySelectorAll('button').forEach((button) => { button.disabled = false; });
  }

  const place = () => (hereBox.checked ? here : placeOnWay(way, Number(slider.value)));

  let sending = false;
  async function send(state) {
    if (sending) {
      return;
    }
    sending = true;
    const id = newId();
    const at = new Date().toISOString();
    await put({
      id,
      path: '/api/v1/road-reports',
      body: { id, disaster: get('own').disaster, state, at: place().map((degrees) => Math.round(degrees * 1e6) / 1e6), observed_at: at },
      label: t('road_label', { state: t('road_' + state), time: clock(at) }),
    });
    close();
    say(t('road_kept', { state: t('road_' + state) }));
  }

  const close = openDialog(t('road_report_title'), [
    h('fieldset', { class: 'road-places' },
      h('legend', {}, t('road_where')),
      h('label', { class: 'road-place' }, hereBox, hereWords),
      h('label', { class: 'road-place' }, wayBox, h('span', {}, t('road_on_way', { n: call.number }), ' ', along)),
      slider && h('label', { class: 'unseen', for: 'road-along' }, t('road_along')), slider),
    states,
  ]);
  if (way) {
    along.textContent = t('road_far', { distance: distance(0) });
  }
  whereWeAre().then((found) => {
    here = found && found.at;
    hereBox.disabled = !here;
    hereWords.textContent = found ? t('road_here', { distance: distance(Math.max(10, found.accuracyM)) }) : t('road_here_none');
    if (here && !wayBox.checked) {
      choose('here');
    }
  });
}
