// Cockpit's page 「表を試す」 for process owners: what a changed service-terms.dmn would move, before it is deployed.
// Everything that came from the server is put in as text, never as markup.

const ADDRESS = new URL('../../default/service-terms', import.meta.url).href;
const MOVES = {CHANGED: '変わる', NEWLY_COVERED: '新しく対象になる', NO_LONGER_COVERED: '対象から外れる'};

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}

function table(heads, rows) {
  return el('table', {class: 'table table-striped'},
    el('thead', {}, el('tr', {}, ...heads.map(head => el('th', {scope: 'col'}, head)))),
    el('tbody', {}, ...rows.map(cells => el('tr', {}, ...cells.map(cell => el('td', {}, cell))))));
}

// The token is read at each call: it changes with each log-in.
const token = () => (document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/) || [])[1] || '';

async function call(options) {
  const response = await fetch(ADDRESS, {credentials: 'same-origin', ...options});
  if (response.ok) {
    return response.json();
  }
  if (response.status === 401) {
    throw new Error('ログインの有効期限が切れました。もう一度ログインしてから、お試しください。');
  }
  const answer = await response.json().catch(() => ({}));
  throw new Error(answer.message || '表を試せませんでした。画面を読み込み直して、もう一度お試しください。');
}

const judge = file => call({
  method: 'POST',
  headers: {'Content-Type': 'application/octet-stream', 'X-XSRF-TOKEN': token()},
  body: file
});

const version = request => request.decisionVersion === null ? '' : `表の版 ${request.decisionVersion}`;

function changes(row) {
  return el('ul', {class: 'list-unstyled'}, ...row.changes.map(change =>
    el('li', {}, `${change.label}：${change.before || '（なし）'} → ${change.after || '（なし）'}`)));
}

function summary(answer) {
  const moved = answer.changed + answer.newlyCovered + answer.noLongerCovered;
  return el('div', {},
    el('p', {class: 'lead'}, moved === 0
      ? `ご契約 ${answer.contracts} 件のうち、変わるものはありません。`
      : `ご契約 ${answer.contracts} 件のうち、${moved} 件が変わります。`),
    el('ul', {},
      el('li', {}, `日付や料金などが変わる：${answer.changed} 件`),
      el('li', {}, `新しく対象になる：${answer.newlyCovered} 件`),
      el('li', {}, `対象から外れる（契約センターが個別にご案内）：${answer.noLongerCovered} 件`)),
    el('p', {}, `どのご契約も ${answer.today} に解約をお申込になった場合として、今の表（版 ${answer.deployedVersion}）と比べています。`));
}

function problems(answer) {
  return answer.problems.length === 0 ? '' : el('div', {class: 'alert alert-danger', role: 'alert'},
    el('p', {}, 'この表では判定できないサービスがあります。デプロイすると、お客様のお手続きが止まります。'),
    el('ul', {}, ...answer.problems.map(problem =>
      el('li', {}, `${problem.category}「${problem.service}」（ご契約 ${problem.contracts} 件）：${problem.sentence}`))));
}

function rows(answer) {
  if (answer.rows.length === 0) {
    return '';
  }
  const moved = answer.changed + answer.newlyCovered + answer.noLongerCovered;
  return el('section', {},
    el('h4', {}, '変わるご契約'),
    answer.rows.length < moved ? el('p', {}, `契約番号の順に、はじめの ${answer.rows.length} 件を表示しています。`) : '',
    table(['契約番号', '会社名', 'サービス', '変わり方', '今の表 → 試した表', 'お申込'], answer.rows.map(row => [
      row.contractNumber, row.company, `${row.category} ${row.service}`, MOVES[row.move], changes(row),
      row.openRequest ? `${row.openRequest.number} ${row.openRequest.status} ${version(row.openRequest)}` : ''
    ])));
}

function underWay(answer) {
  return el('section', {},
    el('h4', {}, `お手続き中のお申込（${answer.underWay} 件）`),
    el('p', {}, 'お手続き中のお申込は、判定されたときの版の条件のまま進み、表をデプロイしても変わりません。'
      + '作成中のお申込は、お客様が入力からやり直したときに、そのときの表で判定し直し、新しい日付と料金を確認していただきます。'),
    answer.requests.length < answer.underWay ? el('p', {}, `はじめの ${answer.requests.length} 件を表示しています。`) : '',
    answer.requests.length === 0 ? '' : table(['お申込番号', '契約番号', '会社名', 'サービス', 'ステータス', '解約日', '判定した表'],
      answer.requests.map(request => [
        request.number, request.contractNumber || '', request.company, request.service, request.status,
        request.cancellationDate, version(request)
      ])));
}

function page(node) {
  const result = el('div', {'aria-live': 'polite'});
  const chooser = el('input', {type: 'file', accept: '.dmn', id: 'whatif-file', class: 'form-control'});
  chooser.addEventListener('change', async () => {
    const file = chooser.files[0];
    if (!file) {
      return;
    }
    chooser.disabled = true;
    result.replaceChildren(el('p', {}, `「${file.name}」を試しています…`));
    try {
      const answer = await judge(file);
      result.replaceChildren(
        el('h3', {}, `「${file.name}」の結果`), problems(answer), summary(answer), rows(answer), underWay(answer));
    } catch (error) {
      result.replaceChildren(el('div', {class: 'alert alert-danger', role: 'alert'}, error.message));
    }
    // So that the same file can be chosen again after it was changed.
    chooser.value = '';
    chooser.disabled = false;
  });
  node.replaceChildren(el('div', {class: 'portal-whatif'},
    el('h2', {}, '表を試す'),
    el('p', {}, '変更したサービス条件の表（service-terms.dmn）を選ぶと、どのお客様の解約日や料金が変わるかを、デプロイの前に確かめられます。'
      + '選んだ表は保存もデプロイもしません。'),
    el('label', {for: 'whatif-file'}, '表のファイル（.dmn）'), chooser, result));
}

// Only those whom the server answers are led here; asked again after each log-in.
function showToOwners() {
  call({}).then(() => true, () => false)
    .then(isOwner => document.documentElement.classList.toggle('portal-owner', isOwner));
}

window.addEventListener('hashchange', () => location.hash.startsWith('#/login') || showToOwners());
showToOwners();

export default [
  {id: 'whatifPage', pluginPoint: 'cockpit.route', properties: {path: '/what-if'}, render: page},
  {
    id: 'what-if', pluginPoint: 'cockpit.navigation', priority: 40, properties: {path: '#/what-if'},
    render: node => node.replaceChildren(el('a', {href: '#/what-if'}, '表を試す'))
  }
];
