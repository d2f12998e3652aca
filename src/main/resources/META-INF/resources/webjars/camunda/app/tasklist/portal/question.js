// Asks a question that cannot be taken back, in a dialog: the focus goes inside, Esc is no, and the focus comes back.
import { element } from './elements.js';
import { words } from './words.js';

let number = 0;

/**
 * @param sentences what is asked, the last of them being the question
 * @param yes the label of the button that agrees
 * @param step where in the path this is, or undefined
 * @returns whether the person agreed
 */
export function ask(sentences, yes, step) {
  const before = document.activeElement;
  const id = `portal-question-${++number}`;
  return new Promise(resolve => {
    const close = answer => event => event.detail < 2 && dialog.close(answer);
    const dialog = element(
      'dialog',
      { class: 'portal-question', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-text` },
      element('h2', { id: `${id}-title` }, words.confirmation, step && element('span', { class: 'portal-step-number' }, step)),
      element('div', { id: `${id}-text`, lang: 'ja' }, sentences.map(sentence => element('p', {}, sentence))),
      element(
        'div',
        { class: 'portal-buttons' },
        element('button', { type: 'button', class: 'portal-button portal-main', onclick: close('yes') }, yes),
        element('button', { type: 'button', class: 'portal-button', onclick: close('no') }, words.cancel)
      )
    );
    dialog.addEventListener('close', () => {
      const agreed = dialog.returnValue === 'yes';
      dialog.remove();
      if (!agreed && before && before.isConnected) {
        before.focus();
      }
      resolve(agreed);
    });
    // Tasklist listens for keys as well.
    dialog.addEventListener('keydown', event => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
  });
}
