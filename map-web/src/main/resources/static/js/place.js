// Keeps need tags apart: each moves in 8 directions up to 60 px from its point, else shrinks to its urgency shape.

import { h } from './dom.js';

const DIRECTIONS = [[0, -1], [1, -1], [-1, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [0, 1]];
const DISTANCES = [14, 34, 60];
const HEIGHT = 38;

/**
 * Places tags given as [{x, y, width, keep}] in the order of importance (pixels; keep = never shrinks).
 * Answers for each {dx, dy} from its point to the plate's top left corner, or null where it must shrink.
 */
export function placeTags(tags) {
  const taken = [];
  return tags.map((tag) => {
    const free = candidates(tag).find((box) => !taken.some((other) => overlap(box, other)));
    const box = free || (tag.keep ? candidates(tag)[0] : null);
    taken.push(box || { x: tag.x - 9, y: tag.y - 9, width: 18, height: 18 });
    return box && { dx: box.x - tag.x, dy: box.y - tag.y };
  });
}

function candidates(tag) {
  const boxes = [];
  for (const distance of DISTANCES) {
    for (const [sx, sy] of DIRECTIONS) {
      boxes.push({
        x: tag.x + sx * distance + (sx === 0 ? -tag.width / 2 : sx < 0 ? -tag.width : 0),
        y: tag.y + sy * distance + (sy === 0 ? -HEIGHT / 2 : sy < 0 ? -HEIGHT : 0),
        width: tag.width,
        height: HEIGHT,
      });
    }
  }
  return boxes;
}

/** Whether two boxes {x, y, width, height} touch, or nearly. */
export const overlap = (a, b) => a.x < b.x + b.width + 2 && b.x < a.x + a.width + 2 && a.y < b.y + b.height + 2 && b.y < a.y + a.height + 2;

/** The line from a point to the nearest edge of its plate, whose corner lies at {dx, dy}: one thin element, turned by the browser. */
export function leader({ dx, dy, width, height }) {
  const toX = Math.max(dx, Math.min(0, dx + width));
  const toY = Math.max(dy, Math.min(0, dy + height));
  const line = h('span', { class: 'tag-leader' });
  line.style.width = Math.hypot(toX, toY) + 'px';
  line.style.transform = 'rotate(' + Math.atan2(toY, toX) + 'rad)';
  return line;
}
