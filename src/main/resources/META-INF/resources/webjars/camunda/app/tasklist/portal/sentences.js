// form-js says in English only what is wrong with a field. Here it is said in Japanese, with the field's own label, and what
// to do (rules of Japanese forms: no 「エラー」, no blame). Texts are changed in place, so form-js finds its elements again.

const CHOICES = '.fjs-form-field-radio, .fjs-form-field-select, .fjs-form-field-checklist, .fjs-form-field-taglist';

/** English of form-js 1.8.7, and the sentence for a field. */
const SENTENCES = [
  [/^Field is required\.$/, field => required(field)],
  [/^Field must have minimum length of (\d+)\.$/, (field, n) => `${field.label}は${number(n)}文字以上で入力してください。`],
  [
    /^Field must have maximum length of (\d+)\.$/,
    (field, n) => `${field.label}は${number(n)}文字以内で入力してください（現在${number(field.length())}文字）。`
  ],
  [/^Field must have minimum value of (.+)\.$/, (field, n) => `${field.label}は${n}以上の数を入力してください。`],
  [/^Field must have maximum value of (.+)\.$/, (field, n) => `${field.label}は${n}以下の数を入力してください。`],
  [/^Field must match pattern (.+)\.$/, field => `${field.label}の形式をご確認のうえ、入力し直してください。`],
  [/^Field must be a valid email\.$/, field => `${field.label}はメールアドレス（例：name@example.co.jp）を入力してください。`],
  [
    /^Field must be a valid\s+international phone number\..*$/,
    field => `${field.label}は国番号から始まる電話番号（例：+81312345678）を入力してください。`
  ],
  [/^Date and time must both be entered\.$/, field => `${field.label}は日付と時刻の両方を入力してください。`]
];

/** The other words of form-js. */
const WORDS = [
  [/^Select$/, () => '選択してください'],
  [/^No results$/, () => '該当する項目はありません'],
  [/^All values selected$/, () => 'すべて選択されています'],
  [/^Nothing to show\.$/, () => '表示する項目はありません。'],
  [/^ of $/, () => '／'],
  [/^(\s*)Add new$/, () => '追加'],
  [/^(\s*)Expand all \((\d+)\)$/, (field, space, n) => `すべて表示（${n}件）`],
  [/^(\s*)Collapse$/, () => '折りたたむ']
];

const ATTRIBUTES = {
  placeholder: { Search: '検索' },
  'aria-label': {
    Increment: '増やす',
    Decrement: '減らす',
    'Previous page': '前のページ',
    'Next page': '次のページ'
  }
};

const MONTHS = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);
const DAYS = ['日', '月', '火', '水', '木', '金', '土'];

/** What form-js wrote, by the text node that now says it in Japanese: a sentence may count on while somebody types. */
const said = new WeakMap();

function number(digits) {
  return Number(digits).toLocaleString('ja-JP');
}

function required({ label, element }) {
  if (element.matches('.fjs-form-field-checkbox')) {
    return `「${label}」をご確認のうえ、チェックを付けてください。`;
  }
  if (!element.matches(CHOICES)) {
    return `${label}を入力してください。`;
  }
  const either = label.includes('・') && element.querySelectorAll('input[type=radio]').length === 2;
  return either ? `${label}のどちらかを選択してください。` : `${label}を選択してください。`;
}

/** The field that a text belongs to, with its label as people read it, without ※必須. */
function fieldOf(node) {
  const element = node.parentElement.closest('.fjs-form-field');
  const label = element && element.querySelector('.fjs-form-field-label');
  const words = label ? label.textContent.replace(/※必須|\*/g, '').trim() : '';
  return {
    element,
    label: words || 'この項目',
    length: () => {
      const input = element.querySelector('textarea, input');
      return input ? [...input.value.replace(/\r\n?/g, '\n')].length : 0;
    }
  };
}

function inJapanese(node, english, sentences) {
  for (const [pattern, sentence] of sentences) {
    const found = english.match(pattern);
    if (found) {
      return sentence(fieldOf(node), ...found.slice(1));
    }
  }
  return null;
}

function say(node, sentences) {
  const before = said.get(node);
  const english = before && before.japanese === node.data ? before.english : node.data;
  const japanese = inJapanese(node, english, sentences);
  if (japanese !== null) {
    said.set(node, { english, japanese });
    if (node.data !== japanese) {
      node.data = japanese;
    }
  }
}

function textsOf(element, use) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    use(walker.currentNode);
  }
}

function translate() {
  document.querySelectorAll('.fjs-form-field-error').forEach(error => textsOf(error, node => say(node, SENTENCES)));
  document
    .querySelectorAll(
      '.fjs-select-display, .fjs-dropdownlist-empty, .fjs-taglist-skip-link, .fjs-table-td:only-child,' +
        ' .fjs-table-nav-label, .fjs-repeat-render-add, .fjs-repeat-render-collapse, .fjs-repeat-render-expand'
    )
    .forEach(element => textsOf(element, node => say(node, WORDS)));
  Object.entries(ATTRIBUTES).forEach(([name, words]) =>
    document.querySelectorAll(`.fjs-form [${name}]`).forEach(element => {
      const word = words[element.getAttribute(name)];
      if (word) {
        element.setAttribute(name, word);
      }
    })
  );
  completeTheNotice();
  localizeCalendars();
}

/** A form that was not sent because of its fields says so without a reason: the fields' sentences are the reason. */
function completeTheNotice() {
  document.querySelectorAll('[notifications-panel] .alert-danger .message').forEach(message => {
    const sentences = [...document.querySelectorAll('.fjs-form-field-error')].map(error => error.textContent.trim());
    if (!message.textContent.trim() && sentences.length) {
      message.textContent = sentences.join(' ');
    }
  });
}

/** The calendar that form-js brings with it. */
function localizeCalendars() {
  if (window.flatpickr && window.flatpickr.l10ns && window.flatpickr.l10ns.default.months.longhand[0] !== MONTHS[0]) {
    window.flatpickr.localize({
      weekdays: { shorthand: DAYS, longhand: DAYS.map(day => day + '曜日') },
      months: { shorthand: MONTHS, longhand: MONTHS },
      yearAriaLabel: '年',
      monthAriaLabel: '月',
      hourAriaLabel: '時',
      minuteAriaLabel: '分',
      rangeSeparator: ' ～ '
    });
  }
}

function safely(work) {
  return () => {
    try {
      work();
    } catch (e) {
      // The English stays.
      console.error(e);
    }
  };
}

if (navigator.language.toLowerCase().startsWith('ja')) {
  const keepJapanese = safely(translate);
  keepJapanese();
  new MutationObserver(keepJapanese).observe(document.documentElement, {
    childList: true,
    characterData: true,
    subtree: true
  });
  document.addEventListener('input', keepJapanese);
}

export default [];
