// The search, for one definition or for all.

import {el, replace, table, tabs} from './dom.js';
import {address, caseLink, read} from './server.js';
import {date, duration, loadWords, time, word, yen} from './words.js';

const KEPT = 'portal-audit-criteria';
const DRAFTS = 'CANCELLATION_DRAFT,CHANGE_DRAFT,DRAFT,PARTNER_DRAFT';

/** Shows the search; with a definition in the address, its processes too. */
export async function showList(node) {
  const found = location.hash.match(/process-definition\/([^/?]+)/);
  const definitionKey = found ? decodeURIComponent(found[1]).split(':')[0] : '';
  const page = el('div', {class: 'audit-page'});
  node.append(page);
  await loadWords();
  replace(page,
    el('nav', {class: 'audit-crumbs', 'aria-label': word('audit')},
      el('a', {href: '#/audit'}, word('audit')),
      found ? [' » ', el('a', {href: `#/process-definition/${found[1]}/runtime`}, word('runtime'))] : null),
    el('h1', {}, word('auditTitle')),
    tabs(word('audit'), [
      {id: 'requests', name: word('tab.requests'), content: requests},
      {id: 'processes', name: word('tab.processes'), content: () => processes(definitionKey)},
      {id: 'check', name: word('tab.check'), content: check},
      {id: 'accesses', name: word('tab.accesses'), content: accesses}
    ]));
}

const field = (name, input) => el('label', {class: 'audit-field'}, el('span', {}, word(name)), input);

const input = (name, more = {}) => field(name, el('input', {name, class: 'form-control', ...more}));

const select = (name, options) => field(name, el('select', {name, class: 'form-control'},
  options.map(([value, label]) => el('option', {value}, word(label)))));

function form(fields, onSubmit, ...buttons) {
  return el('form', {
    class: 'audit-search', autocomplete: 'off', submit: event => { event.preventDefault(); onSubmit(event.target); }
  }, fields, el('div', {class: 'audit-buttons'},
    el('button', {type: 'submit', class: 'btn btn-primary'}, word('search')), buttons));
}

const typed = fields => Object.fromEntries(new FormData(fields));

function requests() {
  const counts = el('div', {class: 'audit-counts', role: 'status'});
  const result = el('div', {'aria-live': 'polite'});
  const services = el('datalist', {id: 'audit-services'});
  const csv = el('a', {class: 'btn btn-default', download: true}, word('csv'));
  const search = form([
    select('period', ['APPLIED', 'CREATED', 'CLOSED', 'CANCELLATION'].map(key => [key, `period.${key}`])),
    input('from', {type: 'text', placeholder: '2019/10/01'}),
    input('to', {type: 'text', placeholder: '2019/10/31'}),
    input('number', {placeholder: 'R-20191015-300000'}),
    input('contract'),
    input('company'),
    input('login'),
    input('service', {list: 'audit-services'}),
    field('outcome', el('select', {name: 'outcomes', class: 'form-control'},
      [['', 'any'], ['COMPLETED', 'outcome.COMPLETED'], ['WITHDRAWN', 'outcome.WITHDRAWN'],
        ['RETURNED', 'outcome.RETURNED'], ['RETRACTED', 'outcome.RETRACTED'], ['RECEIVED', 'outcome.RECEIVED'],
        [DRAFTS, 'outcome.drafts']].map(([value, label]) => el('option', {value}, word(label))))),
    input('amountFrom', {inputmode: 'numeric'}),
    input('amountTo', {inputmode: 'numeric'}),
    select('sort', ['NUMBER', 'APPLIED', 'CREATED', 'CLOSED', 'CANCELLATION', 'AMOUNT'].map(key => [key, `sort.${key}`])),
    select('direction', [['desc', 'desc'], ['asc', 'asc']]),
    services
  ], () => show(0),
  el('button', {type: 'button', class: 'btn btn-default', click: () => { search.reset(); show(0); }}, word('clear')), csv);

  const kept = JSON.parse(sessionStorage.getItem(KEPT) || '{}');
  Object.entries(kept).forEach(([name, value]) => {
    if (search.elements[name]) {
      search.elements[name].value = value;
    }
  });
  read('services').then(all => replace(services, all.map(value => el('option', {value})))).catch(() => {});
  show(0);

  async function show(page) {
    const criteria = typed(search);
    sessionStorage.setItem(KEPT, JSON.stringify(criteria));
    csv.href = address('cases.csv', criteria);
    replace(result, el('p', {}, word('loading')));
    try {
      const [found, outcomes] = await Promise.all([
        read('cases', {...criteria, page}), page ? null : read('outcomes', criteria)]);
      if (outcomes) {
        replace(counts, summary(outcomes));
      }
      replace(result, rows(found), pager(found, show));
    } catch (fault) {
      replace(counts);
      replace(result, el('p', {role: 'alert', class: 'alert alert-danger'}, fault.message || word('failed')));
    }
  }

  return [search, counts, result];
}

