// The fields of a form: what the process owner drew, and what form-js made of it on the page.

function flat(components) {
  return components.flatMap(component => [component, ...flat(component.components || [])]);
}

/** All components of a form that can be told apart by a property, as `{component, group}`. */
export function fieldsOf(schema) {
  return flat(schema.components || []);
}

/** A property that Camunda Modeler keeps with a component, for scripts like this one. */
export function property(component, name) {
  return component.properties ? component.properties[name] : undefined;
}

/** The group that a component stands in, or undefined. */
export function groupOf(schema, component) {
  return fieldsOf(schema).find(candidate => (candidate.components || []).includes(component));
}

const named = (form, end) => form.querySelector(`[id^="fjs-form-"][id$="-${CSS.escape(end)}"]`);

/** The elements of a component that take an entry; none while it is hidden. */
export function inputs(form, component) {
  const ends =
    {
      radio: (component.values || []).map((value, index) => `${component.id}-${index}`),
      select: [`${component.id}-search`]
    }[component.type] || [component.id];
  return ends.map(end => named(form, end)).filter(Boolean);
}

/** What form-js laid out for a component, which it leaves alone while the component is there. */
export function placeOf(form, component) {
  const [first] = component.type === 'group' ? [named(form, component.id)] : inputs(form, component);
  return first && first.closest(component.type === 'group' ? '.fjs-form-field-group' : '.fjs-form-field').closest('.fjs-layout-column');
}

/** The label as people read it. */
export function labelOf(component) {
  return (component.label || '').replace(/※必須/g, '').trim();
}

export function isEmpty(form, component) {
  const entries = inputs(form, component);
  if (component.type === 'select') {
    const shown = entries[0].closest('.fjs-form-field').querySelector('.fjs-select-display, .fjs-input');
    return !shown || shown.matches('.fjs-select-placeholder') || shown.value === '';
  }
  return ['radio', 'checkbox'].includes(component.type)
    ? !entries.some(entry => entry.checked)
    : !entries.some(entry => entry.value.replace(/[\s\u3000]/g, ''));
}
