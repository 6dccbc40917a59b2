// Which keys there are, and whether single letters act: who speaks or types with a stick may switch them off.

import { openDialog } from './dialog.js';
import { byId, h } from './dom.js';
import { t } from './text.js';

const KEPT = 'relief-map.keys';
const LIST = [['J K', 'key_jk'], ['A', 'key_a'], ['1 2 3', 'key_merge'], ['C', 'key_c'], ['X', 'key_x'], ['E', 'key_e'], ['Z', 'key_z'], ['V', 'key_v'], ['B', 'key_b'], ['Esc', 'key_esc'], ['?', 'key_help']];

let on = kept();

function kept() {
  try {
    return localStorage.getItem(KEPT) !== 'off';
  } catch (refused) {
    return true; // storage closed by the browser
  }
}

/** Whether a letter alone does something. */
export const keysAct = () => on;

function choose(wanted) {
  on = wanted;
  try {
    localStorage.setItem(KEPT, on ? 'on' : 'off');
  } catch (refused) {
    console.info('the choice of keys is not kept: storage is closed', refused.name);
  }
}

/** Shows them, once. */
export function showKeys() {
  if (!byId('keys-act')) {
    const box = h('input', { type: 'checkbox', id: 'keys-act', checked: on, on: { change: () => choose(box.checked) } });
    openDialog(t('keys'), [
      h('dl', { class: 'keys' }, LIST.map(([key, word]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(word))])),
      h('p', {}, h('label', {}, box, ' ' + t('keys_act')))]);
  }
}
