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

const links = [];

// Who may only read sees no button that the server would refuse; who is no auditor is not led here. The server decides all the
// same. Asked again after each log-in.
function showWhatIsAllowed() {
  whoAsks().then(({auditor, reader}) => {
    links.forEach(link => { link.style.display = auditor ? '' : 'none'; });
    document.documentElement.classList.toggle('portal-reader', reader);
  }).catch(() => {});
}

const page = show => (node, data) => {
  showWhatIsAllowed();
  show(node, data);
};

const view = pluginPoint => ({
  id: 'history', pluginPoint, priority: 10, properties: {label: history}, render() { showWhatIsAllowed(); }
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
    render(node) {
      const link = el('a', {href: '#/audit', style: 'display: none'}, audit);
      links.push(link);
      node.append(link);
      showWhatIsAllowed();
    }
  }
];

window.addEventListener('hashchange', () => location.hash.startsWith('#/login') || showWhatIsAllowed());
showWhatIsAllowed();

export default plugins;
