// Imported before the CMS, which reads these when it is loaded. On many machines the language of the browser is not that
// of its editor, and an item is to stay open when it is saved.
Object.defineProperties(navigator, { language: { value: 'vi' }, languages: { value: ['vi'] } });
const key = 'sveltia-cms.prefs';
if (localStorage.getItem(key) === null)
  localStorage.setItem(key, JSON.stringify({ closeOnSave: false, closeWithEscape: false }));
