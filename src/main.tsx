/*
 * The boot: draws what came with the page, hands the store the one function that opens a source, opens what
 * the address names, then fetches React and the views; so the worker reads a history while they arrive.
 */
import './ui/fonts.css';
import './ui/tokens.css';
import type { FirstAnswers } from './engine/firstAnswers.ts';
import { drawAhead } from './ahead.ts';
import { openAtOnce, openInWorker } from './openSource.ts';
import { connectAddress } from './state/address.ts';
import { decodeChoices } from './state/codec.ts';
import { createPreferences } from './state/preferences.ts';
import { isPresenterWindow } from './state/source.ts';
import { createAppStore } from './state/store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const first = firstAnswers();
if (first !== null) {
  // What cannot be drawn here is told by the program that comes after it.
  await drawAhead(root, first).catch(reportError);
}
const store = createAppStore({
  openSource:
    first === null
      ? openInWorker
      : openAtOnce(first, (address) => store.getState().open(address, store.getState().settled)),
});
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

/** What scripts/firstPicture.ts put into the page; a briefing asks other questions, and waits for the worker. */
function firstAnswers(): FirstAnswers | null {
  const element = document.getElementById('first-answers');
  // Once read it is of no use: the page is left as the program makes it.
  element?.remove();
  const isPresented =
    isPresenterWindow(location.search) || decodeChoices(location.hash).choices.presenting !== null;
  if (element === null || isPresented) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the build of this very program
  return JSON.parse(element.textContent) as FirstAnswers;
}
