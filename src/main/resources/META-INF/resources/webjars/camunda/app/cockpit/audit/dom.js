// Everything from outside becomes text, never markup.

/** An element with attributes (functions listen), and children that are nodes or texts. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined) {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
}

export function replace(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/** A day, a number: what nobody wants to read in two lines. */
const SHORT = /^[\w/:, +.-]{1,20}$/;

function cell(content) {
  const text = content instanceof Node ? content.textContent : String(content);
  return el('td', {class: SHORT.test(text) && 'audit-short'}, content);
}

/** A table; each row is a list of cells. */
export function table(caption, columns, rows) {
  return el('div', {class: 'audit-scroll'},
    el('table', {class: 'audit-table'},
      el('caption', {class: 'audit-hidden'}, caption),
      el('thead', {}, el('tr', {}, columns.map(column => el('th', {scope: 'col'}, column)))),
      el('tbody', {}, rows.map(cells => el('tr', {}, cells.map(cell))))));
}

/** Names and values, without those that have none. */
export function facts(pairs) {
  return el('table', {class: 'audit-table audit-facts'}, el('tbody', {}, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => el('tr', {}, el('th', {scope: 'row'}, name), el('td', {}, value)))));
}

/** The tab that each page showed last: it is there again for whoever comes back, or when Cockpit draws the page anew. */
const shown = new Map();
const place = () => location.hash.split('?')[0];

/** Tabs that the arrow keys reach; each panel is made when it is first shown. */
export function tabs(label, entries) {
  const panel = el('div', {role: 'tabpanel', class: 'audit-panel', tabindex: '0'});
  const made = new Map();
  const buttons = entries.map(({id, name}, index) => el('button', {
    type: 'button', role: 'tab', id: `audit-tab-${id}`, 'data-tab': id,
    click: () => select(index),
    keydown: event => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (step) {
        const next = (index + step + entries.length) % entries.length;
        select(next);
        buttons[next].focus();
        event.preventDefault();
      }
    }
  }, name));
  function select(index) {
    buttons.forEach((button, other) => {
      button.setAttribute('aria-selected', String(other === index));
      button.tabIndex = other === index ? 0 : -1;
    });
    shown.set(place(), index);
    const {id, content} = entries[index];
    if (!made.has(id)) {
      made.set(id, content());
    }
    panel.setAttribute('aria-labelledby', `audit-tab-${id}`);
    replace(panel, made.get(id));
  }
  select(shown.get(place()) || 0);
  return el('div', {}, el('div', {role: 'tablist', 'aria-label': label, class: 'audit-tabs'}, buttons), panel);
}
