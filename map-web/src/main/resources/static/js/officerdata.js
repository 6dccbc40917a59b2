// What is kept of a home that asks its officer: seen, corrected, erased for it, or by a code that the home uses by itself.

import { patch, post, read, remove } from './api.js';
import { openDialog } from './dialog.js';
import { fill, h } from './dom.js';
import { readHomes } from './officerhomes.js';
import { ownWords, showOwnData } from './owndataview.js';
import { tried } from './reads.js';
import { t } from './text.js';

export async function openOwnData(home) {
  await ownWords;
  const path = '/households/' + home.id;
  const first = await tried('own', () => read(path + '/own-data'));
  if (!first) {
    return;
  }
  const place = h('div', {});
  const code = h('div', { class: 'own', role: 'status' });
  openDialog(t('home_data'), [h('p', { class: 'mute' }, t('own_logged')), place, code], readHomes);
  offerCode(first);
  showOwnData(place, first, {
    correct: async (changes) => {
      const now = await patch(path + '/own-data', changes);
      offerCode(now);
      return now;
    },
    erase: async () => {
      await remove(path + '/own-data');
      code.remove();
    },
  });

  // The number is the other half of what proves the home.
  function offerCode({ phone, erased_at: erased }) {
    fill(code, !erased && (phone ? h('button', { type: 'button', class: 'button', id: 'own-give-code', on: { click: give } }, t('own_give_code')) : h('p', { class: 'mute' }, t('own_code_needs_phone'))));
  }

  async function give() {
    const made = await tried('own', () => post(path + '/own-data-code'));
    if (made) {
      fill(code, h('p', { class: 'code' }, made.code), h('p', {}, t('own_code_how', { address: location.origin + '/own-data' })));
    }
  }
}
