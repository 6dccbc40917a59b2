// The address keeps which plan and which tour are looked at, so that it can be shared, printed and gone back to.

import { get, on } from './state.js';
import { chooseTour, closePlan, openPlan } from './tourplan.js';

/** {plan, tour}, each null where the address does not say. */
export function readTourAddress() {
  const parts = new URLSearchParams(location.search);
  const tour = Number(parts.get('tour'));
  return { plan: parts.get('plan'), tour: Number.isInteger(tour) && tour > 0 ? tour : null };
}

export function keepTourAddress() {
  on('plan tour', write);
  window.addEventListener('popstate', goBack);
}

function write() {
  const plan = get('plan') || get('planProblem');
  const wanted = plan ? '?plan=' + encodeURIComponent(plan.id) + (get('tour') === null ? '' : '&tour=' + get('tour')) : '';
  if (wanted !== location.search) {
    history.pushState(null, '', location.pathname + wanted);
  }
}

async function goBack() {
  const { plan, tour } = readTourAddress();
  if (!plan) {
    closePlan();
  } else if (get('plan') && get('plan').id === plan) {
    chooseTour(tour);
  } else {
    await openPlan(plan, tour);
  }
}
