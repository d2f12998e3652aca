// A choice and its button are one click. A radio with the property `portal:buttons` becomes a row of buttons with the words of its
// options; each chooses through form-js and completes through Tasklist, so what is sent is what the plain form sends. Without this
// script the radio and Tasklist's own button are there.
import { element } from './elements.js';
import { fieldsOf, groupOf, inputs, labelOf, placeOf, property } from './fields.js';
import { onSending } from './follow.js';
import { ask } from './question.js';
import { forgive, missing, point } from './required.js';
import { words } from './words.js';

/** On a radio: its options are buttons. */
const BUTTONS = 'portal:buttons';
/** On such a radio: the option that stands first and out; the first one where none is named. */
const MAIN = 'portal:main';
/** On such a radio: the options that are drawn as a warning. */
const DANGER = 'portal:danger';
/** On such a radio: the label of a further button that leaves without an answer. */
const LEAVE = 'portal:leave';
/** On a checkbox: it is asked for in a dialog, with the texts of its group as the question. */
const DIALOG = 'portal:dialog';
/** On any component: the words of the button that completes the form. */
const COMPLETE = 'portal:complete';

let sending = false;
onSending(now => (sending = now));

/** Until form-js has drawn what an entry changed. */
const drawn = () => new Promise(resolve => setTimeout(() => requestAnimationFrame(resolve), 30));

export class Actions {
  constructor(form, schema, step) {
    const fields = fieldsOf(schema);
    this.form = form;
    this.fields = fields;
    this.step = step;
    this.busy = false;
    this.pane = form.closest('[cam-tasklist-form]');
    this.native = this.pane.querySelector('.form-actions');
    this.choice = fields.find(field => field.type === 'radio' && property(field, BUTTONS) === 'true');
    this.box = fields.find(field => field.type === 'checkbox' && property(field, DIALOG) === 'true');
    this.question = this.box && groupOf(schema, this.box);
    const completed = fields.find(field => property(field, COMPLETE));
    this.completeLabel = completed && property(completed, COMPLETE);
  }

  draw() {
    this.native.querySelectorAll('.portal-buttons').forEach(old => old.remove());
    const buttons = this.choice ? this.ofOptions() : this.completeLabel ? [this.button(this.completeLabel, 'portal-main', '')] : [];
    this.native.classList.toggle('portal-drawn', buttons.length > 0);
    if (buttons.length) {
      this.native.append(
        element('div', { class: 'portal-buttons', role: 'group', 'aria-label': words.actions, lang: 'ja' }, buttons)
      );
    }
    this.hide();
  }

  ofOptions() {
    const dangers = (property(this.choice, DANGER) || '').split(' ');
    const main = property(this.choice, MAIN) || this.choice.values[0].value;
    const ordered = [...this.choice.values].sort((one, other) => (other.value === main) - (one.value === main));
    const leave = property(this.choice, LEAVE);
    return [
      ...ordered.map(({ label, value }) =>
        this.button(label, dangers.includes(value) ? 'portal-danger' : value === main && 'portal-main', value)
      ),
      leave && element('a', { class: 'portal-button', href: '#/requests' }, leave)
    ].filter(Boolean);
  }

  button(label, variant, value) {
    return element(
      'button',
      {
        type: 'button',
        class: `portal-button ${variant || ''}`,
        // The second click of a double click belongs to the first, even where another button has come to be under it.
        onclick: event => event.detail < 2 && this.press(value).catch(console.error)
      },
      label
    );
  }

  /** What the buttons and the dialog stand for is not shown twice. To be repeated whenever form-js has drawn. */
  hide() {
    [this.choice, this.question]
      .filter(Boolean)
      .map(component => placeOf(this.form, component))
      .forEach(place => place && place.setAttribute('data-portal-hidden', ''));
  }

  async press(value) {
    if (this.busy || sending) {
      return;
    }
    this.mark(true);
    let sent = false;
    try {
      sent = await this.answer(value);
    } finally {
      if (!sent) {
        this.mark(false);
      }
    }
  }

  /** @returns whether an answer is on its way */
  async answer(value) {
    // form-js takes over what is typed a moment later, or when the field is left.
    const opener = document.activeElement;
    const entry = this.form.contains(opener) ? opener : this.form.querySelector('textarea, input[type=text]');
    if (entry && entry === opener) {
      entry.blur();
    }
    forgive(this.pane);
    const wanting = missing(this.form, this.fields, value);
    if (wanting.length) {
      point(this.form, wanting);
      return false;
    }
    if (this.choice) {
      inputs(this.form, this.choice)[this.choice.values.findIndex(option => option.value === value)].click();
      await drawn();
    }
    const [box] = this.box ? inputs(this.form, this.box) : [];
    if (box) {
      if (!(await ask(this.sentences(), labelOf(this.box), this.stepOfQuestion()))) {
        return false;
      }
      if (!box.checked) {
        box.click();
        await drawn();
      }
    }
    return this.complete();
  }

  sentences() {
    const place = placeOf(this.form, this.question);
    return [...place.querySelectorAll('.fjs-form-field-text p')].map(paragraph => paragraph.textContent);
  }

  stepOfQuestion() {
    return this.step && this.step.question && words.step(this.step.question, this.step.of);
  }

  async complete() {
    const button = this.native.querySelector('button.btn-primary');
    if (!button.disabled) {
      button.click();
      await drawn();
    }
    if (sending || !this.form.isConnected) {
      return true;
    }
    const error = this.form.querySelector('.fjs-form-field-error');
    const field = error && error.closest('.fjs-form-field').querySelector('input, textarea');
    if (field) {
      field.scrollIntoView({ block: 'center' });
      field.focus();
    }
    return false;
  }

  mark(busy) {
    this.busy = busy;
    this.native.querySelectorAll('.portal-buttons button').forEach(button => {
      if (busy) {
        button.setAttribute('aria-disabled', 'true');
      } else {
        button.removeAttribute('aria-disabled');
      }
    });
  }

  /** What was sent was refused, and may be sent again. */
  release() {
    this.mark(false);
  }
}
