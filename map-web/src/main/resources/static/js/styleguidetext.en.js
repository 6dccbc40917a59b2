// Words of the style guide, English.

export default {
  title: 'Style guide', guide_dark: 'Dark ground', guide_grey: 'As printed in black and white',
  guide_colours: 'Colours', guide_colours_help: 'Colour only for water, urgency, closed roads and the one primary act. Figures: contrast with the paper; text needs 4.5, edges and symbols 3.',
  guide_water: 'Water scale', guide_water_help: 'The deeper the darker (on a dark ground: the brighter), so that it is read in black and white, and without telling red from green.',
  guide_eyes_all: 'As on the screen', guide_eyes_no_red: 'Without red', guide_eyes_no_green: 'Without green', guide_eyes_grey: 'Black and white',
  guide_type: 'Type', guide_type_help: 'One font with all Vietnamese diacritics; figures stand in columns.', guide_sample: 'Ái Tử lacks clean water, and the flood rises fast',
  guide_buttons: 'Buttons', guide_buttons_help: 'One green button in a view. A yellow and black edge shows where the keyboard is.',
  guide_primary: 'Primary act', guide_other: 'Another act', guide_pressed: 'Switched on', guide_disabled: 'Not yet', guide_symbol_button: 'Button with a symbol', guide_plain: 'Button of text',
  guide_forms: 'Forms', guide_forms_help: 'The label stands beside its field; an error says what is wrong and what is expected.', guide_field: 'Commune', guide_wrong_field: 'Quantity', guide_error: 'The quantity is a number, for example 120.',
  guide_table: 'Table and bars', guide_table_help: 'Black: lacking. Hatched: on its way. Empty: received.',
  guide_tags: 'Tags on the map', guide_tags_help: 'Urgency has a colour and a shape; six cells are six groups of goods.',
  guide_symbols: 'Symbols', guide_symbols_help: 'Drawn in the page, in the colour of the text; a word always stands with them.',
  guide_unknown: 'Unknown', guide_messages: 'Messages', guide_messages_help: 'They say what happened and what to do.', guide_warning: 'No network. What is shown is from 14:22.',
};
