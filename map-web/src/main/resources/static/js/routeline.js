// Cuts a route's line at its stretches, so that each part is drawn in its own state.

import { metresBetween } from './lonlat.js';

/**
 * Parts of a line (positions [lon, lat]) for stretches [{from_m, to_m, state, …}] that measure along it.
 * `lengthM` is the server's length: ours, on the sphere, differs a little and is scaled to it.
 * Answers [{positions, middle, stretch}]; what no stretch covers is left out.
 */
export function cutLine(positions, stretches, lengthM) {
  const along = [0];
  for (let i = 1; i < positions.length; i++) {
    along.push(along[i - 1] + metresBetween(positions[i - 1], positions[i]));
  }
  const scale = lengthM > 0 ? along[along.length - 1] / lengthM : 1;
  return stretches.map((stretch) => {
    const from = stretch.from_m * scale;
    const to = stretch.to_m * scale;
    const inner = positions.filter((_, i) => along[i] > from && along[i] < to);
    return {
      stretch,
      positions: [at(positions, along, from), ...inner, at(positions, along, to)],
      middle: at(positions, along, (from + to) / 2),
    };
  });
}

function at(positions, along, metres) {
  const next = along.findIndex((m) => m >= metres);
  if (next <= 0) {
    return next === 0 ? positions[0] : positions[positions.length - 1];
  }
  const share = (metres - along[next - 1]) / (along[next] - along[next - 1] || 1);
  const [a, b] = [positions[next - 1], positions[next]];
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
