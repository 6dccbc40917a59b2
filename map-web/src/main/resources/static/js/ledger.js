// The ledger's page: checks the chain in the browser and shows the newest entries.

import { walk } from './chain.js';
import { byId, fill, h } from './dom.js';
import { markDrill } from './drillmark.js';
import { inSentence, number, unitOf } from './format.js';
import { LANGUAGES } from './languages.js';
import words from './ledgertext.vi.js';
import { startLanguageChoice } from './marks.js';
import { get, on } from './state.js';
import { addWords, startLanguage, t, worded } from './text.js';

const ADDRESS = '/api/v1/ledger';
const KEPT = 'relief-map.ledger';
let outcome = null;
let items = new Map(); // by code; the ledger itself holds codes only
let communes = new Map();

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT));
  } catch (refused) {
    return null; // storage closed by the browser, or not ours: nothing to compare with
  }
}

function keep(head) {
  try {
    localStorage.setItem(KEPT, JSON.stringify(head));
  } catch (refused) {
    console.info('head is not kept: storage is closed', refused.name);
  }
}

const ask = (path) => read(ADDRESS + path);

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error('HTTP ' + response.status);
  }
  return response.json();
}

async function check() {
  byId('check').disabled = true;
  try {
    const nextPage = async (after) => (await ask('?limit=1000&after=' + after)).items;
    outcome = await walk(nextPage, kept(), (seq) => fill(byId('result'), t('led_checking', { n: seq })));
    if (!outcome.fault && outcome.seq > 0) {
      keep({ seq: outcome.seq, hash: outcome.hash });
    }
  } catch (failure) {
    outcome = { failed: true };
    console.info('the chain was not checked:', failure.message);
  }
  byId('check').disabled = false;
  show();
}

function show() {
  byId('to-list').href = '/list?lang=' + get('lang');
  if (!window.crypto || !crypto.subtle) {
    byId('check').disabled = true;
    fill(byId('result'), t('led_insecure'));
    return;
  }
  if (outcome) {
    showOutcome();
  }
}

function showOutcome() {
  const { fault, failed, seq, hash } = outcome;
  byId('result').className = fault || failed ? 'bad' : '';
  if (failed) {
    fill(byId('result'), t('led_unanswered'));
    return;
  }
  fill(byId('result'), fault ? t('led_fault_' + fault.why, { n: fault.seq }) : t('led_good', { n: seq }));
  fill(byId('head'), seq > 0 ? hash : '');
  fill(byId('newest'), outcome.newest.slice().reverse().map(line));
}

function line(entry) {
  const others = Object.entries(entry.facts)
    .filter(([name]) => name !== 'goods' && name !== 'disaster')
    .map(([name, value]) => called('led_fact_', name) + ' ' + (name.endsWith('_at') ? time(value) : called('led_value_' + name + '_', value, named(value))));
  const goods = (entry.facts.goods || []).map(goodsWords);
  return h('li', {}, entry.seq + '. ' + called('led_kind_', entry.kind) + ' · ' + time(entry.at),
    h('div', {}, others.concat(goods).join(' · ')),
    h('div', { class: 'hash' }, entry.hash));
}

// A newer server may write what this page has no words for yet.
function called(beginning, name, otherwise = name) {
  const key = beginning + name;
  return t(key) === key ? otherwise : t(key);
}

const time = (at) => new Date(at).toLocaleString(LANGUAGES[get('lang')].region, { timeZone: 'Asia/Ho_Chi_Minh' });
const named = (code) => communes.get(code) || code;

function goodsWords({ item, quantity, commune, gift }) {
  const known = items.get(item);
  const amount = number(Number(quantity), 3); // to the gram: it is what the hash was made of
  const what = (known ? inSentence(worded(known, 'name')) + ' ' : item + ' ') + amount + (known ? '\u00a0' + unitOf(known, amount) : '');
  return what + (commune ? ', ' + named(commune) : '') + (gift ? ' (' + gift + ')' : '');
}

async function readNames() {
  const answers = await Promise.all([read('/api/v1/items'), read('/api/v1/admin-units?limit=500')]);
  items = new Map(answers[0].items.map((one) => [one.code, one]));
  communes = new Map(answers[1].items.map((one) => [one.code, one.full_name]));
  show();
}

async function showDays() {
  const days = (await ask('/heads')).items;
  fill(byId('days'), days.map((day) => h('li', {}, day.day + ' · ' + day.seq, h('div', { class: 'hash' }, day.hash))));
}

async function start() {
  addWords(words, (lang) => import('./ledgertext.' + lang + '.js'));
  await startLanguage(new URLSearchParams(location.search).get('lang'));
  startLanguageChoice();
  markDrill();
  on('lang', show);
  byId('check').addEventListener('click', check);
  byId('check').disabled = false;
  show();
  if (!byId('check').disabled) {
    check();
  }
}

start();
readNames().catch((failure) => console.info('codes stay codes:', failure.message));
showDays().catch((failure) => console.info('no heads of days:', failure.message));
