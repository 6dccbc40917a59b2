// Every symbol as a path on a 24 × 24 ground, filled with the colour of the text around it.

import { svgPart as part } from './dom.js';

const PATHS = {
  water: 'M12 2C8.6 7 5.3 11 5.3 15.2a6.7 6.7 0 0 0 13.4 0C18.7 11 15.4 7 12 2z',
  rice: 'M8.5 2.5h7l-1.3 3.3H9.8zM9.5 7h5c3.7 2.7 5.7 6.1 5.7 9.6 0 3.5-2 4.9-4.8 4.9H8.6c-2.8 0-4.8-1.4-4.8-4.9C3.8 13.1 5.8 9.7 9.5 7z',
  medicine: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  tarp: 'M12 3 1.5 12.5h3V21H9v-7h6v7h4.5v-8.5h3z',
  goods: 'M6 5h12v2.6H6zM3.5 9h17v1.5H23V14h-2.5v3a3.5 3.5 0 0 1-3.5 3.5H7A3.5 3.5 0 0 1 3.5 17v-3H1v-3.5h2.5z',
  cash: 'M1.5 5.5h21v13h-21zM12 8.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM4 8v2.2h2.2V8zm13.8 5.8V16H20v-2.2z',
  depot: 'M2.5 21V8.5L12 3.5l9.5 5V21h-4v-9h-11v9zM8.3 13.8h7.4v2.4H8.3zm0 4h7.4V21H8.3z',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2.3a7.7 7.7 0 1 1 0 15.4 7.7 7.7 0 0 1 0-15.4zM10.9 7v6.1l4.3 2.5 1.1-1.9-3.2-1.9V7z',
  close: 'M5.9 4.3 12 10.4l6.1-6.1 1.6 1.6-6.1 6.1 6.1 6.1-1.6 1.6-6.1-6.1-6.1 6.1-1.6-1.6 6.1-6.1-6.1-6.1z',
  map: 'M2.5 5.3 9 2.7l6 2.6 6.5-2.6v16L15 21.3l-6-2.6-6.5 2.6zM4.7 6.8v11.3l3.2-1.3V5.5zM10.1 5.5v11.3l3.8 1.7V7.2zm6 1.7v11.3l3.2-1.3V5.9z',
  list: 'M3 4.6h18v2.6H3zm0 6.1h18v2.6H3zm0 6.1h18v2.6H3z',
  route: 'M18 2.5a3.5 3.5 0 1 1-3.3 4.6H8.5a1.9 1.9 0 0 0 0 3.8h7a4.2 4.2 0 0 1 0 8.4H9.3a3.5 3.5 0 1 1 0-2.3h6.2a1.9 1.9 0 0 0 0-3.8h-7a4.2 4.2 0 0 1 0-8.4h6.2A3.5 3.5 0 0 1 18 2.5z',
  check: 'M9.3 19.6 2.2 12.5l2.4-2.4 4.7 4.7L19.4 4.7l2.4 2.4z',
  warn: 'M12 2 23 21.5H1zM10.8 9v6.2h2.4V9zm0 8v2.4h2.4V17z',
  minus: 'M3 10.3h18v3.4H3z',
  plus: 'M10.3 3h3.4v7.3H21v3.4h-7.3V21h-3.4v-7.3H3v-3.4h7.3z',
  key: 'M14.8 2.5a6.7 6.7 0 0 0-6.4 8.7L2 17.6V22h4.4v-2.7h2.7v-2.7h2.6l1-1.1a6.7 6.7 0 1 0 2.1-13zm2 2.8a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  previous: 'M15.5 4 17.6 6.1 11.7 12l5.9 5.9-2.1 2.1L7.5 12z',
  next: 'M8.5 4 6.4 6.1l5.9 5.9-5.9 5.9L8.5 20l8-8z',
  target: 'M10.8 1.5h2.4v3a7.6 7.6 0 0 1 6.3 6.3h3v2.4h-3a7.6 7.6 0 0 1-6.3 6.3v3h-2.4v-3a7.6 7.6 0 0 1-6.3-6.3h-3v-2.4h3a7.6 7.6 0 0 1 6.3-6.3zM12 6.8a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4zm0 3a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z',
  motorbike: 'M14 5h3.5l1.7 5.1a4.5 4.5 0 1 1-2.1.8l-.5-1.4-3.6 5.9H9.4a4.5 4.5 0 1 1-2.5-4.9L5.5 8.5H3.5V6.4h5l1.2 2.7h5.1L16 7.2H14zM5 12.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zm14.5 0a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z',
  car: 'M6.5 6h8.5l4 4.5 3.5 1V17h-2a2.5 2.5 0 0 1-5 0h-6a2.5 2.5 0 0 1-5 0h-3v-5l2.5-1.5zM8 7.8 6.5 10.5h4V7.8zm4.3 0v2.7h4.2l-2.3-2.7z',
  pickup: 'M1 11h10V6h5l3 5h4v6h-2a2.5 2.5 0 0 1-5 0H8a2.5 2.5 0 0 1-5 0H1zm12-3v3h3.7l-1.8-3z',
  paddle_boat: 'M1.5 13.5h21L19 19.5H5zM8.2 12 16.6 2.6l1.7 1.5L11 12z',
  motor_boat: 'M1.5 13h21l-4.3 6.5H4.5zM5 11.5 7 6h6.5l4 5.5zm2.6-1.8h5.8l-1.2-1.9H8.3z',
  truck: 'M1 5h13v12H9.5a2.5 2.5 0 0 1-5 0H1zm14.5 3.5h4L23 12.5V17h-1.5a2.5 2.5 0 0 1-5 0h-1zm2 2v2.5h3.3l-2-2.5z',
};

