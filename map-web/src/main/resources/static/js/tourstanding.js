// Where each tour of the open plan stands: locked, with a team, on its way, done.

import { h } from './dom.js';
import { get } from './state.js';
import { t } from './text.js';
import { callsOf } from './tourmodel.js';

/** Numbers of the tours that are locked. */
export const locks = () => (get('standing') && get('standing').locked) || [];
export const isLocked = (tour) => locks().includes(tour);

/** Names of the stops that are locked to the vehicles that serve them. */
export const lockedStops = () => (get('standing') && get('standing').locked_stops) || [];

/** True for a plan whose tours teams may take on. */
export const isOpen = () => Boolean(get('standing') && get('standing').published_at && !get('standing').superseded_by);

/** The claim that lives on a tour, or delivered it; null where nobody has it. */
export function claimOf(tour) {
  const short = get('shorts') && get('shorts').items.find((one) => one.tour === tour);
  return short && short.claim && ['live', 'delivered'].includes(short.claim.state) ? short.claim : null;
}

/** For a tour's row: who has it and how far it is. */
export function deskLine(tour) {
  if (!get('standing')) {
    return null;
  }
  const claim = claimOf(tour.number);
  const words = claim ? claimWords(tour, claim) : isOpen() ? t('desk_no_team') : null;
  return (words || isLocked(tour.number)) && h('span', { class: 'desk-line' }, isLocked(tour.number) && h('b', {}, t('desk_locked') + (words ? ' · ' : '')), words);
}

function claimWords(tour, claim) {
  const team = claim.team || t('claim_some_team');
  if (claim.state === 'delivered') {
    return t('desk_done', { team });
  }
  const all = callsOf(tour).filter((call) => !call.landing).length;
  return claim.served_calls.length ? t('desk_on_way', { team, n: claim.served_calls.length, all }) : t('desk_taken', { team });
}
