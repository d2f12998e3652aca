// What a person may not do is not shown: a class for each role on the page, and the rest in style sheets. Until the role is known
// the page shows what everybody may do.
import { me } from './server.js';

const ROLES = ['customer', 'staff', 'administrator'];
const page = document.documentElement;

let asked = null;

/** Who is logged in; asked anew after each log-in. */
export function person() {
  asked =
    asked ||
    me().then(
      known => {
        ROLES.forEach(role => page.classList.toggle(`portal-role-${role}`, Boolean(known[role])));
        return known;
      },
      e => {
        asked = null;
        throw e;
      }
    );
  return asked;
}

function forget() {
  asked = null;
  ROLES.forEach(role => page.classList.remove(`portal-role-${role}`));
}

function markPlace() {
  const [path, parameters] = location.hash.replace(/^#/, '').split('?');
  page.classList.toggle('portal-task-open', (path || '/') === '/' && new URLSearchParams(parameters).has('task'));
  if (['/login', '/logout'].includes(path)) {
    forget();
  }
}

page.classList.add('portal-journey');
markPlace();
window.addEventListener('hashchange', markPlace);

/** Drawn once for each log-in, which is when the role is to be asked for. */
export const roleOfThePerson = {
  id: 'portal-role',
  pluginPoint: 'tasklist.navbar.action',
  priority: -1000,
  render: () => {
    forget();
    markPlace();
    person().catch(console.error);
  }
};
