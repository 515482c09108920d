/*
 * The whole page over the local engine and a small history: what a person meets, without a browser.
 */
import {
  configure,
  render,
  screen,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import { App } from '../../src/App.tsx';
import { fail, ok, type Result } from '../../src/base/result.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import type { Engine, OpenFailure } from '../../src/engine/port.ts';
import type { Dataset } from '../../src/model/types.ts';
import { AppStoreProvider } from '../../src/state/hooks.tsx';
import { DEFAULT_CHOICES, type Choices } from '../../src/state/choices.ts';
import { createPreferences } from '../../src/state/preferences.ts';
import { createAppStore, type AppStore } from '../../src/state/store.ts';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { localDesk } from './localDesk.ts';

// Waiting ends when what is waited for is there; the limits only stop a test that would wait for ever.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

/** Nine organisations, so that one waits behind "1 more"; Google in three events, Microsoft in two. */
export const HISTORY = historyFromText(`
  title A small history
  description Made up. **Nothing** of it happened.
  licence Free
  organisation Google (industry)
  organisation Microsoft (industry)
  organisation NSPCC (civil-society)
  group Companies (industry)
  person Ada Lovelace (government)
  place United Kingdom
  place London < United Kingdom
  theme Safety
  theme Industry
  source report = The printed report
  role Ada Lovelace: Minister, Home Office [2014]

  2014-01-10 [speech] Opening speech: Ada Lovelace (speaker), Google, mentioned NSPCC @London #Safety =opening
    She opened **everything**.
    "She opened it in January." (report)
  2014-02 [summit] Spring summit: Google (host), Microsoft, A1, A2, A3, A4, A5, A6 @London #Industry =summit
  2014-03-05 [pledge] Pledges: Google, Microsoft #Industry =pledges -follows-up-> summit
  2014-04-01 [speech] Closing speech: NSPCC (speaker), expected Ada Lovelace #Safety =closing
  2015-06 [summit] Next summit: Companies #Industry !planned =next
`);

export const ADDRESS = 'https://example.org/history.json';

/** Queries inside one part of the page. */
type Within = BoundFunctions<typeof queries>;

export interface Page {
  readonly store: AppStore;
  readonly user: UserEvent;
}

interface PageOptions {
  readonly history?: Dataset;
  readonly choices?: Partial<Choices>;
  /** What any address but the first gives. */
  readonly others?: (url: string) => Result<Engine, OpenFailure>;
  /** Stands in for the engine of the first history. */
  readonly engine?: Engine;
}

/** Opens the page and waits until it says how many events there are. */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { history = HISTORY, choices = {} } = options;
  const engine = options.engine ?? createLocalEngine(history, []);
  const page = renderPage((url) => {
    if (url === ADDRESS) return ok(engine);
    return options.others?.(url) ?? fail(unreachable(url));
  });
  page.store.getState().open({ url: ADDRESS, isBundled: true }, { ...DEFAULT_CHOICES, ...choices });
  await screen.findByText((_, element) => / of \d+ events?$/u.test(statusText(element)));
  return page;
}

/** The page before anything was opened. */
export function renderPage(open: (url: string) => Result<Engine, OpenFailure>): Page {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const store = createAppStore({ openSource: ({ url }) => Promise.resolve(open(url)) });
  render(
    <AppStoreProvider store={store} preferences={createPreferences({ storage: () => storage })}>
      <App bundled={{ url: ADDRESS, isBundled: true }} startFormats={localDesk} />
    </AppStoreProvider>,
  );
  return { store, user: userEvent.setup() };
}

export function unreachable(url: string): OpenFailure {
  return {
    kind: 'unreachable',
    message: `Nothing answers at ${url}.`,
    problems: [],
    problemsTotal: 0,
  };
}

function statusText(element: Element | null): string {
  return element?.getAttribute('role') === 'status' ? element.textContent : '';
}

/** Waits for the one line that says how many events match. */
export async function findStatus(words: string): Promise<void> {
  await screen.findByText((_, element) => statusText(element) === words);
}

export function filters(): Within {
  return within(screen.getByRole('region', { name: 'Filters' }));
}

export async function findDetails(title: string): Promise<Within> {
  await screen.findByRole('heading', { level: 2, name: title });
  return within(screen.getByRole('region', { name: 'Details' }));
}
