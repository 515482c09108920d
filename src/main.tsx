/*
 * The boot: hands the store the one function that opens a source, opens what the address names, then
 * fetches React and the views; so the worker reads the history while the page's script arrives.
 */
import './ui/fonts.css';
import './ui/tokens.css';
import { openInWorker } from './openSource.ts';
import { connectAddress } from './state/address.ts';
import { createPreferences } from './state/preferences.ts';
import { createAppStore } from './state/store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const store = createAppStore({ openSource: openInWorker });
const preferences = createPreferences();
connectAddress(store);

try {
  const { mount } = await import('./mount.tsx');
  mount(root, store, preferences);
} catch (error) {
  // Without the views' script there is no React to say it.
  root.textContent =
    'Part of the program could not be loaded. Check the connection, then reload the page.';
  root.setAttribute('role', 'alert');
  reportError(error);
}
