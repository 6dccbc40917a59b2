// Starts everything around the map, then reads the data; the address decides where it starts.

import { keepAddress } from './address.js';
import { startClusters } from './clusters.js';
import { showChosen, startCommunes } from './communes.js';
import { startCutOff } from './cutoff.js';
import { startDepots } from './depots.js';
import { keepOnDevice } from './device.js';
import { startFilter } from './filter.js';
import { startHead } from './head.js';
import { startHouseholds } from './households.js';
import { startKeys } from './keys.js';
import { startLandings } from './landings.js';
import { startLegend } from './legend.js';
import { startList } from './list.js';
import { onChanged, startLive } from './live.js';
import { readBase } from './map.js';
import { startOffer } from './offer.js';
import offerWords from './offertext.vi.js';
import { startPopups } from './popup.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startRoadReports } from './roadreports.js';
import { startRoute } from './route.js';
import { startSession } from './session.js';
import { get } from './state.js';
import { addWords } from './text.js';
import { startTimeline } from './timeline.js';
import { startUnsent } from './unsent.js';
import { startWater } from './water.js';

const PANELS = [startPopups, startHead, startSession, startUnsent, startLegend, startOffer, startFilter, startTimeline, startList, startRoute, startKeys];
const LAYERS = [startCommunes, startWater, startCutOff, startLandings, startClusters, startHouseholds, startDepots, startRoadReports];

/** The words of the parts, to be had before they start. */
export const readWords = () => addWords(offerWords, (lang) => import('./offertext.' + lang + '.js'));

/** Starts all parts of the page; `wanted` is what the address asks for. */
export async function startParts(wanted) {
  PANELS.forEach((startPart) => startPart());
  LAYERS.forEach((startPart) => startPart());
  onChanged((topics) => topics.includes('roads') && readBase(!get('basemap') || get('basemap').import_id === null));
  startLive();
  await Promise.all([readSession(), readItems(), readDisasters(wanted.disaster)]);
  keepAddress();
  if (wanted.commune && !wanted.frame) {
    showChosen();
  }
  keepOnDevice();
}
