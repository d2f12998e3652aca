// Replaces the web app's own file as a whole. Fetched anew at each load of the page.

// The web app would show the texts that it kept from the last visit, and these only at the next one.
const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
Object.keys(kept)
  .filter(key => key.includes('_locales_data_'))
  .forEach(key => delete kept[key]);
localStorage.setItem('camunda-web', JSON.stringify(kept));

const japanese = navigator.language.toLowerCase().startsWith('ja');

export default {
  app: {
    vendor: 'クラウドサービスポータルサイト',
    name: japanese ? 'コックピット' : 'Cockpit'
  },
  locales: {
    availableLocales: ['ja', 'en'],
    // Whichever language is loaded last sets the dates, so Japanese is loaded alone; no text of it is missing.
    fallbackLocale: japanese ? 'ja' : 'en'
  },
  customScripts: [
    '../../assets/portal/face',
  ],
  // A value that somebody typed is never run as a page.
  previewHtml: false,
  disableWelcomeMessage: true
};
