// The portal's face in every web app: language of the page, the log-in page with the guide's words, names of the apps.
// Loaded before the web app starts. Whatever goes wrong in here leaves the web app as it is.

const base = document.querySelector('base');
const app = base.getAttribute('app-name');
const japanese = navigator.language.toLowerCase().startsWith('ja');

const WORDS = japanese
  ? {
      lead: (provider) =>
        `本サイトは${provider}が提供する下記対象クラウドサービスのご契約申込/契約確認、お問合せ・お知らせサイトです`,
      services: '対象サービス',
      news: 'お知らせ',
      noNews: '最近のお知らせはありません。',
      maintenance: '障害・メンテナンス情報はこちら',
      pastNews: '過去のお知らせはこちら',
      questions: 'よくあるご質問',
      questionsLink: '検索ページへ',
      login: 'ログインIDをお持ちのお客様',
      loginId: 'ログインID（メールアドレス）',
      password: 'パスワード',
      passwordReset: '※パスワードを忘れた方はこちら',
      passwordAsk: '※パスワードを忘れた方は、下記のお問い合わせ窓口へご連絡ください。',
      partnerLogin: '※パートナーの方はこちら',
      noLogin: 'ログインIDをお持ちでないお客様',
      signUp: '新規登録をする(無料)',
      desks: 'お問い合わせ窓口',
      hours: '受付時間：',
      expired: 'ログインの有効期限が切れました。お手数ですが、もう一度ログインしてください。'
    }
  : {
      lead: (provider) => `Contracts, requests, questions and news about the cloud services of ${provider}`,
      services: 'Services',
      news: 'News',
      noNews: 'There is no recent news.',
      maintenance: 'Disruptions and maintenance',
      pastNews: 'Past news',
      questions: 'Frequently asked questions',
      questionsLink: 'Search',
      login: 'Log in',
      loginId: 'Login ID (e-mail address)',
      password: 'Password',
      passwordReset: 'Forgot your password?',
      passwordAsk: 'If you forgot your password, please contact a desk below.',
      partnerLogin: 'For partners',
      noLogin: 'No login ID yet?',
      signUp: 'Sign up (free of charge)',
      desks: 'Contact',
      hours: 'Hours: ',
      expired: 'Your login has expired. Please log in again.'
    };

const APPS = { Welcome: 'ようこそ', Admin: '管理', Cockpit: 'コックピット', Tasklist: 'タスクリスト' };

const ATTEMPTS = 5;

let asked;

/** The texts of the configuration, asked for once, and again a little later where there was no answer. */
function texts() {
  asked = asked || ask(ATTEMPTS);
  return asked;
}

async function ask(attempts) {
  try {
    const answer = await fetch(base.getAttribute('app-root').replace(/\/camunda$/, '') + '/portal/login-page.json');
    if (!answer.ok) {
      throw new Error('log-in page: ' + answer.status);
    }
    return await answer.json();
  } catch (e) {
    if (attempts === 1) {
      throw e;
    }
    await new Promise((resume) => setTimeout(resume, 1000));
    return ask(attempts - 1);
  }
}

