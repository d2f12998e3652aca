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
  counted: count => `（${count}件）`
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
  counted: count => ` (${count})`
};

export const words = navigator.language.toLowerCase().startsWith('ja') ? JAPANESE : ENGLISH;
