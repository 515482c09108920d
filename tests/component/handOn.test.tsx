import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { createEditableEngine } from '../../src/engine/local/editableEngine.ts';
import type { Dataset } from '../../src/model/types.ts';
import { DEFAULT_CHOICES } from '../../src/state/choices.ts';
import { HISTORY, openPage, type Page } from './page.tsx';

const files: { readonly name: string; readonly content: Blob }[] = [];

/** The page's own downloads, caught where the browser would save them. */
beforeEach(() => {
  files.length = 0;
  const blobs = new Map<string, Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    const url = `blob:${String(blobs.size)}`;
    if (content instanceof Blob) blobs.set(url, content);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(
    this: HTMLAnchorElement,
  ) {
    const content = blobs.get(this.href);
    if (content !== undefined) files.push({ name: this.download, content });
  });
});
afterEach(() => vi.restoreAllMocks());

function openEditable(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  return openPage({ engine: createEditableEngine(HISTORY, []), ...options });
}

/** As if the history were on this device alone. */
async function openKept(): Promise<Page> {
  const page = await openPage({
    others: () => ok(createEditableEngine({ ...HISTORY, title: 'Kept here' }, [])),
  });
  page.store.getState().open({ url: 'kept:abc', isBundled: false }, DEFAULT_CHOICES);
  await screen.findByRole('heading', { level: 1, name: 'Kept here' });
  return page;
}

async function openDialog(user: UserEvent, name: 'Share' | 'Export') {
  await user.click(screen.getByRole('button', { name }));
  return within(await screen.findByRole('dialog', { name }));
}

test('Share copies the address, says so, and draws it as a QR code', async () => {
  const { user } = await openPage();
  const dialog = await openDialog(user, 'Share');
  expect(await dialog.findByText('Address copied')).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe(location.href);
  expect(dialog.getByRole('textbox', { name: 'Copy this address' })).toHaveValue(location.href);
  expect(dialog.getByRole('img', { name: 'QR code of this address' })).toBeInTheDocument();

  await user.click(dialog.getByRole('button', { name: 'Show to the room' }));
  const stage = within(await screen.findByRole('dialog', { name: 'A small history' }));
  expect(stage.getByRole('img', { name: `QR code of ${location.href}` })).toBeInTheDocument();
  await user.click(stage.getByRole('button', { name: 'Close the QR code' }));
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'A small history' })).toBeNull());
  // The dialog that it came from stays.
  expect(screen.getByRole('dialog', { name: 'Share' })).toBeInTheDocument();
});

test('where copying is refused, Share shows the address selected', async () => {
  const { user } = await openPage();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
  const dialog = await openDialog(user, 'Share');
  expect(await dialog.findByText(/does not let a page copy/u)).toBeInTheDocument();
  const field = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Copy this address' });
  expect(field).toHaveValue(location.href);
  expect(field.selectionEnd).toBe(location.href.length);
});

test('a history on this device alone is shared as a file', async () => {
  const { user } = await openKept();
  const dialog = await openDialog(user, 'Share');
  expect(dialog.queryByRole('textbox')).toBeNull();
  expect(dialog.getByRole('button', { name: /^One HTML file/u })).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: /^Threadline JSON/u }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(files[0]?.name).toBe('kept-here.json');
  const history = JSON.parse((await files[0]?.content.text()) ?? '') as Dataset;
  expect(history.title).toBe('Kept here');
  expect(history.events).toEqual(HISTORY.events);
});

const SAVED = [
  ['Threadline JSON', 'a-small-history.json', '"title": "A small history"', '5 of 5 events'],
  ['CSV table', 'a-small-history.csv', 'Title,Date,', '5 of 5 events'],
  ['TimelineJS 3', 'a-small-history-timelinejs.json', '"start_date"', '5 of 5 events'],
  ['GEXF network', 'a-small-history-network.gexf', '<gexf', '11 of 11 nodes'],
  ['GraphML network', 'a-small-history-network.graphml', '<graphml', '11 of 11 nodes'],
  ['iCalendar', 'a-small-history.ics', 'BEGIN:VEVENT', '5 of 5 events'],
  ['Markdown chronology', 'a-small-history-chronology.md', '## 2014', '5 of 5 events'],
] as const;

test('Export saves the history in every format, and says how much of it', async () => {
  const { user } = await openEditable();
  const dialog = await openDialog(user, 'Export');
  for (const [format, name, part, words] of SAVED) {
    await user.click(dialog.getByRole('radio', { name: new RegExp(`^${format}`, 'u') }));
    await user.click(dialog.getByRole('button', { name: 'Save file' }));
    await waitFor(() =>
      expect(dialog.getByRole('status')).toHaveTextContent(new RegExp(`“${name}”.*${words}`, 'u')),
    );
    const saved = files.at(-1);
    expect(saved?.name).toBe(name);
    expect(await saved?.content.text()).toContain(part);
  }
});

test('Export saves what matches the filters alone where one asks for it', async () => {
  const { user } = await openEditable({
    choices: { clauses: [{ facet: 'kind', any: ['speech'], all: [], none: [] }] },
  });
  const dialog = await openDialog(user, 'Export');
  await user.click(dialog.getByRole('radio', { name: /^Threadline JSON/u }));
  await user.click(dialog.getByRole('radio', { name: /^The 2 that match the filters/u }));
  await user.click(dialog.getByRole('button', { name: 'Save file' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(files[0]?.name).toBe('a-small-history-part.json');
  const part = JSON.parse((await files[0]?.content.text()) ?? '') as Dataset;
  expect(part.events.map(({ id }) => id)).toEqual(['opening', 'closing']);
  expect(part.actors?.map(({ name }) => name)).not.toContain('Microsoft');
});

test('Export says what a calendar cannot hold', async () => {
  const events = HISTORY.events.map((event, i) => (i === 0 ? { ...event, date: 'soon' } : event));
  const { user } = await openPage({ engine: createEditableEngine({ ...HISTORY, events }, []) });
  const dialog = await openDialog(user, 'Export');
  await user.click(dialog.getByRole('radio', { name: /^iCalendar/u }));
  await user.click(dialog.getByRole('button', { name: 'Save file' }));
  await waitFor(() => expect(dialog.getByRole('status')).toHaveTextContent('4 of 5 events'));
  expect(dialog.getByText('1 event does not fit this format')).toBeInTheDocument();
  expect(dialog.getByText(/date not readable: "soon"/u)).toBeInTheDocument();
});

test('Export says why a history that stays in a database cannot be written', async () => {
  const reported = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', reported);
  const { user } = await openPage();
  const dialog = await openDialog(user, 'Export');
  await user.click(dialog.getByRole('radio', { name: /^CSV table/u }));
  await user.click(dialog.getByRole('button', { name: 'Save file' }));
  await waitFor(() =>
    expect(dialog.getByRole('status')).toHaveTextContent(/stays in its database/u),
  );
  expect(files).toEqual([]);
  expect(reported).toHaveBeenCalledOnce();
});
