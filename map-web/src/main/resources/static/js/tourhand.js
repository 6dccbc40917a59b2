// Handing over at a stop: what, to which homes, when, with a photo. It is kept on the phone first and sent once.

import { newId } from './api.js';
import { openDialog } from './dialog.js';
import { fill, h, say } from './dom.js';
import { clock, fromInput, people, toInput, unitOf } from './format.js';
import { icon } from './icons.js';
import { itemName } from './lacks.js';
import { put } from './outbox.js';
import { whereWeAre } from './position.js';
import { smallPhoto } from './smallphoto.js';
import { get } from './state.js';
import { stepper } from './stepper.js';
import { t } from './text.js';
import { record } from './tourown.js';
import { goods } from './tourwords.js';

const PLACE_STEPS = 100; // of a degree: about a kilometre, all that leaves the phone
const milli = (quantity) => Math.round(quantity * 1000);

/** What a stop is called in lists of what was done: no name and no place. */
export const stopName = (stop) => t('hand_label', { tour: get('tour'), n: stop.call.number });

/** Opens the sheet for a stop as `stopsOf` tells it. */
export function openHandOver(stop) {
  const form = new HandOverForm(stop);
  form.close = openDialog(t('hand_title', { n: stop.call.number }), form.children());
}

class HandOverForm {
  constructor(stop) {
    this.stop = stop;
    this.left = new Set(); // homes that get nothing now
    this.photo = null;
    this.near = null;
    this.busy = false;
    this.notes = new Map(); // by item: what is said under its amount
    this.steppers = new Map([...this.sums()].map(([item, sum]) => [item, stepper('hand-' + item, itemName(item), (count) => unitOf(get('items').get(item), count), sum, () => this.tell())]));
  }

  lines() {
    return this.stop.lines.filter((line) => !this.left.has(line.household));
  }

  sums(lines = this.stop.lines) {
    const sums = new Map();
    lines.forEach((line) => sums.set(line.item, (milli(sums.get(line.item) || 0) + milli(line.quantity)) / 1000));
    return sums;
  }

  children() {
    this.time = h('input', { type: 'datetime-local', id: 'hand-time', value: toInput(new Date()) });
    this.opened = this.time.value;
    this.go = h('button', { type: 'button', class: 'button primary act-go', id: 'hand-go', on: { click: () => this.send() } }, icon('check'), t('hand_go'));
    this.error = h('p', { class: 'error', role: 'alert' });
    this.place = h('p', { class: 'hand-place' }, t('hand_place_waits'));
    this.picture = h('div', { class: 'hand-photo' });
    this.locate();
    this.drawPhoto();
    const children = [
      h('ul', { class: 'hand-items' }, [...this.steppers].map(([item, one]) => {
        this.notes.set(item, h('p', { class: 'hand-note', 'aria-live': 'polite' }));
        return h('li', {}, h('label', { for: 'hand-' + item }, itemName(item)), one.element, this.notes.get(item));
      })),
      this.homes(),
      h('label', { class: 'hand-time', for: 'hand-time' }, t('hand_time')), this.time,
      this.picture, this.place, this.error,
      h('div', { class: 'act-foot' },
        h('button', { type: 'button', class: 'button', id: 'hand-nobody', on: { click: () => this.nobody() } }, t('hand_nobody')),
        this.go),
    ];
    this.tell();
    return children;
  }

  // Who is not there gets nothing now; the amounts follow.
  homes() {
    const ids = [...new Set(this.stop.lines.map((line) => line.household))];
    const known = new Map(((get('homes') || {}).features || []).map((one) => [one.properties.household, one.properties]));
    const box = (id, n) => h('li', {}, h('label', {},
      h('input', { type: 'checkbox', checked: true, 'data-home': id, on: { change: (event) => this.toggle(id, event.target.checked) } }),
      h('span', {}, h('b', {}, (known.get(id) || {}).name || t('hand_home', { n: n + 1 })), known.has(id) && ' · ' + people(known.get(id).people),
        h('small', {}, goods(this.stop.lines.filter((line) => line.household === id))))));
    return ids.length > 1 && h('details', { class: 'hand-homes' }, h('summary', {}, t('hand_homes', { n: ids.length })), h('ul', {}, ids.map(box)));
  }

