// What one button needs and another does not, such as a reason for going on but not for going back. The server asks for the same;
// here it is said before anything is sent, under the field and at the head of the form.
import { element } from './elements.js';
import { inputs, isEmpty, labelOf, placeOf, property } from './fields.js';
import { words } from './words.js';

/** The values of the buttons for which a field has to be filled in. */
export const REQUIRED_FOR = 'portal:requiredFor';

function sentence(component) {
  const label = labelOf(component);
  if (component.type === 'checkbox') {
    return `「${label}」をご確認のうえ、チェックを付けてください。`;
  }
  if (['radio', 'select'].includes(component.type)) {
    return `${label}${label.includes('・') && (component.values || []).length === 2 ? 'のどちらか' : ''}を選択してください。`;
  }
  return `${label}を入力してください。`;
}

/** The fields that stand in the way of a button. */
export function missing(form, components, value) {
  return components.filter(
    component =>
      value && (property(component, REQUIRED_FOR) || '').split(' ').includes(value) && placeOf(form, component) && isEmpty(form, component)
  );
}

/** Takes back what was said before. */
export function forgive(pane) {
  pane.querySelectorAll('.portal-missing, .portal-summary').forEach(said => said.remove());
  pane.querySelectorAll('[data-portal-invalid]').forEach(input => {
    input.removeAttribute('data-portal-invalid');
    input.setAttribute('aria-invalid', 'false');
    input.setAttribute('aria-describedby', input.getAttribute('aria-describedby').replace(/ ?portal-missing-\S+/g, ''));
  });
}

/** Says what is missing, and moves the focus to where it is said. */
export function point(form, components) {
  const links = components.map(component => {
    const id = `portal-missing-${component.id}`;
    placeOf(form, component).append(element('p', { class: 'portal-missing', id, lang: 'ja' }, sentence(component)));
    inputs(form, component).forEach(input => {
      input.setAttribute('data-portal-invalid', '');
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') || ''} ${id}`);
    });
    const go = event => {
      event.preventDefault();
      const [first] = inputs(form, component);
      first.scrollIntoView({ block: 'center' });
      first.focus();
    };
    return element('li', { lang: 'ja' }, element('a', { href: '#', onclick: go }, sentence(component)));
  });
  const summary = element(
    'div',
    { class: 'portal-summary', role: 'alert', tabindex: '-1' },
    element('p', {}, words.check),
    element('ul', {}, links)
  );
  form.parentElement.before(summary);
  summary.scrollIntoView({ block: 'center' });
  summary.focus();
}
