// Replaces the web app's own file as a whole, so its defaults are repeated here. Fetched anew at each load of the page.

// The web app would show the texts that it kept from the last visit, and these only at the next one.
const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
Object.keys(kept)
  .filter(key => key.includes('_locales_data_'))
  .forEach(key => delete kept[key]);
localStorage.setItem('camunda-web', JSON.stringify(kept));

const japanese = navigator.language.toLowerCase().startsWith('ja');

export default {
  // The title is vendor and name, the log-in page shows the name alone; for customers both are the portal's name.
  app: {
    vendor: ' ',
    name: 'クラウドサービスポータルサイト'
  },
  locales: {
    availableLocales: ['ja', 'en'],
    // Whichever language is loaded last sets the dates, so Japanese is loaded alone; no text of it is missing.
    fallbackLocale: japanese ? 'ja' : 'en'
  },
  customScripts: [
    '../../assets/portal/face',
    'portal/sentences',
    'portal/journey',
  ],
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: japanese ? '選択中のタスクを担当する' : 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: japanese ? '最初のフィルターに移動する' : 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: japanese ? '一覧の最初のタスクに移動する' : 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: japanese ? '入力フォームの最初の欄に移動する' : 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: japanese ? 'プロセスを開始する画面を開く' : 'opens the start process modal dialog'
    }
  }
};
