// English words about what this device keeps, with the same keys as devicetext.vi.js. "one|many" are two forms.
export default {
  unsent_waiting: '{n} thing not sent yet. It is sent by itself when there is a network; no need to type again.|{n} things not sent yet. They are sent by themselves when there is a network; no need to type again.',
  unsent_refused: '{n} thing was refused by the server.|{n} things were refused by the server.',
  unsent_sign_in: 'Sign in again so that it can be sent.',
  unsent_all_sent: 'All sent.',
  unsent_show: 'Show what is not sent',
  unsent_try: 'Send now',
  unsent_kept: 'kept at {time}',
  unsent_drop: 'Give it up, do not send',
  unsent_of: 'Done under another account ({initials}). It goes only when that account signs in again on this device. If the account was closed or renamed, it can never be sent.',
  unsent_sure: 'Nobody has received this. Given up, it is gone for good. Ask whoever did it, if you can.',
  unsent_give_up: 'Give it up for good',
  unsent_keep: 'Keep it',
  newer_version: 'There is a newer version of this page.',
  open_again: 'Open it again',
};
