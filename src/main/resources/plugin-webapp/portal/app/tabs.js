// Tabs as the ARIA practices describe them: one stop for the Tab key, arrow keys between the tabs.
import { element } from './elements.js';

/**
 * @param label what the tabs are about
 * @param entries `[title, content]` each; the first is open
 */
export function tabs(label, entries) {
  const heads = entries.map(([title], index) =>
    element('button', { type: 'button', role: 'tab', id: `portal-tab-${index}`, 'aria-controls': `portal-panel-${index}` }, title)
  );
  const panels = entries.map(([, content], index) =>
    element(
      'div',
      { role: 'tabpanel', id: `portal-panel-${index}`, 'aria-labelledby': `portal-tab-${index}`, tabindex: '0' },
      content
    )
  );

  const open = chosen => {
    heads.forEach((head, index) => {
      head.setAttribute('aria-selected', String(index === chosen));
      head.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
  };
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  heads.forEach((head, index) => {
    head.addEventListener('click', () => open(index));
    head.addEventListener('keydown', event => {
      const target = { Home: 0, End: heads.length - 1 }[event.key];
      const next =
        target !== undefined ? target : steps[event.key] && (index + steps[event.key] + heads.length) % heads.length;
      if (next !== undefined) {
        event.preventDefault();
        open(next);
        heads[next].focus();
      }
    });
  });
  open(0);
  return element('div', { class: 'portal-tabs' }, element('div', { role: 'tablist', 'aria-label': label }, heads), panels);
}
