// Imported before the CMS, which reads its preferences when it is loaded. It would take the language of the browser, which
// on many machines is not that of its editor, and close an item as soon as it is saved.
const key = 'sveltia-cms.prefs';
if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ locale: 'vi', closeOnSave: false }));
