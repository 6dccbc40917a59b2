// Single keys outside text fields: / what I have, 1–6 group, 0 all, L list, R route, Esc lets go of the chosen commune.

import { byId } from './dom.js';
import { chooseFilter } from './filter.js';
import { GROUPS } from './lacks.js';
import { get, set } from './state.js';

const TEXT = ['INPUT', 'SELECT', 'TEXTAREA'];

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || TEXT.includes(event.target.tagName)) {
      return;
    }
    const group = GROUPS[Number(event.key) - 1];
    if (group) {
      chooseFilter('group:' + group);
    } else if (event.key === '0') {
      chooseFilter('');
    } else if (event.key === 'Escape' && get('selected')) {
      byId('let-go') ? byId('let-go').click() : set({ selected: null });
    } else if (event.key === '/') {
      event.preventDefault();
      byId('have-text').focus();
    } else if (event.key === 'l' || event.key === 'L') {
      set({ view: 'list' });
      byId('panel').focus();
    } else if (event.key === 'r' || event.key === 'R') {
      set({ view: 'route' });
      byId('panel').focus();
    }
  });
}
