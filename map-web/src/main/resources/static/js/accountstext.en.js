// Words of the administrator's page, in English.

export default {
  title: 'Accounts', acc_map: 'Map', acc_not_yours: 'This page is for the administrator.',
  acc_code_for: 'One-time code of {name}, shown this once:', acc_code_how: 'Say it to the owner of the account, whose voice you know. Good until {time} at {address}, to set a password.',
  acc_identities: 'Shared sign-in', acc_identities_help: 'Who signed in elsewhere and is nobody here yet stands first. Tie only whom you are sure of.',
  acc_who: 'Who', acc_asked: 'Last time', acc_whose: 'Is the account', acc_whose_is: 'Which account {name} is', acc_nobody: '(nobody yet)', acc_nameless: '(no name)', acc_verified: 'address verified', acc_unverified: 'address not verified',
  acc_tie: 'Tie', acc_forget: 'Forget', acc_did_tie: 'Tied.', acc_did_forget: 'Forgotten; the sessions of that account have ended.',
  acc_add: 'Add an account', acc_name: 'Name', acc_role: 'Role', acc_units: 'Units', acc_units_form: 'codes, commas between', acc_make: 'Add and get a code', acc_all: '{n} account|{n} accounts', acc_find: 'Find a name or unit',
  acc_way_in: 'Signs in by', acc_acts: 'Acts', acc_has_password: 'password', acc_expected: 'expected as {email}', acc_no_way: 'no password yet', acc_closed_at: 'closed {time}',
  acc_code: 'New code', acc_change_units: 'Change units', acc_save: 'Save', acc_did_change: 'Units changed.', acc_close: 'Close', acc_close_yes: 'Close for good', acc_back: 'Back', acc_did_close: 'Closed; its sessions and tokens have ended.',
  role_officer: 'officer', role_coordinator: 'coordinator', role_team: 'team', role_donor: 'donor', role_resident: 'resident', role_display: 'display', role_administrator: 'administrator',
};