function summary(outcomes) {
  const total = outcomes.reduce((sum, {count}) => sum + count, 0);
  return [
    el('strong', {}, `${word('total')} ${total.toLocaleString('ja-JP')}${word('cases')}`),
    outcomes.map(({label, count}) => el('span', {}, `${label} ${count.toLocaleString('ja-JP')}${word('cases')}`))
  ];
}

const rows = ({rows: found}) => found.length
  ? table(word('searchResults'), ['number', 'status', 'contract', 'company', 'service', 'login', 'appliedOn',
    'cancellationDate', 'amount', 'closedAt', 'processes'].map(column => word(`col.${column}`)),
  found.map(row => [
    row.processes.length ? el('a', {href: caseLink(row.processes[0].id)}, row.number) : row.number,
    row.statusLabel, row.contractNumber, row.companyName, `${row.category} ${row.service}`, row.login,
    date(row.appliedOn), date(row.cancellationDate), yen(row.settlementAmount), time(row.closedAt),
    row.processes.map(process => el('div', {}, el('a', {
      href: caseLink(process.id), 'aria-label': `${row.number} ${process.definitionName}`
    }, process.definitionName), ` ${process.endedAt ? duration(process.durationMillis) : word('running')}`))]))
  : el('p', {}, word('notFound'));

const pager = ({page, more}, show) => el('div', {class: 'audit-buttons'},
  el('button', {type: 'button', class: 'btn btn-default', disabled: page === 0, click: () => show(page - 1)}, word('previous')),
  el('span', {}, word('page', {page: page + 1})),
  el('button', {type: 'button', class: 'btn btn-default', disabled: !more, click: () => show(page + 1)}, word('next')));

function processes(definitionKey) {
  const result = el('div', {'aria-live': 'polite'});
  const search = form([
    field('processes.startedBy', el('input', {name: 'startedBy', class: 'form-control'})),
    field('processes.state', el('select', {name: 'state', class: 'form-control'},
      [['all', 'any'], ['running', 'processes.running'], ['finished', 'processes.finished']]
        .map(([value, label]) => el('option', {value}, word(label)))))
  ], () => show(0));
  show(0);

  async function show(page) {
    replace(result, el('p', {}, word('loading')));
    try {
      const found = await read('processes', {definitionKey, ...typed(search), page});
      replace(result, found.rows.length
        ? table(word('tab.processes'), ['process', 'businessKey', 'version', 'startedBy', 'started', 'ended', 'duration', 'state']
          .map(column => word(`col.${column}`)),
        found.rows.map(process => [
          el('a', {href: caseLink(process.id)}, process.definitionName), process.businessKey, process.definitionVersion,
          process.startedBy, time(process.startedAt), time(process.endedAt), duration(process.durationMillis),
          word(`state.${process.state}`)]))
        : el('p', {}, word('none')), pager(found, show));
    } catch (fault) {
      replace(result, el('p', {role: 'alert', class: 'alert alert-danger'}, fault.message || word('failed')));
    }
  }

  return [search, result];
}

function check() {
  const result = el('div', {role: 'status'});
  const seal = el('input', {name: 'seal', class: 'form-control audit-seal'});
  async function run() {
    replace(result, el('p', {}, word('loading')));
    try {
      const found = await read('log-check', {seal: seal.value.trim()});
      replace(result,
        el('p', {class: found.unchanged ? 'alert alert-success' : 'alert alert-danger'},
          word(found.unchanged ? 'check.unchanged' : 'check.changed')),
        el('p', {}, word('check.counted', {requests: found.requests.toLocaleString('ja-JP'),
          entries: found.entries.toLocaleString('ja-JP')})),
        found.matchesSeal === null ? null : el('p', {}, word(found.matchesSeal ? 'check.matches' : 'check.differs')),
        el('ul', {}, found.findings.map(finding => el('li', {},
          `${word('finding.row', {number: finding.requestNumber, seq: finding.seq})}: ${word(`finding.${finding.kind}`)}`))),
        el('p', {}, word('check.newSeal')), el('code', {class: 'audit-text'}, found.seal));
    } catch (fault) {
      replace(result, el('p', {role: 'alert', class: 'alert alert-danger'}, fault.message || word('failed')));
    }
  }
  return [
    el('p', {}, word('check.explain')),
    field('check.seal', seal),
    el('p', {class: 'audit-buttons'}, el('button', {type: 'button', class: 'btn btn-primary', click: run}, word('check.run'))),
    result
  ];
}

function accesses() {
  const result = el('div', {}, el('p', {}, word('loading')));
  read('accesses').then(all => replace(result, table(word('tab.accesses'),
    ['at', 'by', 'what', 'request', 'detail'].map(column => word(`col.${column}`)),
    all.map(access => [time(access.occurredAt), access.actor, word(`access.${access.action}`), access.requestNumber,
      access.processInstanceId
        ? el('a', {href: caseLink(access.processInstanceId)}, access.detail || access.processInstanceId)
        : access.detail]))))
    .catch(fault => replace(result, el('p', {role: 'alert'}, fault.message || word('failed'))));
  return result;
}