  toggle(id, there) {
    if (there) {
      this.left.delete(id);
    } else {
      this.left.add(id);
    }
    const sums = this.sums(this.lines());
    this.steppers.forEach((one, item) => one.set(sums.get(item) || 0));
    this.tell();
  }

  // Less than asked for stays lacking; more is written down as surplus. Both are said before it is sent.
  tell() {
    const wanted = this.sums();
    const taken = this.sums(this.lines());
    const told = (item, thousandths) => ({ goods: goods([{ item, quantity: thousandths / 1000 }]) });
    this.steppers.forEach((one, item) => {
      const more = milli(one.value()) - milli(taken.get(item) || 0);
      const rest = milli(wanted.get(item)) - Math.min(milli(one.value()), milli(taken.get(item) || 0));
      const words = [
        more > 0 && t(taken.has(item) ? 'hand_surplus' : 'hand_no_home', told(item, more)),
        rest > 0 && t('hand_rest', told(item, rest)),
      ].filter(Boolean).join('; ') || t('hand_all');
      const note = this.notes.get(item);
      note.className = more > 0 ? 'hand-note hand-over' : 'hand-note';
      if (note.textContent !== words) {
        note.textContent = words;
      }
    });
    this.go.disabled = !this.handed().length;
  }

  /** Home after home, so that no unit is broken up; what is more goes to the last one as surplus. */
  handed() {
    const handed = [];
    this.steppers.forEach((one, item) => {
      const lines = this.lines().filter((line) => line.item === item);
      let rest = milli(one.value());
      lines.forEach((line, i) => {
        const part = i === lines.length - 1 ? rest : Math.min(rest, milli(line.quantity));
        if (part > 0) {
          handed.push({ need: line.need, item, quantity: part / 1000 });
        }
        rest -= part;
      });
    });
    return handed;
  }

  async locate() {
    const found = await whereWeAre();
    this.near = found && found.at.map((degrees) => Math.round(degrees * PLACE_STEPS) / PLACE_STEPS);
    const without = () => { this.near = null; this.place.textContent = t('hand_place_left_out'); };
    fill(this.place, this.near
      ? [t('hand_place') + ' ', h('button', { type: 'button', class: 'link', id: 'hand-no-place', on: { click: without } }, t('hand_place_leave'))]
      : t('hand_place_none'));
  }

  drawPhoto() {
    const field = h('input', { type: 'file', id: 'hand-photo', accept: 'image/*', capture: 'environment', class: 'unseen', on: { change: () => field.files[0] && this.take(field.files[0]) } });
    fill(this.picture, field,
      this.photo && h('img', { src: this.photo.shown, alt: t('hand_photo_taken'), width: 96 }),
      h('label', { class: 'button', for: 'hand-photo' }, t(this.photo ? 'hand_photo_again' : 'hand_photo')));
  }

  async take(file) {
    try {
      this.photo = await smallPhoto(file);
      this.error.textContent = '';
    } catch (refused) {
      this.photo = null;
      this.error.textContent = t('hand_photo_bad');
    }
    this.drawPhoto();
  }

  async send() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    const id = newId();
    const lines = this.handed();
    const at = this.time.value === this.opened || !this.time.value ? new Date().toISOString() : fromInput(this.time.value);
    const body = { id, claim: get('own').claim, handed_over_at: at, handed: lines, ...(this.near ? { near: this.near } : {}) };
    await record({ id, kind: 'handed', call: this.stop.call.number, at, lines }, { id, path: '/api/v1/deliveries', body, label: stopName(this.stop) });
    if (this.photo) {
      const photo = newId();
      await put({ id: photo, path: '/api/v1/deliveries/' + id + '/photos?photo=' + photo, body: this.photo.base64, type: 'image/jpeg', label: t('hand_photo_label', { stop: stopName(this.stop) }), after: id });
    }
    this.close();
    say(t('hand_kept', { time: clock(at) }));
  }

  async nobody() {
    await record({ id: newId(), kind: 'nobody', call: this.stop.call.number, at: new Date().toISOString(), lines: [] });
    this.close();
    say(t('hand_nobody_kept'));
  }
}
