// Finds each form that Tasklist opens, and puts the step's heading, its buttons and the focus in place.
import { Actions } from './actions.js';
import { element } from './elements.js';
import { arrival, onSending, remember } from './follow.js';
import { person } from './role.js';
import { formOf, task } from './server.js';
import { stepOf } from './steps.js';
import { words } from './words.js';

/** What was put in place, by form. */
const known = new WeakMap();
let current = null;
let title = null;

onSending(sending => {
  if (!sending && current && current.actions) {
    // A form that went through is gone in a moment; one that was refused is there to be sent again.
    setTimeout(() => current && current.actions && current.actions.release(), 500);
  }
});

function parametersOf(form) {
  const scope = window.angular && window.angular.element(form).scope();
  return (scope && scope.params) || {};
}

function stepLine(step, name) {
  return element(
    'p',
    { class: 'portal-step', id: 'portal-step' },
    element('span', { class: 'portal-step-number' }, words.step(step.number, step.of)),
    element('span', { lang: 'ja' }, name),
    element(
      'span',
      { class: 'portal-step-bar', 'aria-hidden': 'true' },
      Array.from({ length: step.of }, (_, index) => element('i', { class: index < step.number && 'portal-step-done' }))
    )
  );
}

async function dress(form, view) {
  const { taskId, processInstanceId } = parametersOf(form);
  if (!taskId) {
    return;
  }
  remember(taskId, processInstanceId);
  const [schema, { name, taskDefinitionKey }, { customer }] = await Promise.all([formOf(taskId), task(taskId), person()]);
  if (!form.isConnected || parametersOf(form).taskId !== taskId) {
    return;
  }
  const step = stepOf(taskDefinitionKey);
  view.actions = new Actions(form, schema, step);
  view.actions.draw();
  const { sentence, focus } = arrival();
  const head = [
    sentence && element('p', { class: 'portal-summary', role: 'alert' }, sentence),
    step && stepLine(step, name)
  ].filter(Boolean);
  form.parentElement.before(...head);
  const heading = form.querySelector('h1');
  if (heading) {
    heading.setAttribute('tabindex', '-1');
    if (step) {
      heading.setAttribute('aria-describedby', 'portal-step');
    }
    title = title || document.title;
    document.title = `${heading.textContent} - ${words.portal}`;
    if (focus || customer) {
      heading.focus();
    }
  }
}

/** form-js writes more labels than it has fields for, tables without names, and a link to its maker. */
function describe(form) {
  form.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(field => {
    const label = field.querySelector(':scope > label:first-child:not([for])');
    if (label && !field.hasAttribute('role')) {
      label.id = label.id || `portal-label-${Math.random().toString(36).slice(2)}`;
      field.setAttribute('role', field.matches('.fjs-form-field-radio') ? 'radiogroup' : 'group');
      field.setAttribute('aria-labelledby', label.id);
    }
  });
  form.querySelectorAll('table tr > th:first-child:not([scope])').forEach(head => {
    head.setAttribute('scope', head.parentElement.querySelector('td') ? 'row' : 'col');
  });
}

function look() {
  const forms = [...document.querySelectorAll('.task-details .fjs-form')];
  const form = forms[forms.length - 1];
  if (!form) {
    current = null;
    if (title) {
      document.title = title;
      title = null;
    }
    return;
  }
  if (!known.has(form) && form.querySelector('.fjs-form-field')) {
    const view = {};
    known.set(form, view);
    dress(form, view).catch(console.error);
  }
  current = known.get(form) || null;
  describe(form);
  if (current && current.actions) {
    current.actions.hide();
  }
}

export function watch() {
  new MutationObserver(() => {
    try {
      look();
    } catch (e) {
      // The plain form stays.
      console.error(e);
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
}
