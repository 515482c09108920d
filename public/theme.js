/*
 * Sets what the first paint depends on: the reader's theme, and whether the page that the build has put into
 * index.html is the one that is asked for. A file of its own, since the content policy forbids inline script,
 * and no module, since modules run only when the page has been read.
 * The name is THEME_KEY of src/state/preferences.ts; tests/unit/state/preferences.test.ts holds both equal.
 */
if (location.search === '' && location.hash === '') document.documentElement.dataset.ahead = '';
try {
  const theme = localStorage.getItem('threadline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system's preference holds.
}
