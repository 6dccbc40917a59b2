// What a person typed or ticked in a form outlives its being drawn anew for the same thing: a list that comes late takes no tick away.

const fields = (form) => Array.from(form.querySelectorAll('input, select, textarea'));
const keyOf = (field) => [field.id, field.name, field.dataset.item, isBox(field) && field.value].join(' ');
const isBox = (field) => ['checkbox', 'radio'].includes(field.type);

/** Calls draw(), which fills the form anew, and puts back what stood in the fields that are there again. */
export function keepTyped(form, draw) {
  const typed = new Map(fields(form).map((field) => [keyOf(field), isBox(field) ? field.checked : field.value]));
  draw();
  fields(form).filter((field) => typed.has(keyOf(field))).forEach((field) => {
    field[isBox(field) ? 'checked' : 'value'] = typed.get(keyOf(field));
  });
}
