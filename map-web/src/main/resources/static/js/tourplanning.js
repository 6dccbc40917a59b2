// What only coordinators do on the page of tours: order plans, change them by hand, publish and hand over. Loaded for them alone.

import { startDesk } from './tourdesk.js';
import { startDragging } from './tourdrag.js';
import { startMaking } from './tourmaking.js';
import { startMoving } from './tourmove.js';
import { startMovePanel } from './tourmovepanel.js';
import { startOrder } from './tourorder.js';

export function startPlanning() {
  [startOrder, startMaking, startMoving, startMovePanel, startDragging, startDesk].forEach((startPart) => startPart());
}
