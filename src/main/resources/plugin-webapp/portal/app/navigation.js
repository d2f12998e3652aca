// The links to the lists in the header, for customers; and the page on which a customer arrives.
import { element } from './elements.js';
import { here, MENU, menuLinks } from './page.js';
import { me } from './server.js';
import { words } from './words.js';

const LOG_IN = '/login';

/** Where the person wanted to go: with the page's address, or before the log-in came between. */
let wanted = location.hash;
let loggedInNow = false;
window.addEventListener('hashchange', event => {
  if (here().path === LOG_IN) {
    wanted = new URL(event.oldURL).hash;
    loggedInNow = true;
  }
});

/**
 * Whether the person asked for nothing in particular. Tasklist adds the filter to its own address: it says something in an address
 * that the page was opened with, and nothing where somebody had logged out.
 */
function askedForNothing() {
  const [path, parameters = ''] = wanted.replace(/^#/, '').split('?');
  const asked = new URLSearchParams(parameters);
  return (
    ['', '/', LOG_IN, '/logout'].includes(path) &&
    !asked.has('task') &&
    !asked.has('processStart') &&
    (loggedInNow || !asked.has('filter'))
  );
}

let ended = () => {};

export const navigation = {
  id: 'portal-navigation',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: async (node, { api }) => {
    let over = false;
    const nav = element('nav', { class: 'portal-links', 'aria-label': words.menu });
    const mark = () => nav.replaceChildren(...menuLinks());
    const stop = () => {
      over = true;
      window.removeEventListener('hashchange', mark);
    };
    ended = stop;
    const arriving = askedForNothing();
    loggedInNow = false;
    wanted = `#${MENU[0].path}`;
    const { customer } = await me(api).catch(() => ({}));
    if (over || !customer) {
      return;
    }
    document.body.classList.add('portal-customer');
    mark();
    node.append(nav);
    window.addEventListener('hashchange', mark);
    if (arriving && ['/', LOG_IN].includes(here().path) && !here().parameters.has('task')) {
      location.replace(`#${MENU[0].path}`);
    }
  },
  unmount: () => ended()
};
