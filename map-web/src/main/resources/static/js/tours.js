// Opens the page of tours. Its address, /tours?plan=…&tour=…, is what the code on a run sheet says.

import { startCommunes } from './communes.js';
import { startDepots } from './depots.js';
import { keepOnDevice } from './device.js';
import { byId } from './dom.js';
import { startLegend } from './legend.js';
import { onChanged, startLive } from './live.js';
import { readBase, startMap } from './map.js';
import { startMarks } from './marks.js';
import { startPopups } from './popup.js';
import { readDisasters, readItems, readSession } from './reads.js';
import { startSession } from './session.js';
import { get, on } from './state.js';
import { addWords, startLanguage } from './text.js';
import { keepTourAddress, readTourAddress } from './touraddress.js';
import { startBar } from './tourbar.js';
import { startClaims } from './tourclaim.js';
import { startDifference } from './tourdifference.js';
import { startTourFacts } from './tourfacts.js';
import { startGaps } from './tourgaps.js';
import { startTourLines } from './tourlines.js';
import { startFleet } from './tourfleet.js';
import { startMine } from './tourmine.js';
import { startOwn } from './tourown.js';
import { openPack, startPacks } from './tourpack.js';
import { startPackView } from './tourpackview.js';
import { mayPlan, openPlan, startPlans } from './tourplan.js';
import { startTourRoads } from './tourroads.js';
import { startRows } from './tourrows.js';
import { startTour } from './tourstops.js';
import { startZones } from './tourzones.js';
import packWords from './packtext.vi.js';
import words from './tourtext.vi.js';
import { startUnsent } from './unsent.js';
import { startWater } from './water.js';

const PARTS = [
  startPopups, startMarks, startSession, startUnsent, startLegend, startTourFacts, startFleet, startRows, startTour, startOwn, startBar, startPackView,
  startClaims, startMine, startDifference, startGaps,
  startWater, () => startDepots(false), startTourLines, startTourRoads, startZones, startPlans,
];

async function start() {
  addWords(words, (lang) => import('./tourtext.' + lang + '.js'));
  addWords(packWords, (lang) => import('./packtext.' + lang + '.js'));
  await startLanguage();
  const wanted = readTourAddress();
  await openPack(wanted); // before the first read, which it may have to answer
  startMap(null);
  PARTS.forEach((startPart) => startPart());
  on('session making', plansHere);
  on('basemap', outlinesInstead);
  byId('legend').open = matchMedia('(min-width: 1700px)').matches; // else it hides the tours; its strip stays in view
  on('plan tour', () => document.body.classList.toggle('with-tour', get('plan') !== null && get('tour') !== null));
  onChanged((topics) => topics.includes('roads') && readBase(false));
  startPacks();
  startLive(); // before the first reads, so that no change falls between them
  keepTourAddress();
  await Promise.all([readSession(), readItems(), readBase(!wanted.plan), open(wanted)]);
  keepOnDevice();
}

let outlined = false;

// Without an extract there is nothing else to know one's way by.
function outlinesInstead() {
  if (!outlined && !get('basemap').import_id) {
    outlined = true;
    startCommunes();
  }
}

let planning = false; // true once what only coordinators need is asked for

// A plan that somebody else has made just now is watched too.
async function plansHere() {
  const plans = mayPlan() || get('making') !== null;
  byId('panel').hidden = !plans;
  document.body.classList.toggle('plans', plans);
  if (plans && !planning) {
    planning = true;
    (await import('./tourplanning.js')).startPlanning();
  }
}

// The plan says which disaster it is for.
async function open({ plan, tour }) {
  if (plan) {
    await openPlan(plan, tour);
  }
  await readDisasters(get('plan') ? get('plan').disaster : null);
}

start();
