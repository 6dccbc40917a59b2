// Builds page elements; text always goes in as text, so nothing from the server is read as HTML.

/** An element: h('p', {class: 'x', on: {click: f}}, 'text', child, …). False, null and undefined are left out. */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (name === 'on') {
      Object.entries(value).forEach(([event, f]) => element.addEventListener(event, f));
    } else if (name === 'value' || name === 'checked' || name === 'selected') {
      element[name] = value;
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  add(element, children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A part of a drawing, put into `parent` where one is given: svgPart(svg, 'path', {d: 'M0 0h4'}). */
export function svgPart(parent, name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (parent) {
    parent.append(element);
  }
  return element;
}

/** Replaces everything inside an element; who had the focus in it has it again afterwards, if it is still there. */
export function fill(element, ...children) {
  const focused = focusedIn(element);
  element.textContent = '';
  add(element, children);
  const again = focused && element.querySelector(focused);
  if (again) {
    again.focus({ preventScroll: true });
  }
  return element;
}

// By its id or its data-…, which say what it stands for; null where nothing inside has the focus.
function focusedIn(element) {
  const active = document.activeElement;
  if (active === element || !element.contains(active)) {
    return null;
  }
  const name = active.id ? 'id' : active.getAttributeNames().find((one) => one.startsWith('data-'));
  return name ? '[' + name + '="' + CSS.escape(active.getAttribute(name)) + '"]' : null;
}

function add(element, children) {
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false && child !== '') {
      element.append(child);
    }
  }
}

export const byId = (id) => document.getElementById(id);

/** Says a sentence to a screen reader without moving the focus. */
export function say(sentence) {
  byId('said').textContent = sentence;
}
