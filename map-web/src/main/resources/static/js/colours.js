// The colours of the style sheets as they are in force, and how they are seen.

/** Ways to see: as they are, without red cones, without green ones, in grey. */
export const GROUNDS = ['all', 'no_red', 'no_green', 'grey'];

// Machado, Oliveira and Fernandes 2009, for the whole loss, on linear light.
const EYES = {
  no_red: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  no_green: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  grey: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};

/** Every colour that the style sheets name, with its value on this element: {paper: '#fff', …}. */
export function tokens(element) {
  const names = [];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule.selectorText === ':root') {
        names.push(...[...rule.style].filter((name) => name.startsWith('--')));
      }
    }
  }
  const style = getComputedStyle(element);
  const values = names.map((name) => [name.slice(2), style.getPropertyValue(name).trim()]);
  return Object.fromEntries(values.filter(([, value]) => value.startsWith('#')));
}

const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c) => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);

function light(value) {
  const whole = value.length === 4 ? '#' + [...value.slice(1)].map((digit) => digit + digit).join('') : value;
  return [1, 3, 5].map((i) => linear(parseInt(whole.slice(i, i + 2), 16) / 255));
}

/** Linear light as somebody sees the colour. */
export function seenAs(eyes, value) {
  const parts = light(value);
  return EYES[eyes] ? EYES[eyes].map((row) => Math.min(1, Math.max(0, row.reduce((sum, factor, i) => sum + factor * parts[i], 0)))) : parts;
}

export const hex = (parts) => '#' + parts.map((c) => Math.round(255 * encoded(c)).toString(16).padStart(2, '0')).join('');

const luminance = (value) => light(value).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);

/** The ratio of WCAG 2.2: from 1 to 21. */
export function contrast(one, other) {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}
