// Asks the engine and the portal's back end, as the person who is logged in.

const root = document.querySelector('base').getAttribute('app-root');
const engine = () => (location.pathname.match(/\/app\/tasklist\/([^/]+)/) || [])[1] || 'default';

async function json(path) {
  const answer = await fetch(`${root}/api/${path}`, { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`${path.split('?')[0]}: ${answer.status}`);
  }
  return answer.json();
}

const ofEngine = path => json(`engine/engine/${engine()}/${path}`);

/** Who is logged in: `{userId, customer, staff, administrator, …}`. */
export const me = () => json(`tasklist/plugin/portal/${engine()}/me`);

export const task = id => ofEngine(`task/${encodeURIComponent(id)}`);

/** The form as the process owner drew it, with the properties that only this script reads. */
export const formOf = taskId => ofEngine(`task/${encodeURIComponent(taskId)}/deployed-form`);

/** The step of a case that waits for this person, or undefined. */
export async function nextTask(processInstanceId, userId) {
  const wanted = new URLSearchParams({ processInstanceId, assignee: userId, sortBy: 'created', sortOrder: 'desc' });
  return (await ofEngine(`task?${wanted}`))[0];
}

export const countOf = filterId => ofEngine(`filter/${encodeURIComponent(filterId)}/count`);
