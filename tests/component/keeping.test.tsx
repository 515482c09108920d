/** What is said of keeping, and what can be done about it, by roles and names. */
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ok } from '../../src/base/result.ts';
import { createShelf } from '../../src/document/shelf/shelf.ts';
import { KeepingLine } from '../../src/panels/shelf/KeepingLine.tsx';
import { KeepingNotice } from '../../src/panels/shelf/KeepingNotice.tsx';
import { ShelfList } from '../../src/panels/shelf/ShelfList.tsx';
import { AppStoreProvider } from '../../src/state/hooks.tsx';
import type { HistoryKeeping, KeptState, KeptStore } from '../../src/state/keeping.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createEditableEngine } from '../../src/engine/local/editableEngine.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { stubNewDevice } from '../fixtures/indexedDb.ts';
import { HISTORY } from './page.tsx';

beforeEach(() => stubNewDevice());
afterEach(() => vi.unstubAllGlobals());

function keptAs(keeping: HistoryKeeping, more: Partial<KeptState> = {}): KeptStore {
  const { desk } = createEditableEngine(HISTORY, []);
  if (desk === null) throw new Error('A local history can be changed.');
  const acts = {
    insist: vi.fn<() => Promise<void>>(() => Promise.resolve()),
    takeOver: vi.fn<() => Promise<void>>(() => Promise.resolve()),
    keepCopy: vi.fn<() => Promise<void>>(() => Promise.resolve()),
    showTheirs: vi.fn<() => void>(),
  };
  const store = createStore<KeptState>()(() => ({
    keeping,
    copyOf: null,
    refused: [],
    desk,
    ...acts,
    ...more,
  }));
  return { ...store, isUnsaved: () => false };
}

test.each<[HistoryKeeping, string]>([
  [{ kind: 'original' }, ''],
  [{ kind: 'saving' }, 'Saving…'],
  [{ kind: 'saved', atMs: 0 }, 'Saved on this device'],
  [{ kind: 'failed', reason: 'No room.' }, 'Not saved'],
  [{ kind: 'elsewhere', isUnsaved: false, isBehind: false }, 'Open in another window'],
  [{ kind: 'elsewhere', isUnsaved: true, isBehind: true }, 'Not saved: open in another window'],
])('%j is said as “%s”', (keeping, words) => {
  const { container } = render(<KeepingLine kept={keptAs(keeping)} />);
  expect(container).toHaveTextContent(words === '' ? /^$/u : words);
});

test('the copy that the first edit makes is said once, aloud', () => {
  render(<KeepingLine kept={keptAs({ kind: 'saved', atMs: 0 }, { copyOf: 'bundled' })} />);
  expect(screen.getByText('Saved in a copy on this device')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(
    'Your changes are kept in a copy on this device.',
  );
});

test('while nothing can be saved, a notice stays with a copy to download and another try', async () => {
  const kept = keptAs({ kind: 'failed', reason: 'This device has no room left for it.' });
  render(<KeepingNotice kept={kept} title="A history" isSilent={false} />);
  expect(screen.getByText('Not saved:')).toBeVisible();
  expect(screen.getByText(/This device has no room left for it\./)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download a copy' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(kept.getState().insist).toHaveBeenCalledOnce();
});

test('in front of an audience nothing is told', () => {
  const kept = keptAs({ kind: 'failed', reason: 'No room.' });
  const { container } = render(<KeepingNotice kept={kept} title="A history" isSilent />);
  expect(container).toBeEmptyDOMElement();
});

test('what this version cannot read of what is kept can be downloaded', async () => {
  const kept = keptAs({ kind: 'saved', atMs: 0 }, { refused: [{ kind: 'strange' }] });
  render(<KeepingNotice kept={kept} title="A history" isSilent={false} />);
  expect(screen.getByRole('button', { name: 'Download them as they were kept' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText(/cannot be read/)).toBeNull();
});

test('the shelf opens a history and the state before, deletes one and puts it back', async () => {
  const shelf = createShelf();
  const meta = (title: string) => ({ title, origin: { kind: 'file', name: 'm.csv' } }) as const;
  await shelf.add('a', new Blob(['{}']), meta('Meetings'));
  await shelf.append('a', 0, ['edit'], true);
  await shelf.add('b', new Blob(['{}']), meta('Ministers'));
  const onOpen = vi.fn<(url: string) => void>();
  const store = createAppStore({
    openSource: () => Promise.resolve(ok(createLocalEngine(historyFromText('2020 One'), []))),
  });
  render(
    <AppStoreProvider store={store}>
      <ShelfList onOpen={onOpen} />
    </AppStoreProvider>,
  );
  const list = await screen.findByRole('region', { name: 'On this device' });
  await userEvent.click(within(list).getByRole('button', { name: 'Meetings' }));
  expect(onOpen).toHaveBeenLastCalledWith('kept:a');

  await userEvent.click(within(list).getByRole('button', { name: 'Options for Meetings' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Open the state before/ }));
  expect(onOpen).toHaveBeenLastCalledWith('kept:a/before');

  await userEvent.click(within(list).getByRole('button', { name: 'Options for Ministers' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete from this device' }));
  const undo = await within(list).findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(undo).toHaveFocus());
  expect(await shelf.list()).toHaveLength(1);
  await userEvent.click(undo);
  await within(list).findByRole('button', { name: 'Ministers' });
  expect(await shelf.list()).toHaveLength(2);
});

test('where storage is switched off, the shelf says so', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const store = createAppStore({ openSource: () => new Promise(() => undefined) });
  render(
    <AppStoreProvider store={store}>
      <ShelfList onOpen={() => undefined} />
    </AppStoreProvider>,
  );
  expect(await screen.findByText(/storage is switched off/)).toBeVisible();
});
