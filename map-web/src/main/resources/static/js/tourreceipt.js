// The recipient's own word on the team's phone: with the one-time code that an officer gave, which the team does not know.

import { newId } from './api.js';
import { openDialog } from './dialog.js';
import { h, say } from './dom.js';
import { unitOf } from './format.js';
import { itemName } from './lacks.js';
import { put } from './outbox.js';
import { get } from './state.js';
import { stepper } from './stepper.js';
import { t } from './text.js';
import { stopName } from './tourhand.js';

/** Opens the sheet for the last hand-over at a stop. */
export function openReceipt(stop) {
  const handed = stop.handed[stop.handed.length - 1];
  const sums = new Map();
  handed.lines.forEach(({ item, quantity }) => sums.set(item, (sums.get(item) || 0) + quantity));
  const amounts = new Map([...sums].map(([item, sum]) => [item, stepper('got-' + item, itemName(item), (count) => unitOf(get('items').get(item), count), sum, () => { part.checked = true; })]));
  const code = h('input', { id: 'receipt-code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 20 });
  const says = (value, checked) => h('input', { type: 'radio', name: 'receipt-says', id: 'receipt-' + value, value, checked });
  const all = says('all', true);
  const part = says('part', false);
  const error = h('p', { class: 'error', role: 'alert' });

  async function send() {
    if (!code.value.trim()) {
      error.textContent = t('receipt_code_missing');
      code.focus();
      return;
    }
    const id = newId();
    const received = Object.fromEntries([...amounts].map(([item, one]) => [item, one.value()]));
    await put({
      id,
      path: '/api/v1/receipts',
      body: { id, code: code.value.trim(), ...(part.checked ? { says: 'part', received } : { says: 'all' }) },
      label: t('receipt_label', { stop: stopName(stop) }),
      after: handed.id,
    });
    close();
    say(t('receipt_kept'));
  }

  const close = openDialog(t('receipt_title', { n: stop.call.number }), [
    h('p', {}, t('receipt_how')),
    h('label', { class: 'hand-time', for: 'receipt-code' }, t('receipt_code')), code,
    h('label', { class: 'road-place' }, all, h('span', {}, t('receipt_all'))),
    h('label', { class: 'road-place' }, part, h('span', {}, t('receipt_part'))),
    h('ul', { class: 'hand-items' }, [...amounts].map(([item, one]) => h('li', {}, h('label', { for: 'got-' + item }, itemName(item)), one.element))),
    h('p', {}, t('receipt_later')),
    error,
    h('div', { class: 'act-foot' }, h('button', { type: 'button', class: 'button primary act-go', id: 'receipt-go', on: { click: send } }, t('receipt_go'))),
  ]);
}
