/*
 * Sets the reader's theme before the first paint: a file of its own, since the content policy forbids
 * inline script, and no module, since modules run only when the page has been read.
 * The name is THEME_KEY of src/state/preferences.ts; tests/unit/state/preferences.test.ts holds both equal.
 */
try {
  const theme = localStorage.getItem('threadline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is denied: the system's preference holds.
}
