// Lists the gifts that this device remembers, each with its page.

import { dropGift, gifts } from './gifts.js';

const place = document.getElementById('gifts');
const list = document.getElementById('kept');

function draw() {
  const all = gifts();
  list.textContent = '';
  for (const gift of all) {
    const link = document.createElement('a');
    link.href = '/g/' + encodeURIComponent(gift.code) + '?lang=' + place.dataset.language;
    link.textContent = gift.code;
    const drop = document.createElement('button');
    drop.type = 'button';
    drop.textContent = place.dataset.drop;
    drop.setAttribute('aria-label', place.dataset.drop + ': ' + gift.code);
    drop.addEventListener('click', () => { dropGift(gift.code); draw(); });
    const line = document.createElement('li');
    line.append(link, ' · ' + [gift.what, gift.where].filter(Boolean).join(' · ') + ' ', drop);
    list.append(line);
  }
  if (!all.length) {
    const none = document.createElement('li');
    none.textContent = place.dataset.none;
    list.append(none);
  }
}

draw();
