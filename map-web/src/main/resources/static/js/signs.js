// Signs on the map are drawn anew whenever what they show is read again: whoever stands on one by keys stays on it.

import { map } from './map.js';

/** Says what a sign stands for, the same each time it is drawn. */
export function nameSign(element, name) {
  element.dataset.sign = name;
}

/** The sign that stands for the same now; null when there is none any more, or none was named. */
export const signNamed = (name) => (name ? map.getContainer().querySelector('[data-sign="' + CSS.escape(name) + '"]') : null);

/** Draws signs anew; the one that had the focus has it again, if it is still there. */
export function drawSigns(draw) {
  const { sign } = (document.activeElement || document.body).dataset;
  draw();
  const again = signNamed(sign);
  if (again && document.activeElement !== again) {
    again.focus({ preventScroll: true });
  }
}