/** An element with its text or its children; texts are never read as markup. */
function element(name, content, attributes) {
  const made = document.createElement(name);
  [].concat(content || []).forEach((part) => made.append(part));
  Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function link(address, text) {
  return address ? [element('p', element('a', text, { href: address }))] : [];
}

/** Set by the pages of the portal when they load the web app anew, because a login has ended. */
const ENDED = 'portal-login-ended';

let somebodyWasHere = sessionStorage.getItem(ENDED) !== null;
sessionStorage.removeItem(ENDED);

/** Whether the person logged out, which the pages of the portal ask as well. */
const loggedOut = () => document.documentElement.dataset.portalLoggedOut === 'true';
const setLoggedOut = (value) => (document.documentElement.dataset.portalLoggedOut = value);

/** The web app leads people whose login has ended to the log-in page without a word; it may draw it more than once. */
function whyHere(node) {
  if (somebodyWasHere && !loggedOut()) {
    node.append(element('p', WORDS.expired, { role: 'alert', class: 'portal-notice' }));
  }
  return Promise.resolve();
}

function lead(node) {
  return texts().then(({ provider, services }) => {
    node.append(
      element('p', WORDS.lead(provider)),
      element('h2', WORDS.services),
      element('ul', services.map((service) => element('li', service)), { class: 'portal-services' })
    );
  });
}

function belowTheFields(node) {
  return texts().then(({ links }) => {
    node.append(
      ...(links['password-reset']
        ? link(links['password-reset'], WORDS.passwordReset)
        : [element('p', WORDS.passwordAsk)]),
      ...link(links['partner-login'], WORDS.partnerLogin),
      ...(links['sign-up'] ? [element('h2', WORDS.noLogin), ...link(links['sign-up'], WORDS.signUp)] : [])
    );
  });
}

function latest(node) {
  return texts().then(({ news, links }) => {
    node.append(
      element('h2', WORDS.news),
      news.length
        ? element('dl', news.flatMap(({ on, text }) => [element('dt', on), element('dd', text)]))
        : element('p', WORDS.noNews),
      ...link(links.maintenance, WORDS.maintenance),
      ...link(links['past-news'], WORDS.pastNews),
      ...(links.questions ? [element('h2', WORDS.questions), ...link(links.questions, WORDS.questionsLink)] : [])
    );
  });
}

function whomToAsk(node) {
  return texts().then(({ desks }) => {
    node.append(element('h2', WORDS.desks), element('ul', desks.map(desk), { class: 'portal-desks' }));
  });
}

function desk({ title, name, tel, hours, email }) {
  return element('li', [
    element('h3', title),
    element('p', name),
    element('p', ['TEL : ', element('a', tel, { href: 'tel:' + tel.replace(/[^0-9+]/g, '') })]),
    element('p', WORDS.hours + hours),
    element('p', ['Email: ', element('a', email, { href: 'mailto:' + email })])
  ]);
}

/** The web app's own fields have place holders only: they get labels, and the names that browsers fill in. */
function label(field, id, text, autocomplete) {
  if (!field || field.id) {
    return;
  }
  field.id = id;
  field.autocomplete = autocomplete;
  field.before(element('label', text, { for: id }));
}

function nameTheFields() {
  const form = document.querySelector('form[name=signinForm]');
  if (!form) {
    return;
  }
  if (!form.hasAttribute('aria-label')) {
    form.setAttribute('aria-label', WORDS.login);
    form.prepend(element('h2', WORDS.login));
  }
  label(form.querySelector('input[type=text]'), 'portal-login-id', WORDS.loginId, 'username');
  label(form.querySelector('input[type=password]'), 'portal-password', WORDS.password, 'current-password');
  // The order on the page is the order of the keyboard.
  form.querySelectorAll('[tabindex]').forEach((field) => field.removeAttribute('tabindex'));
  const name = document.querySelector('.login-header .app-name');
  if (name && !name.hasAttribute('role')) {
    name.setAttribute('role', 'heading');
    name.setAttribute('aria-level', '1');
  }
  const page = document.querySelector('.form-signin-container');
  if (page && !page.hasAttribute('role')) {
    page.setAttribute('role', 'main');
  }
}

function nameTheApps() {
  document.querySelectorAll('.app-switch .dropdown-menu a').forEach((item) => {
    const named = APPS[item.textContent.trim()];
    if (named) {
      item.firstChild.data = named;
    }
  });
}

/** What the web app says in a corner is read out as well. */
function announceNotices() {
  const notices = document.querySelector('.page-notifications');
  if (notices && !notices.hasAttribute('role')) {
    notices.setAttribute('role', 'alert');
  }
}

let calendarsNamed = false;

/** The web app's own calendars take their words from AngularJS, which knows English only. */
function nameTheCalendars() {
  const injector = window.angular && window.angular.element(document.documentElement).injector();
  if (calendarsNamed || !injector) {
    return;
  }
  calendarsNamed = true;
  const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
  const days = ['日', '月', '火', '水', '木', '金', '土'];
  Object.assign(injector.get('$locale').DATETIME_FORMATS, {
    MONTH: months,
    SHORTMONTH: months,
    STANDALONEMONTH: months,
    DAY: days.map((day) => day + '曜日'),
    SHORTDAY: days
  });
  Object.assign(injector.get('uibDatepickerConfig'), { formatDayTitle: 'yyyy年M月', formatYear: 'yyyy年' });
}

function keepNamed() {
  somebodyWasHere = somebodyWasHere || document.querySelector('.account') !== null;
  nameTheFields();
  announceNotices();
  if (japanese) {
    nameTheApps();
    nameTheCalendars();
  }
}

document.documentElement.lang = japanese ? 'ja' : 'en';
new MutationObserver(keepNamed).observe(document.documentElement, { childList: true, subtree: true });

// Whoever logs out knows why the log-in page comes.
document.addEventListener(
  'click',
  (event) => {
    setLoggedOut(loggedOut() || event.target.closest('.logout') !== null);
  },
  true
);
document.addEventListener(
  'submit',
  () => {
    setLoggedOut(false);
  },
  true
);

function part(id, priority, fill) {
  return {
    id,
    pluginPoint: app + '.login',
    priority,
    render: (node) => {
      fill(node).catch(console.error);
    }
  };
}

export default [
  part('portal-login-why', 2000, whyHere),
  part('portal-login-lead', 1000, lead),
  part('portal-login-help', -10, belowTheFields),
  part('portal-login-news', -20, latest),
  part('portal-login-desks', -30, whomToAsk)
];
