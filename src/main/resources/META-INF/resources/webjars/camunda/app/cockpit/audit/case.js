// The history of one case.

import {diagram} from './diagram.js';
import {el, facts, replace, table, tabs} from './dom.js';
import {address, caseLink, read} from './server.js';
import {date, duration, loadWords, time, word, yen} from './words.js';

/** Shows the case whose id stands in the address. */
export async function showCase(node) {
  const id = decodeURIComponent(location.hash.match(/process-instance\/([^/?]+)/)[1]);
  const page = el('div', {class: 'audit-page'});
  node.append(page);
  await loadWords();
  replace(page, el('p', {role: 'status'}, word('loading')));
  try {
    const history = await read(`case/${encodeURIComponent(id)}`);
    replace(page, content(history));
  } catch (fault) {
    replace(page, el('h1', {}, word('caseTitle')), el('p', {role: 'alert'}, fault.message || word('failed')));
  }
}

function content(history) {
  const {process} = history;
  const path = `case/${encodeURIComponent(process.id)}`;
  const number = history.requests.length ? history.requests[0].number : process.businessKey || process.id;
  return [
    el('nav', {class: 'audit-crumbs', 'aria-label': word('back')},
      el('a', {href: '#/audit'}, word('audit')), ' » ',
      el('a', {href: `#/process-definition/${encodeURIComponent(process.definitionId)}/history`},
        process.definitionName), ' » ',
      el('span', {'aria-current': 'page'}, number),
      process.endedAt ? null : [' | ', el('a', {href: `#/process-instance/${encodeURIComponent(process.id)}/runtime`},
        word('runtime'))]),
    el('h1', {}, `${word('caseTitle')}　${number}`),
    el('p', {class: 'audit-buttons'},
      el('a', {class: 'btn btn-default', href: address(`${path}/export.html`), download: true}, word('exportHtml')),
      el('a', {class: 'btn btn-default', href: address(`${path}/export.json`), download: true}, word('exportJson'))),
    el('h2', {}, word('overview')),
    overview(history),
    el('h2', {}, word('diagram')),
    diagram(history.diagram, history.path),
    tabs(word('tabs'), [
      {id: 'timeline', content: () => timeline(history)},
      {id: 'forms', content: () => forms(history)},
      {id: 'variables', content: () => variables(history)},
      {id: 'decisions', content: () => decisions(history)},
      {id: 'mails', content: () => mails(history)},
      {id: 'events', content: () => events(history)},
      {id: 'operations', content: () => operations(history)},
      {id: 'incidents', content: () => incidents(history)}
    ].map(tab => ({...tab, name: word(`tab.${tab.id}`)})))
  ];
}

function overview({process, versionTag, deleteReason, requests, related}) {
  return [
    facts([
      [word('fact.process'), process.definitionName],
      [word('fact.version'), versionTag ? `${process.definitionVersion}（${versionTag}）` : process.definitionVersion],
      [word('fact.id'), process.id],
      [word('fact.state'), word(`state.${process.state}`)],
      [word('fact.startedBy'), process.startedBy],
      [word('fact.started'), time(process.startedAt)],
      [word('fact.ended'), time(process.endedAt)],
      [word('fact.duration'), duration(process.durationMillis)],
      [word('fact.deleteReason'), deleteReason],
      ...related.map(other => [word('fact.related'),
        el('a', {href: caseLink(other.id), class: 'audit-related'},
          `${other.definitionName}　${time(other.startedAt)}`)])
    ]),
    requests.map(request => [
      el('h3', {}, `${word('fact.requests')} ${request.number}`),
      facts([
        [word('fact.kind'), request.kind],
        [word('fact.status'), request.status],
        [word('fact.company'), `${request.companyName}　${request.contactName}`],
        [word('fact.login'), request.login],
        [word('fact.contract'), request.contractNumber],
        [word('fact.service'), `${request.category}　${request.service}`],
        [word('fact.appliedOn'), date(request.appliedOn)],
        [word('fact.cancellationDate'), date(request.cancellationDate)],
        [word('fact.reason'), request.reason && text(request.reason)],
        [word('fact.domain'), request.domainDisposition && word(`domain.${request.domainDisposition}`)],
        [word('fact.shortfall'), request.shortfallMonths === null ? ''
          : word('times', {count: request.shortfallMonths})],
        [word('fact.amount'), yen(request.settlementAmount)],
        [word('fact.decisionVersion'), request.decisionVersion]
      ])
    ])
  ];
}

