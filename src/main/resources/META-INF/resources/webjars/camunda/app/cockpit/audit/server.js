// Reads from the auditors' endpoints. There is nothing that writes.

const app = location.pathname.split('/app/cockpit')[0];
const engine = (location.pathname.split('/app/cockpit/')[1] || 'default').split('/')[0] || 'default';
const base = `${app}/api/cockpit/plugin/portal-audit/${engine}/`;

/** The server's context, where the viewer's files are. */
export const root = app.slice(0, app.lastIndexOf('/'));

export const address = (path, parameters = {}) => {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''));
  return base + path + (query.size ? `?${query}` : '');
};

/** What the server answers; where it refuses, an error with its sentence. */
export async function read(path, parameters) {
  const answer = await fetch(address(path, parameters), {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  if (answer.status === 401) {
    location.reload();
  }
  if (!answer.ok) {
    const {message} = await answer.json().catch(() => ({}));
    throw new Error(message || '');
  }
  return answer.json();
}

/** What the person may do here; nothing while nobody is logged in. */
export async function whoAsks() {
  const answer = await fetch(address('me'), {credentials: 'same-origin'});
  return answer.ok ? answer.json() : {auditor: false, reader: false};
}

export const caseLink = id => `#/process-instance/${encodeURIComponent(id)}/history`;
