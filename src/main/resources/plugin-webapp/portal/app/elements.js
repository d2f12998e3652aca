// Builds elements. Text goes in as text only, so nothing that somebody typed can become markup.

/**
 * @param attributes attributes by name; `on…` takes a listener, and null, undefined and false leave an attribute out
 * @param children elements and texts; null, undefined and false are left out
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (typeof value === 'function') {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  });
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** A list of facts; one without a text is left out. */
export function facts(rows) {
  return element(
    'dl',
    { class: 'portal-facts' },
    rows
      .filter(([, text]) => text !== '' && text !== null && text !== undefined)
      .map(([name, text, note]) =>
        element(
          'div',
          {},
          element('dt', {}, name),
          element('dd', { lang: 'ja' }, text, note && element('p', { class: 'portal-note' }, note))
        )
      )
  );
}

const MARKS = {
  IN_SERVICE: '●',
  CANCELLATION_RECEIVED: '◆',
  RECEIVED: '◆',
  CANCELLED: '■',
  COMPLETED: '■',
  RETURNED: '▲',
  RETRACTED: '▲'
};

/** A status in words, with a mark of a shape of its own, so that colour never says anything alone. */
export function status({ status: label, state }) {
  return element(
    'span',
    { class: 'portal-status', 'data-state': state, lang: 'ja' },
    element('span', { 'aria-hidden': 'true' }, MARKS[state] || '◐'),
    ` ${label}`
  );
}