/** What there is a symbol of. */
export const SYMBOLS = Object.keys(PATHS);

function svg(viewBox, className) {
  return part(null, 'svg', { viewBox, class: className, focusable: 'false', 'aria-hidden': 'true' });
}

/** A one-colour symbol; says nothing to a screen reader, so a word stands beside it. */
export function icon(name) {
  const element = svg('0 0 24 24', 'i');
  part(element, 'path', { d: PATHS[name] || PATHS.goods, fill: 'currentColor', 'fill-rule': 'evenodd' });
  return element;
}

/** The shape of an urgency: square with "!", triangle, ring. With a label it is an image with that name. */
export function urgencyShape(urgency, label) {
  const element = svg('0 0 16 16', 'urg-shape urg-' + urgency);
  if (urgency === 'critical') {
    part(element, 'rect', { x: 0, y: 0, width: 16, height: 16, class: 'urg-ground' });
    part(element, 'path', { d: 'M8 3v6M8 11v2.2', class: 'urg-mark' });
  } else if (urgency === 'high') {
    part(element, 'path', { d: 'M8 1.5 15 14.5H1z', class: 'urg-ground' });
  } else {
    part(element, 'circle', { cx: 8, cy: 8, r: 5.5, class: 'urg-ring' });
  }
  return named(element, label);
}

/** A road sign: closed (red disc with a bar), slow (amber triangle with a wave) or unknown (dashed ring with ?). */
export function roadSign(state, label) {
  const element = svg('0 0 22 22', 'sign sign-' + state);
  if (state === 'closed') {
    part(element, 'circle', { cx: 11, cy: 11, r: 10, class: 'sign-ground' });
    part(element, 'rect', { x: 5, y: 9, width: 12, height: 4, class: 'sign-bar' });
  } else if (state === 'slow') {
    part(element, 'path', { d: 'M11 2 21 20H1z', class: 'sign-ground' });
    part(element, 'path', { d: 'M6.5 15.5c1.5-2 3-2 4.5 0s3 2 4.5 0', class: 'sign-wave' });
  } else {
    part(element, 'circle', { cx: 11, cy: 11, r: 9, class: 'sign-ground' });
    part(element, 'text', { x: 11, y: 15, class: 'sign-text', 'text-anchor': 'middle' }).textContent = '?';
  }
  return named(element, label);
}

/** Where goods change from wheels to a boat: a white diamond with two arrows. */
export function transferSign(label) {
  const element = svg('0 0 28 28', 'transfer-shape');
  part(element, 'path', { d: 'M14 1.5 26.5 14 14 26.5 1.5 14z', class: 'transfer-ground' });
  part(element, 'path', { d: 'M8 11.5h9.5M15 8.5l3 3-3 3M20 16.5h-9.5M13 13.5l-3 3 3 3', class: 'transfer-arrows' });
  return named(element, label);
}

function named(element, label) {
  if (label) {
    element.removeAttribute('aria-hidden');
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', label);
  }
  return element;
}
