// Tasklist counts the filter that is open. The contract center sees how much waits in each.
import { element } from './elements.js';
import { person } from './role.js';
import { countOf } from './server.js';
import { words } from './words.js';

const EVERY = 15_000;

function filterOf(item) {
  const scope = window.angular && window.angular.element(item).scope();
  return scope && scope.filter;
}

async function count() {
  const items = [...document.querySelectorAll('[cam-tasklist-filters] .task-filter')];
  if (!items.length || document.hidden || !(await person()).staff) {
    return;
  }
  await Promise.all(
    items.map(async item => {
      const filter = filterOf(item);
      if (filter) {
        const { count: found } = await countOf(filter.id);
        const place = item.querySelector('.portal-count-of-filter') || element('span', { class: 'portal-count-of-filter' });
        const text = words.counted(found);
        if (place.textContent !== text) {
          place.textContent = text;
        }
        item.classList.toggle('portal-nothing-waits', found === 0);
        if (!place.isConnected) {
          item.querySelector('h4 a').append(place);
        }
      }
    })
  );
}

export function keepCounting() {
  let waiting = null;
  const soon = delay => {
    clearTimeout(waiting);
    waiting = setTimeout(() => count().catch(console.error).finally(() => soon(EVERY)), delay);
  };
  soon(1000);
  window.addEventListener('hashchange', () => soon(300));
  return () => soon(300);
}
