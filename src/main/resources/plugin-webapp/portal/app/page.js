// The frame of the portal's pages: menu, heading, what is shown while something loads, and after it could not.
import { element } from './elements.js';
import { japanese, words } from './words.js';

export const MENU = [
  { path: '/contracts', label: words.contracts },
  { path: '/requests', label: words.requests },
  { path: '/', label: words.tasks }
];

/** The part of the address behind the #, its path and its parameters. */
export function here() {
  const [path, parameters] = location.hash.replace(/^#/, '').split('?');
  return { path: path || '/', parameters: new URLSearchParams(parameters) };
}

/** The links of the menu, the current one marked. */
export function menuLinks() {
  const { path } = here();
  return MENU.map(entry =>
    element(
      'a',
      {
        href: `#${entry.path}`,
        'aria-current': path === entry.path || (entry.path !== '/' && path.startsWith(`${entry.path}/`)) ? 'page' : null
      },
      entry.label
    )
  );
}

/** Whether a person came here from another page of the application, and not with the address. */
let moved = false;
window.addEventListener('hashchange', () => (moved = true));

/**
 * Makes a page of a route: `load` asks for what it shows, `draw` shows it.
 *
 * @param title the heading, and the title of the window
 */
export function page({ path, title, load, draw }) {
  // Drawn anew at each change of the address; which of two is taken down is not said, and it is always the older one.
  const drawn = [];
  return {
    id: `portal-page-${path}`,
    pluginPoint: 'tasklist.route',
    properties: { path },
    render: (node, { api }) => {
      const heading = element('h1', { tabindex: '-1' }, title);
      const content = element('div', { class: 'portal-content' });
      const titleBefore = document.title;
      let over = false;
      node.classList.add('portal-route');
      node.append(
        element(
          'main',
          { class: 'portal-page', lang: japanese ? 'ja' : 'en' },
          element('nav', { class: 'portal-menu', 'aria-label': words.menu }, menuLinks()),
          heading,
          content
        )
      );
      document.title = `${title} - ${words.portal}`;
      drawn.push(() => {
        over = true;
        document.title = titleBefore;
      });

      const show = async focus => {
        content.replaceChildren(element('p', { class: 'portal-loading', role: 'status' }, words.loading));
        try {
          const loaded = await load(api);
          if (!over) {
            content.replaceChildren(...draw(loaded, { api, again: () => show(true) }).filter(Boolean));
            const wanted = content.querySelector('[data-focus]');
            if (focus) {
              (wanted || heading).focus();
            }
          }
        } catch (e) {
          if (!over) {
            content.replaceChildren(trouble(e.message, () => show(true)));
          }
        }
      };
      show(moved);
    },
    unmount: () => drawn.length && drawn.shift()()
  };
}

/** A sentence that says what did not work, with whatever leads on from there. */
export function notice(sentence, ...more) {
  return element('div', { class: 'portal-notice', role: 'alert' }, element('p', { lang: 'ja' }, sentence), ...more);
}

function trouble(sentence, again) {
  return notice(sentence, element('button', { type: 'button', class: 'portal-button', onclick: again }, words.retry));
}

/** A button that has the back end do something and goes to the task that follows. Two clicks are one. */
export function action(label, variant, run) {
  const button = element('button', { type: 'button', class: `portal-button ${variant}` }, label);
  const place = element('div', { class: 'portal-outcome' });
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    button.setAttribute('aria-disabled', 'true');
    button.textContent = words.working;
    place.replaceChildren();
    try {
      const { taskId } = await run();
      location.hash = `#/?task=${encodeURIComponent(taskId)}`;
    } catch (e) {
      button.removeAttribute('aria-disabled');
      button.textContent = label;
      place.replaceChildren(
        notice(
          e.message,
          e.requestNumber &&
            element('a', { href: `#/requests/${encodeURIComponent(e.requestNumber)}` }, words.openRequest(e.requestNumber))
        )
      );
    }
  });
  return { button, place };
}

/** The desks to ask (guide, appendix). */
export function inquiry(desks) {
  return element(
    'section',
    { class: 'portal-inquiry', id: 'portal-inquiry', tabindex: '-1', 'aria-label': words.inquiry },
    element('h2', {}, words.inquiry),
    element(
      'ul',
      {},
      desks.map(desk =>
        element(
          'li',
          { lang: 'ja' },
          element('h3', {}, desk.title),
          element('p', {}, desk.name),
          element('p', {}, `${words.tel} : `, element('a', { href: `tel:${desk.tel.replace(/[^0-9+]/g, '')}` }, desk.tel)),
          element('p', {}, `${words.hours}：${desk.hours}`),
          element('p', {}, `${words.email}: `, element('a', { href: `mailto:${desk.email}` }, desk.email))
        )
      )
    )
  );
}

export function inquiryButton() {
  return element(
    'button',
    {
      type: 'button',
      class: 'portal-button',
      onclick: () => {
        const desks = document.getElementById('portal-inquiry');
        desks.scrollIntoView();
        desks.focus();
      }
    },
    words.inquiry
  );
}
