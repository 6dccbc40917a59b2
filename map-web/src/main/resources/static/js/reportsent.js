// What became of a report that was put into the outbox: kept, sent with its code, or refused with the server's words.

import { answerTo, drop, sendAll, unsent, whenChanged } from './outbox.js';

const part = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more);
const button = (text, onclick, className = '') => part('button', text, { type: 'button', className, onclick });

let words = null;
let shown = '';

/**
 * Shows in `place` what became of the report, and again whenever that changes. mend(problem): the person changes what the
 * server refused; another(): the person goes on to another report.
 */
export function showSent({ place, id, kind, language, texts, mend, another }) {
  words = texts;
  place.setAttribute('role', 'status');
  const draw = async (tried) => {
    const answer = await answerTo(id);
    const act = (await unsent()).find((one) => one.id === id);
    const state = answer ? 'sent' : act && act.state === 'refused' ? 'refused' : tried ? 'unsent' : 'sending';
    if (state === shown) {
      return;
    }
    shown = state;
    place.textContent = '';
    if (state === 'sent') {
      place.append(...sent(answer, kind, language), button(words.another, another));
    } else if (state === 'refused') {
      const why = act.problem[language] || act.problem.en;
      place.append(part('h2', words.refused), part('p', why, { className: 'err' }), button(words.mend, async () => { await drop(id); mend(act.problem); }, 'go'));
    } else {
      place.append(part('h2', words[state]), part('p', words.unsent_more));
      place.append(button(words.try_now, () => sendAll().then(() => draw(true)), 'go'));
    }
  };
  whenChanged(() => draw(shown === 'unsent'));
  return draw(false).then(sendAll).then(() => draw(true));
}

function sent(answer, kind, language) {
  const code = part('p', words.code, { className: 'code' });
  code.append(part('b', answer.code), words.copy_code);
  const at = new Date(answer.received_at).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  const follow = document.createElement('p');
  follow.append(part('a', words.follow, { href: answer.follow + '?lang=' + language }));
  return [part('h2', words.sent + ' ' + at), code, part('p', words['next_' + kind]), follow];
}
