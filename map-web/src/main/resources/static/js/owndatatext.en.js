// Words of the page of the own data, in English.

export default {
  title: 'My data',
  own_map: 'Map',
  own_report: 'Ask for help',
  own_help: 'See, correct or erase what is kept of your home. You need a code of the officer of your hamlet or commune (good for 30 days) and the telephone number that you gave. Without code or telephone the officer does it for you.',
  own_code: 'Code',
  own_look: 'Look',
};
