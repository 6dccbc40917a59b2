// Words of the page of those who verify, in English.

export default {
  title: 'Verification', skip: 'To the reports that wait', disaster: 'Disaster', sign_in_first: 'Sign in with an officer’s account to see the reports of your units.',
  not_yours: 'This page is for officers who verify. Your account has another role.', show: 'Show', shown_waiting: 'Waiting', shown_confirmed: 'Confirmed',
  shown_rejected: 'Rejected', shown_duplicate: 'Merged', n_waiting: '{count} report|{count} reports', queue_empty: 'Nothing is left here.', more: 'Show more', unit_unknown: 'Commune unknown',
  kind_need: 'Needs help', kind_sos: 'SOS', kind_safe: 'Is safe', pressing_sos: 'SOS', pressing_critical: 'Critical', pressing_high: 'High', pressing_normal: 'Normal',
  silent: 'first word today', suspected: 'look closely', reading: 'Reading…', choose_one: 'Choose a report at the left.', back: '← List', sent_at: 'sent {time}',
  state_open: 'waiting', state_need_more: 'more must be known', state_confirmed: 'confirmed', state_rejected: 'rejected', state_duplicate: 'merged',
  as_sent: 'As it was sent, never changed', no_words: '(nothing written)', who: 'Name', on_behalf: 'for somebody else', phone: 'Telephone', show_phone: 'show', is_logged: '(is logged)',
  unknown: 'not known', place: 'Latitude · longitude', place_unknown: 'not known; click on the map to set it', approximate: 'approximate', place_words: 'How to find it', people: 'People', asks: 'Asks for', nothing: 'nothing said',
  n_vulnerable: '{n} vulnerable', no_candidates: 'No household or report looks alike.', compare: 'May be the same: row by row, differences marked', this_one: 'A · this one', alike: '{n} % alike',
  of_household: 'household of a list', of_report_open: 'report that waits', of_report_need_more: 'report, more must be known', of_report_confirmed: 'confirmed report', of_report_rejected: 'rejected report', of_report_duplicate: 'merged report',
  closed: 'another unit', said: 'Words', agrees: 'Alike in', differs: 'Different in', evidence: 'What it rests on', evidence_visited: 'visited', evidence_phoned: 'phoned', evidence_known: 'known',
  evidence_photo: 'photo', evidence_neighbour: 'neighbour', evidence_team: 'relief team', evidence_list: 'on a list', vulnerable: 'Vulnerable', by_ration: 'ration', another_home: 'Another home than all of these',
  same_household: 'The same as household {n}', reason: 'Reason, note', confirm: 'Confirm', merge: 'Merge into {n}', call_later: 'Call later', reject: 'Not right', hand_to: 'Hand to unit (code)', hand: 'Hand over', take_back: 'Take the decision back',
  reason_first: 'Give the reason first.', undo: 'Undo', undone_at_once: 'undone at once', did_confirmed: 'Confirmed', did_rejected: 'Rejected', did_duplicate: 'Merged', did_need_more: 'Left until more is known', did_handed_over: 'Handed over', did_undone: 'Taken back',
};
