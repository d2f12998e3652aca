// After a step comes the next step of the same case, without a search for it in a list.
import { person } from './role.js';
import { nextTask } from './server.js';
import { words } from './words.js';

const SENT = /\/engine\/[^/]+\/(task|process-definition)\/([^/]+)\/submit-form$/;
const REQUESTS = '#/requests';

/** The case of each task that was opened: once a task is done, nobody can be asked for it. */
const cases = new Map();

/** What the next view has to say first, and whether it takes the focus. */
let carried = null;

export function remember(taskId, processInstanceId) {
  cases.set(taskId, processInstanceId);
}

/** What was left to be said and done when a view is shown; once. */
export function arrival() {
  const now = carried || { sentence: '', focus: false };
  carried = null;
  return now;
}

async function openNext(processInstanceId, sentence) {
  const { userId, customer } = await person();
  const next = await nextTask(processInstanceId, userId);
  if (next) {
    carried = { sentence, focus: true };
    const parameters = new URLSearchParams(location.hash.split('?')[1]);
    ['task', 'detailsTab', 'processStart'].forEach(name => parameters.delete(name));
    parameters.set('task', next.id);
    location.hash = `#/?${parameters}`;
  } else if (customer) {
    location.hash = REQUESTS;
  }
}

function answered(kind, id, request) {
  const done = request.status >= 200 && request.status < 300;
  const overtaken = request.status === 409 || request.status === 404;
  if (kind === 'process-definition' && done) {
    const started = typeof request.response === 'string' ? JSON.parse(request.response) : request.response;
    return openNext(started.id, '');
  }
  if (kind === 'task' && cases.has(id) && (done || overtaken)) {
    return openNext(cases.get(id), done ? '' : words.overtaken);
  }
  return null;
}

const listeners = new Set();

/** Tells of each answer that is sent, when it goes (`true`) and when it is through (`false`). */
export function onSending(listener) {
  listeners.add(listener);
}

/** Tasklist tells nobody that a form went through, so what it sends is listened to. */
export function listen() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    const sent = /^post$/i.test(method) && SENT.exec(new URL(url, location.href).pathname);
    if (sent) {
      listeners.forEach(listener => listener(true));
      this.addEventListener('loadend', () => {
        listeners.forEach(listener => listener(false));
        // Tasklist clears the task from the address first.
        setTimeout(() => Promise.resolve(answered(sent[1], sent[2], this)).catch(console.error));
      });
    }
    return open.call(this, method, url, ...rest);
  };
}
