// The pages' own dictionary: Japanese, and English as the fallback.

export const japanese = (navigator.language || '').toLowerCase().startsWith('ja');

const here = new URL('.', import.meta.url);
let words = {};
let loading = null;

/** Loads the words once; pages wait for it. */
export function loadWords() {
  loading = loading || fetch(new URL(japanese ? 'words-ja.json' : 'words-en.json', here))
    .then(answer => answer.json())
    .then(loaded => { words = loaded; });
  return loading;
}

/** The word for a key, with {places} filled in; for a name that nobody foresaw, the name itself. */
export function word(key, places = {}) {
  const text = key in words ? words[key] : key.slice(key.indexOf('.') + 1);
  return text.replace(/\{(\w+)\}/g, (all, name) => name in places ? places[name] : all);
}

export const date = iso => iso ? iso.slice(0, 10).replaceAll('-', '/') : '';

export const time = iso => iso ? iso.slice(0, 19).replaceAll('-', '/').replace('T', ' ') : '';

export const yen = amount => amount === null || amount === undefined
  ? '' : word('yen', {amount: amount.toLocaleString('ja-JP')});

export function duration(millis) {
  if (millis === null || millis === undefined) {
    return '';
  }
  const seconds = Math.floor(millis / 1000);
  const two = number => String(number).padStart(2, '0');
  const rest = `${Math.floor(seconds / 3600) % 24}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const days = Math.floor(seconds / 86400);
  return days ? word('days', {days, rest}) : rest;
}
