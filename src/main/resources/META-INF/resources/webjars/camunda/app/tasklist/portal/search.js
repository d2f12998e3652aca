// One box for what the contract center knows of a case, above Tasklist's own search, which shows what was found by and stays
// there for everything else.
import { element } from './elements.js';
import { person } from './role.js';
import { words } from './words.js';

const WIDGET = '[cam-widget-search]';

/** A criterion of Tasklist's search: a whole number is exact, and anything else a part of the name. */
function criterion(typed) {
  const text = typed.normalize('NFKC').trim();
  const number = text.toUpperCase();
  if (/^R-\d+-\d+$/.test(number)) {
    return { name: 'requestNumber', operator: 'eq', value: number };
  }
  if (/^[A-Z]{2,}\d+$/.test(number)) {
    return { name: 'contractNumber', operator: 'eq', value: number };
  }
  if (/^R?-?[\d-]+$/.test(number)) {
    // In quotes, or Tasklist would take it for a number.
    return { name: 'requestNumber', operator: 'like', value: `'%${number}%'` };
  }
  return { name: 'companyName', operator: 'like', value: text.replace(/[\\%_]/g, '\\$&') };
}

function search(typed) {
  const [path, parameters] = location.hash.split('?');
  const wanted = new URLSearchParams(parameters);
  ['searchOrQuery', 'task', 'detailsTab'].forEach(name => wanted.delete(name));
  // Tasklist overlooks a search that is gone, and heeds an empty one.
  const criteria = typed.trim() ? [{ type: 'processVariables', ...criterion(typed) }] : [];
  wanted.set('searchQuery', JSON.stringify(criteria));
  // AngularJS reads a plus as a plus.
  location.hash = `${path}?${wanted.toString().replace(/\+/g, '%20')}`;
}

function box() {
  const input = element('input', { type: 'search', id: 'portal-task-search', class: 'form-control', maxlength: '100', autocomplete: 'off' });
  return element(
    'form',
    {
      class: 'portal-task-search',
      role: 'search',
      onsubmit: event => {
        event.preventDefault();
        search(input.value);
      }
    },
    element('label', { for: 'portal-task-search' }, words.searchLabel),
    element('div', {}, input, element('button', { type: 'submit', class: 'btn btn-default' }, words.search))
  );
}

async function look() {
  const widget = document.querySelector(WIDGET);
  if (widget && !document.querySelector('.portal-task-search') && (await person()).staff && widget.isConnected) {
    if (!document.querySelector('.portal-task-search')) {
      widget.before(box());
    }
  }
}

export function offerSearch() {
  new MutationObserver(() => look().catch(console.error)).observe(document.documentElement, { childList: true, subtree: true });
}
