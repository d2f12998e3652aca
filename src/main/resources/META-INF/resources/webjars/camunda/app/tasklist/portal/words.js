// The words around the forms. The forms themselves are Japanese in either language.

const JAPANESE = {
  portal: 'クラウドサービスポータルサイト',
  step: (number, of) => `手順 ${number}/${of}`,
  actions: 'お手続き',
  confirmation: '確認',
  cancel: 'キャンセル',
  working: '処理しています…',
  check: '次の項目をご確認ください。',
  overtaken: 'ほかの操作で先に処理されました。最新の状態を表示しています。',
  counted: count => `（${count}件）`,
  searchLabel: 'お申込番号・契約番号・会社名で探す',
  search: '検索',
  tools: {
    filters: '一覧の欄を開閉する',
    list: 'タスクの欄を開閉する',
    task: '内容の欄を開閉する',
    maximize: '内容の欄を広げる',
    keptSearches: '保存した検索条件'
  }
};

const ENGLISH = {
  portal: 'クラウドサービスポータルサイト',
  step: (number, of) => `Step ${number}/${of}`,
  actions: 'Actions',
  confirmation: 'Confirmation',
  cancel: 'Cancel',
  working: 'Working…',
  check: 'Please check the following.',
  overtaken: 'Somebody else was faster. This is how things stand now.',
  counted: count => ` (${count})`,
  searchLabel: 'Search by request, contract or company',
  search: 'Search',
  tools: {
    filters: 'Show or hide the lists',
    list: 'Show or hide the tasks',
    task: 'Show or hide the task',
    maximize: 'Enlarge the task',
    keptSearches: 'Kept searches'
  }
};

export const words = navigator.language.toLowerCase().startsWith('ja') ? JAPANESE : ENGLISH;
