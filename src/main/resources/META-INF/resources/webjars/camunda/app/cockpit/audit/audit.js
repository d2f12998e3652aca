// The auditors' pages in Cockpit: the slot "history" of definitions and instances, and a search of their own.
// Cockpit leads links to finished instances here.

import {showCase} from './case.js';
import {el} from './dom.js';
import {showList} from './list.js';
import {whoAsks} from './server.js';
import {japanese} from './words.js';

const history = japanese ? '履歴' : 'History';
const audit = japanese ? '監査' : 'Audit';

document.head.append(el('link', {rel: 'stylesheet', href: new URL('audit.css', import.meta.url).href}));

// Who may only read sees no button that the server would refuse. Asked again after each log-in.
function hideWhatIsRefused() {
  whoAsks().then(({reader}) => document.documentElement.classList.toggle('portal-reader', reader)).catch(() => {});
}

const page = show => (node, data) => {
  hideWhatIsRefused();
  show(node, data);
};

const view = pluginPoint => ({
  id: 'history', pluginPoint, priority: 10, properties: {label: history}, render() { hideWhatIsRefused(); }
});

const route = (id, path, show) => ({id, pluginPoint: 'cockpit.route', properties: {path}, render: page(show)});

const plugins = [
  view('cockpit.processInstance.view'),
  view('cockpit.processDefinition.view'),
  route('auditCase', '/process-instance/:id/history', showCase),
  route('auditDefinition', '/process-definition/:id/history', showList),
  route('auditSearch', '/audit', showList),
  {
    id: 'audit', pluginPoint: 'cockpit.navigation', priority: 50, properties: {path: '#/audit', label: audit},
    access: [() => decide => whoAsks().then(({auditor}) => decide(null, auditor), () => decide(null, false))],
    render() {}
  }
];

window.addEventListener('hashchange', () => location.hash.startsWith('#/login') || hideWhatIsRefused());
hideWhatIsRefused();

export default plugins;
