// Asks the portal's back end, as the person who is logged in.
import { words } from './words.js';

/** What the back end would not do: its sentence, and the number of the request that stands in the way, where one does. */
export class Refused extends Error {
  constructor(status, message, requestNumber) {
    super(message);
    this.status = status;
    this.requestNumber = requestNumber;
  }
}

/** Read at each call: it changes with the log-in, and a wrong one ends the session. */
function token() {
  const found = document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/);
  return found ? found[1] : '';
}

async function call(api, method, path) {
  let response;
  try {
    response = await fetch(`${api.tasklistApi}/plugin/portal/${api.engine}/${path}`, {
      method,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', ...(method === 'GET' ? {} : { 'X-XSRF-TOKEN': token() }) }
    });
  } catch (e) {
    throw new Refused(0, words.unreachable);
  }
  if (response.status === 401) {
    // The session is over: the log-in page comes, says so to whoever did not end it, and leads back here.
    if (document.documentElement.dataset.portalLoggedOut !== 'true') {
      sessionStorage.setItem('portal-login-ended', '');
    }
    location.reload();
    return new Promise(() => {});
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Refused(response.status, body.message || words.unreachable, body.requestNumber);
  }
  return body;
}

export const get = (api, path) => call(api, 'GET', path);
export const post = (api, path) => call(api, 'POST', path);

let asked;

/** Who is logged in. Asked once for each log-in. */
export function me(api) {
  const session = token();
  if (!asked || asked.session !== session) {
    asked = { session, answer: get(api, 'me') };
    asked.answer.catch(() => (asked = null));
  }
  return asked.answer;
}