const list = (name, rows, columns, cells) => rows.length
  ? table(word(`tab.${name}`), columns.map(column => word(`col.${column}`)), rows.map(cells))
  : el('p', {}, word('none'));

const text = value => el('span', {class: 'audit-text'}, value === null || value === undefined ? '' : value);

const who = by => by || word('system');

const timeline = ({timeline: steps}) => list('timeline', steps,
  ['step', 'type', 'who', 'started', 'ended', 'duration'],
  step => [step.name + (step.canceled ? word('canceledMark') : ''), word(`type.${step.type}`), who(step.by),
    time(step.startedAt), time(step.endedAt), duration(step.durationMillis)]);

const forms = ({forms: answered}) => answered.length
  ? answered.map(form => el('section', {class: 'audit-form'},
    el('h3', {}, `${form.name}　${form.by || ''}　${time(form.answeredAt)}`),
    form.fields.length
      ? facts(form.fields.map(field => [field.label, text(field.text === null ? word('empty') : field.text)]))
      : el('p', {}, word('noFields'))))
  : el('p', {}, word('none'));

const variables = ({variables: changes}) => list('variables', changes,
  ['at', 'variable', 'step', 'old', 'new', 'by'],
  change => [time(change.at), change.name, change.step, text(change.oldValue), text(change.newValue), who(change.by)]);

const values = all => all.map(({name, value}) => el('div', {}, `${name}: ${value === null ? '' : value}`));

const decisions = ({decisions: made}) => list('decisions', made,
  ['at', 'decision', 'version', 'inputs', 'outputs', 'rules'],
  decision => [time(decision.at), decision.name,
    decision.versionTag ? `${decision.version}（${decision.versionTag}）` : decision.version,
    values(decision.inputs), values(decision.outputs),
    decision.rules.map(rule => el('div', {}, `${word('rule.row', {row: rule.row})} ${rule.description || ''}`))]);

const mails = ({mails: sent}) => sent.length
  ? sent.map(mail => el('section', {},
    el('h3', {}, mail.subject),
    facts([
      [word('mail.recipient'), `${mail.recipientName} <${mail.recipient}>`],
      ['Message-ID', mail.messageId],
      [word('mail.status'), word(`mail.${mail.status}`)],
      [word('mail.attempts'), word('times', {count: mail.attempts})],
      [word('mail.created'), time(mail.createdAt)],
      [word('mail.sent'), time(mail.sentAt)],
      [word('mail.reply'), mail.lastReply && text(mail.lastReply)],
      [word('mail.body'), text(mail.body)]
    ])))
  : el('p', {}, word('none'));

const changed = facts => Object.entries(facts).map(([name, value]) => el('div', {}, `${name}: ${value}`));

const events = ({events: entries}) => list('events', entries,
  ['request', 'seq', 'at', 'by', 'event', 'old', 'new', 'hash'],
  entry => [entry.requestNumber, entry.seq, time(entry.at), entry.by, word(`event.${entry.type}`),
    changed(entry.before), changed(entry.after), el('code', {class: 'audit-hash', title: entry.hash},
      entry.hash.slice(0, 12))]);

const operations = ({operations: done}) => list('operations', done,
  ['at', 'by', 'operation', 'entity', 'property', 'old', 'new', 'annotation'],
  operation => [time(operation.at), operation.by, word(`operation.${operation.operation}`),
    word(`entity.${operation.entity}`) + (operation.step ? `「${operation.step}」` : ''),
    operation.property ? word(`property.${operation.property}`) : '', text(operation.oldValue),
    text(operation.newValue), text(operation.annotation)]);

function incidents({incidents: found}) {
  return list('incidents', found, ['at', 'type', 'step', 'message', 'state', 'until'], incident => {
    const [state, count] = incident.state.split(':');
    return [time(incident.at), word(`incident.${incident.type}`), incident.step, text(incident.message),
      word(`incidentState.${state}`, {count}), time(incident.until)];
  });
}
