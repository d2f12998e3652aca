// ご契約一覧 (guide 3) and お申込一覧 (guide 8): searched and turned page by page on the server.
import { element, status } from './elements.js';
import { here, page } from './page.js';
import { get } from './server.js';
import { words } from './words.js';

/** What was used last, so that the focus comes back to it on the page that follows. */
let used = null;

function list({ path, title, lead, searchLabel, empty, caption, columns }) {
  return page({
    path,
    title,
    load: async api => {
      const { parameters } = here();
      const search = parameters.get('search') || '';
      const wanted = new URLSearchParams({ search, page: parameters.get('page') || '1' });
      return { search, found: await get(api, `${path.slice(1)}?${wanted}`) };
    },
    draw: ({ search, found }) => {
      const drawn = [
        element('p', { class: 'portal-lead' }, lead),
        searchForm(path, searchLabel, search),
        outcome(search, found, empty),
        found.rows.length > 0 && table(caption, columns, found.rows),
        found.total > found.size && paging(path, search, found)
      ];
      used = null;
      return drawn;
    }
  });
}

function searchForm(path, label, search) {
  const input = element('input', {
    type: 'search',
    id: 'portal-search',
    value: search,
    maxlength: '100',
    autocomplete: 'off',
    'data-focus': used === 'search'
  });
  return element(
    'form',
    {
      class: 'portal-search',
      role: 'search',
      onsubmit: event => {
        event.preventDefault();
        used = 'search';
        go(path, input.value.trim(), 1);
      }
    },
    element('label', { for: 'portal-search' }, label),
    element(
      'div',
      {},
      input,
      element('button', { type: 'submit', class: 'portal-button' }, words.search),
      search && element('a', { href: `#${path}`, onclick: () => (used = 'search') }, words.all)
    )
  );
}

function address(path, search, number) {
  const parameters = new URLSearchParams();
  if (search) {
    parameters.set('search', search);
  }
  if (number > 1) {
    parameters.set('page', number);
  }
  const text = parameters.toString();
  return `#${path}${text && `?${text}`}`;
}

function go(path, search, number) {
  const target = address(path, search, number);
  if (location.hash === target) {
    used = null;
  } else {
    location.hash = target;
  }
}

function outcome(search, found, empty) {
  let sentence;
  if (found.total === 0) {
    sentence = search ? words.nothingFound(search) : empty;
  } else if (found.rows.length === 0) {
    sentence = words.pastTheEnd;
  } else {
    const from = (found.page - 1) * found.size + 1;
    const counts = [found.total, from, from + found.rows.length - 1].map(count => count.toLocaleString('ja-JP'));
    sentence = search ? words.found(search, ...counts) : words.shown(...counts);
  }
  return element(
    'p',
    { class: found.rows.length ? 'portal-count' : 'portal-empty', role: 'status', tabindex: '-1', 'data-focus': used === 'page' },
    sentence
  );
}

// The roles say once more what the elements say: on a narrow screen the rows are laid out as cards, and would lose them.
function table(caption, columns, rows) {
  return element(
    'table',
    { class: 'portal-table', role: 'table' },
    element('caption', {}, caption),
    element(
      'thead',
      { role: 'rowgroup' },
      element(
        'tr',
        { role: 'row' },
        columns.map(column => element('th', { scope: 'col', role: 'columnheader' }, column.label))
      )
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map(row => element('tr', { role: 'row' }, columns.map(column => cell(column, row))))
    )
  );
}

function cell(column, row) {
  const named = { 'data-label': column.label, class: column.name && `portal-cell-${column.name}` };
  const content = element('div', { lang: column.lang === undefined ? 'ja' : column.lang }, column.of(row));
  return column.header
    ? element('th', { ...named, scope: 'row', role: 'rowheader' }, content)
    : element('td', { ...named, role: 'cell' }, content);
}

function detailLink(path, number) {
  return element(
    'a',
    { class: 'portal-detail', href: `#${path}/${encodeURIComponent(number)}`, 'aria-label': words.detailOf(number) },
    words.detail
  );
}

function paging(path, search, { total, page: current, size }) {
  const last = Math.ceil(total / size);
  const shown = [1, current - 1, current, current + 1, last].filter(number => number >= 1 && number <= last);
  const numbers = [...new Set(shown)].sort((one, other) => one - other);
  const link = (number, text, label) =>
    element('a', { href: address(path, search, number), 'aria-label': label, onclick: () => (used = 'page') }, text);
  return element(
    'nav',
    { class: 'portal-paging', 'aria-label': words.pages },
    element(
      'ul',
      {},
      current > 1 && element('li', {}, link(Math.min(current - 1, last), '‹', words.previous)),
      numbers.flatMap((number, index) => [
        index > 0 && number - numbers[index - 1] > 1 && element('li', { class: 'portal-gap', 'aria-hidden': 'true' }, '…'),
        element(
          'li',
          {},
          number === current
            ? element('span', { 'aria-current': 'page', 'aria-label': words.page(number) }, `${number}`)
            : link(number, `${number}`, words.page(number))
        )
      ]),
      current < last && element('li', {}, link(current + 1, '›', words.next))
    )
  );
}

function contractStatus(row) {
  return [
    status(row),
    row.note && element('p', { class: 'portal-note' }, row.note),
    row.draft &&
      element(
        'a',
        { href: `#/requests/${encodeURIComponent(row.draft.requestNumber)}`, lang: '' },
        words.openRequest(row.draft.requestNumber)
      )
  ].filter(Boolean);
}

export const contracts = list({
  path: '/contracts',
  title: words.contracts,
  lead: words.contractsLead,
  searchLabel: words.searchContracts,
  empty: words.noContracts,
  caption: words.contracts,
  columns: [
    { label: words.detail, name: 'detail', lang: null, of: row => detailLink('/contracts', row.contractNumber) },
    { label: words.contractNumber, header: true, of: row => row.contractNumber },
    { label: words.category, name: 'short', of: row => row.category },
    { label: words.service, of: row => row.service },
    { label: words.startDate, name: 'short', of: row => row.startDate },
    { label: words.status, name: 'status', of: contractStatus }
  ]
});

export const requests = list({
  path: '/requests',
  title: words.requests,
  lead: words.requestsLead,
  searchLabel: words.searchRequests,
  empty: words.noRequests,
  caption: words.requests,
  columns: [
    { label: words.detail, name: 'detail', lang: null, of: row => detailLink('/requests', row.requestNumber) },
    { label: words.requestNumber, header: true, of: row => row.requestNumber },
    { label: words.serviceCategory, name: 'short', of: row => row.category },
    { label: words.service, of: row => row.service },
    {
      label: words.appliedOn,
      lang: null,
      of: row => row.appliedOn || element('span', { class: 'portal-unseen' }, words.notYet)
    },
    { label: words.status, name: 'status', of: row => status(row) }
  ]
});
