// The ledger's page: checks the chain in the browser and shows the newest entries.

import { walk } from './chain.js';
import { byId, fill, h } from './dom.js';
import { KINDS, WORDS } from './ledgerwords.js';

const ADDRESS = '/api/v1/ledger';
const KEPT = 'relief-map.ledger';
let lang = 'vi';
let outcome = null;

const t = (key, values) => WORDS[key][lang].replace(/\{(\w+)\}/g, (whole, name) => values[name]);

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

async function ask(path) {
  const response = await fetch(ADDRESS + path);
  if (!response.ok) {
    throw new Error('HTTP ' + response.status);
  }
  return response.json();
}

async function check() {
  byId('check').disabled = true;
  try {
    const nextPage = async (after) => (await ask('?limit=1000&after=' + after)).items;
    outcome = await walk(nextPage, kept(), (seq) => fill(byId('result'), t('checking', { n: seq })));
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
  document.documentElement.lang = lang;
  fill(byId('check'), t('check'));
  fill(byId('newest-title'), t('newest'));
  fill(byId('days-title'), t('days'));
  if (!window.crypto || !crypto.subtle) {
    byId('check').disabled = true;
    fill(byId('result'), t('insecure'));
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
    fill(byId('result'), t('unanswered'));
    return;
  }
  fill(byId('result'), fault ? t(fault.why, { n: fault.seq }) : t('good', { n: seq }));
  fill(byId('head'), seq > 0 ? hash : '');
  fill(byId('newest'), outcome.newest.slice().reverse().map(line));
}

function line(entry) {
  const kind = KINDS[entry.kind];
  const goods = (entry.facts.goods || []).map((each) =>
    [each.item, each.quantity, each.commune, each.gift].filter(Boolean).join(' '));
  const others = Object.entries(entry.facts)
    .filter(([name]) => name !== 'goods' && name !== 'disaster')
    .map(([name, value]) => name + ' ' + value);
  return h('li', {},
    entry.seq + '. ' + (kind ? kind[lang] : entry.kind) + ' · ' + new Date(entry.at).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB'),
    h('div', {}, others.concat(goods).join(' · ')),
    h('div', { class: 'hash' }, entry.hash));
}

async function showDays() {
  const days = (await ask('/heads')).items;
  fill(byId('days'), days.map((day) => h('li', {}, day.day + ' · ' + day.seq, h('div', { class: 'hash' }, day.hash))));
}

document.querySelectorAll('[data-language]').forEach((link) => link.addEventListener('click', (event) => {
  event.preventDefault();
  lang = link.getAttribute('data-language');
  show();
}));
byId('check').addEventListener('click', check);
byId('check').disabled = false;
lang = location.hash === '#en' ? 'en' : 'vi';
show();
if (!byId('check').disabled) {
  check();
}
showDays().catch((failure) => console.info('no heads of days:', failure.message));
