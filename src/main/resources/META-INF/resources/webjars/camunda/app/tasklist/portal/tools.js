// Names for the tools that Tasklist draws as pictures only, for whoever does not see them.
import { words } from './words.js';

const NAMES = {
  '.region-toggle[data-region=filters]': words.tools.filters,
  '.region-toggle[data-region=list]': words.tools.list,
  '.region-toggle[data-region=task]': words.tools.task,
  '.btn.maximize': words.tools.maximize,
  'button.dropdown-toggle:has(> .glyphicon-floppy-disk)': words.tools.keptSearches
};

function nameTheTools() {
  Object.entries(NAMES).forEach(([tool, name]) =>
    document.querySelectorAll(`${tool}:not([aria-label])`).forEach(found => found.setAttribute('aria-label', name))
  );
  // What the mouse is told.
  document.querySelectorAll(':is(a, button)[uib-tooltip]:not([aria-label])').forEach(tool => {
    if (!tool.textContent.trim()) {
      tool.setAttribute('aria-label', tool.getAttribute('uib-tooltip'));
      if (tool.matches('a:not([href])')) {
        tool.setAttribute('role', 'button');
      }
    }
  });
  document.querySelectorAll('a:not([aria-label]) > .glyphicon[uib-tooltip]').forEach(picture => {
    picture.parentElement.setAttribute('aria-label', picture.getAttribute('uib-tooltip'));
  });
  document.querySelectorAll('input[aria-autocomplete]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
}

export function keepNaming() {
  new MutationObserver(nameTheTools).observe(document.documentElement, { childList: true, subtree: true });
}
