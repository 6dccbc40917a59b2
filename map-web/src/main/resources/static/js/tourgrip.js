// Which stops a coordinator may take up, what they are taken up by, and how one that is taken up fits. How it moves is in tourmove.js.

import { h } from './dom.js';
import { get } from './state.js';
import { t } from './text.js';
import { mayPlan } from './tourplan.js';

/** True for a stop that a coordinator may take up: nothing of it has begun, and boats do not wait for it. */
export const canMove = (trip, call) => mayPlan() && !call.landing && trip.state === 'planned';

/** True for what is left out and became a stop. */
export const canPutIn = (gap) => mayPlan() && Boolean(gap.stop && gap.at);

/** What a stop or what is left out is taken up by. */
export const grip = (name, title, gap) => h('button', { type: 'button', class: 'grip', 'data-grip': name, 'data-gap': gap === undefined ? null : gap, title: t('move_grip', { stop: title }), 'aria-label': t('move_grip', { stop: title }) }, '⠿');

/** The fit of a vehicle for the stop that is taken up; null before the service has answered. */
export const fitOf = (vehicle) => ((get('moving') || {}).fits || []).find((fit) => fit.vehicle === vehicle) || null;
