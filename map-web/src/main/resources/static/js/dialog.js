// A sheet over the whole page for one act; Esc and its button leave it, and the focus goes back to where it came from.

import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './text.js';

/** Opens a sheet and gives what closes it; `whenClosed` is called however it is left. */
export function openDialog(title, children, whenClosed) {
  const from = document.activeElement;
  const sheet = h('dialog', { class: 'act-sheet', 'aria-labelledby': 'act-title' },
    h('div', { class: 'act-head' },
      h('h2', { id: 'act-title', tabindex: '-1' }, title),
      h('button', { type: 'button', class: 'square', 'aria-label': t('close'), on: { click: () => sheet.close() } }, icon('close'))),
    h('div', { class: 'act-body' }, children));
  sheet.addEventListener('close', () => {
    sheet.remove();
    if (from && from.isConnected) {
      from.focus({ preventScroll: true });
    }
    if (whenClosed) {
      whenClosed();
    }
  });
  document.body.append(sheet);
  sheet.showModal();
  sheet.querySelector('#act-title').focus();
  return () => sheet.close();
}
