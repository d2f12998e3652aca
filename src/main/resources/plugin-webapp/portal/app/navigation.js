// The links to the lists in the header, for customers; and the page on which a customer arrives.
import { element } from './elements.js';
import { here, MENU, menuLinks } from './page.js';
import { me } from './server.js';
import { words } from './words.js';

/** The address that the page was opened with, until the first log-in or arrival has used it. */
let opened = here();
let loggedInNow = false;

/** Shows nothing: it tells a log-in from a page that is opened while somebody is logged in. */
export const logIn = {
  id: 'portal-log-in',
  pluginPoint: 'tasklist.login',
  render: () => (loggedInNow = true)
};

/**
 * Whether the person asked for nothing in particular. After a log-in Tasklist has gone back to what was asked for before; otherwise
 * the address that was opened tells, to which Tasklist itself adds the filter.
 */
function asksForNothing({ path, parameters }) {
  return ['/', '/login'].includes(path) && !parameters.has('task') && !parameters.has('processStart');
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
    const arriving = loggedInNow || (opened !== null && asksForNothing(opened) && !opened.parameters.has('filter'));
    loggedInNow = false;
    opened = null;
    const { customer } = await me(api).catch(() => ({}));
    if (over || !customer) {
      return;
    }
    document.body.classList.add('portal-customer');
    mark();
    node.append(nav);
    window.addEventListener('hashchange', mark);
    if (arriving && asksForNothing(here())) {
      location.replace(`#${MENU[0].path}`);
    }
  },
  unmount: () => ended()
};
