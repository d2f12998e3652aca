// ご契約情報詳細 (guide 4) and お申込情報詳細 (guide 6), with what can be done from there.
import { element, facts, status } from './elements.js';
import { action, here, inquiry, inquiryButton, page } from './page.js';
import { get, post } from './server.js';
import { tabs } from './tabs.js';
import { words } from './words.js';

/** The number at the end of the address. */
function number() {
  return encodeURIComponent(decodeURIComponent(here().path.split('/').pop()));
}

function backLink(path, label) {
  return element('a', { class: 'portal-button', href: `#${path}` }, label);
}

function actions(...buttons) {
  return element('div', { class: 'portal-actions', role: 'group', 'aria-label': words.actions }, buttons.filter(Boolean));
}

export const contract = page({
  path: '/contracts/:number',
  title: words.contract,
  load: api => get(api, `contracts/${number()}`),
  draw: (shown, { api }) => {
    const cancel =
      shown.cancellable &&
      action(words.cancel, 'portal-main', () => post(api, `contracts/${encodeURIComponent(shown.contractNumber)}/cancellation`));
    return [
      element('p', { class: 'portal-lead' }, words.contractLead1, element('br'), words.contractLead2),
      !shown.cancellable && blocked(shown),
      element(
        'section',
        { class: 'portal-panel' },
        element('h2', {}, words.contractInformation),
        facts([
          [words.contractNumber, shown.contractNumber],
          [words.contractStatus, status(shown)],
          [words.serviceCategory, shown.category],
          [words.service, shown.service],
          [words.startDate, shown.startDate],
          [words.monthlyFee, shown.monthlyFee || words.feeUnknown, words.estimate]
        ])
      ),
      actions(cancel && cancel.button, inquiryButton(), backLink('/contracts', words.back)),
      cancel && cancel.place,
      element('p', { class: 'portal-note' }, words.otherChanges),
      inquiry(shown.desks)
    ];
  }
});

function blocked(shown) {
  return element(
    'div',
    { class: 'portal-notice portal-blocked' },
    element('p', { lang: 'ja' }, shown.note),
    shown.draft &&
      element(
        'a',
        { href: `#/requests/${encodeURIComponent(shown.draft.requestNumber)}` },
        words.openRequest(shown.draft.requestNumber)
      )
  );
}

export const request = page({
  path: '/requests/:number',
  title: words.request,
  load: api => get(api, `requests/${number()}`),
  draw: (shown, { api }) => {
    const submit =
      shown.submittable &&
      action(words.submit, 'portal-main', () => post(api, `contracts/${encodeURIComponent(shown.contractNumber)}/cancellation`));
    const withdraw =
      shown.withdrawable &&
      action(words.withdraw, 'portal-danger', () =>
        post(api, `requests/${encodeURIComponent(shown.requestNumber)}/withdrawal`)
      );
    return [
      lead(shown) && element('p', { class: 'portal-lead' }, lead(shown)),
      tabs(words.request, [
        [words.tabs[0], basics(shown)],
        [words.tabs[1], service(shown)],
        [words.tabs[2], others(shown)],
        [words.tabs[3], element('p', {}, words.noAttachments)],
        [words.tabs[4], reason(shown)]
      ]),
      actions(submit && submit.button, withdraw && withdraw.button, inquiryButton(), backLink('/requests', words.back)),
      submit && submit.place,
      withdraw && withdraw.place,
      inquiry(shown.desks)
    ];
  }
});

function lead(shown) {
  if (shown.submittable) {
    return words.submitLead;
  }
  if (shown.withdrawable) {
    return words.draftLead(shown.status);
  }
  return { PARTNER_DRAFT: words.partnerLead, RECEIVED: words.receivedLead }[shown.state];
}

function basics(shown) {
  return element(
    'details',
    { open: true },
    element('summary', {}, words.information.replace('▼ ', '')),
    facts([
      [words.serviceCategory, shown.category],
      [words.requestNumber, shown.requestNumber],
      [words.serviceName, shown.service],
      [words.licence, shown.contractNumber],
      [words.status, status(shown)],
      [words.kind, shown.kind],
      [words.appliedOn, shown.appliedOn || words.notYet]
    ])
  );
}

function service(shown) {
  const short = shown.shortfallMonths > 0;
  return facts([
    [words.serviceCategory, shown.category],
    [words.serviceName, shown.service],
    [words.contractNumber, shown.contractNumber && contractLink(shown.contractNumber)],
    [words.cancellationDate, shown.cancellationDate, words.endsAt],
    [words.desiredMonth, shown.desiredMonth],
    [words.cutoffDeadline, shown.state === 'CANCELLATION_DRAFT' && shown.cutoffDeadline],
    [words.minimumTerm, shown.minimumTerm],
    [words.minimumTermEnd, shown.minimumTermEnd],
    [words.shortfall, short && words.times(shown.shortfallMonths)],
    [words.settlement, short && shown.settlement, words.settlementNote],
    [words.freeFrom, short && shown.state === 'CANCELLATION_DRAFT' && shown.freeFrom]
  ].map(([name, text, note]) => [name, text || '', note]));
}

function contractLink(contractNumber) {
  return element('a', { href: `#/contracts/${encodeURIComponent(contractNumber)}` }, contractNumber);
}

function others(shown) {
  return facts([
    [words.companyName, shown.companyName],
    [words.contactName, shown.contactName],
    [words.login, shown.login]
  ]);
}

function reason(shown) {
  return shown.cancellation
    ? facts([
        [words.tabs[4], element('span', { class: 'portal-typed' }, shown.reason)],
        [words.domain, shown.domain]
      ])
    : element('p', {}, words.noReason);
}
