/*
 * The table by roles and names, over the local engine: order, columns, keys, copying, saving.
 */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { findStatus, openPage, type Page } from './page.tsx';

async function openTable(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({ ...options, choices: { views: ['table'], ...options.choices } });
  await screen.findByRole('grid');
  await waitFor(() => expect(titles().length).toBeGreaterThan(0));
  return page;
}

function grid() {
  return within(screen.getByRole('grid'));
}

function titles(): string[] {
  return grid()
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
}

function cell(title: string): HTMLElement {
  return grid().getByRole('rowheader', { name: title });
}

function rowOf(title: string): HTMLElement {
  const row = cell(title).closest<HTMLElement>('[role="row"]');
  if (row === null) throw new Error(`“${title}” stands in no row.`);
  return row;
}

test('all events stand in rows, dates in words with how well they are known', async () => {
  await openTable();
  expect(titles()).toEqual([
    'Opening speech',
    'Spring summit',
    'Pledges',
    'Closing speech',
    'Next summit',
  ]);
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '6');
  expect(rowOf('Opening speech')).toHaveAttribute('aria-rowindex', '2');
  const summit = within(rowOf('Spring summit'));
  expect(summit.getByText('February 2014, day not stated')).toBeInTheDocument();
  expect(summit.getByText(/^Google, Microsoft, A1/)).toBeInTheDocument();
  expect(summit.getByText('London')).toBeInTheDocument();
  const next = within(rowOf('Next summit'));
  expect(next.getByText(/^planned for June 2015/)).toBeInTheDocument();
  expect(next.getByText('No places')).toBeInTheDocument();
});

test('a press on a column’s name sorts by it, the next the other way round', async () => {
  const { user, store } = await openTable();
  await user.click(grid().getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(titles()[0]).toBe('Closing speech'));
  expect(grid().getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(grid().getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'none');
  await user.click(grid().getByRole('button', { name: 'Title' }));
  await waitFor(() => expect(titles()[0]).toBe('Spring summit'));
  expect(store.getState().choices.table.sort).toEqual({ by: 'title', isDescending: true });
});

test('the same filters as everywhere', async () => {
  await openTable({ choices: { words: 'pledges' } });
  await findStatus('1 of 5 events');
  await waitFor(() => expect(titles()).toEqual(['Pledges']));
});

test('says when nothing matches', async () => {
  await openPage({ choices: { views: ['table'], words: 'zeppelin' } });
  const events = within(await screen.findByRole('region', { name: 'Events' }));
  expect(await events.findByText('No event matches what is chosen.')).toBeInTheDocument();
});

test('columns are chosen from a menu; the title stays', async () => {
  const { user } = await openTable();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  const menu = within(await screen.findByRole('menu', { name: 'Columns' }));
  expect(menu.getByRole('menuitemcheckbox', { name: 'Title' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await user.click(menu.getByRole('menuitemcheckbox', { name: 'Kind' }));
  await user.click(menu.getByRole('menuitemcheckbox', { name: 'Actors' }));
  expect(
    grid()
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Date', 'Title', 'Kind', 'Places', 'Themes']);
  expect(within(rowOf('Pledges')).getByText('Pledge')).toBeInTheDocument();
});

test('one stop for the tab key, with a cell that arrows move; Enter opens the event', async () => {
  const { user } = await openTable();
  const stops = [...screen.getByRole('grid').querySelectorAll('[tabindex="0"]')];
  expect(stops).toEqual([cell('Opening speech')]);
  cell('Opening speech').focus();
  await user.keyboard('{ArrowDown}');
  expect(cell('Spring summit')).toHaveFocus();
  await user.keyboard('{End}');
  expect(cell('Next summit')).toHaveFocus();
  await user.keyboard('{Home}{ArrowRight}');
  expect(within(rowOf('Opening speech')).getByText(/^Ada Lovelace/).parentElement).toHaveFocus();
  await user.keyboard('{ArrowLeft}{ArrowUp}');
  expect(grid().getByRole('button', { name: 'Title' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(
    await screen.findByRole('heading', { level: 2, name: 'Spring summit' }),
  ).toBeInTheDocument();
  expect(rowOf('Spring summit')).toHaveAttribute('aria-current', 'true');
  expect(rowOf('Pledges')).not.toHaveAttribute('aria-current');
});

test('a press on a row opens its event; hovering lights what goes with it', async () => {
  const { user, store } = await openTable();
  await user.hover(cell('Pledges'));
  expect(store.getState().highlight).toEqual({ kind: 'event', id: 'pledges' });
  await user.click(cell('Pledges'));
  expect(await screen.findByRole('heading', { level: 2, name: 'Pledges' })).toBeInTheDocument();
});

test('Shift marks rows, Control and C copies them, Escape lets go of them', async () => {
  const { user } = await openTable();
  cell('Opening speech').focus();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(rowOf('Opening speech')).toHaveAttribute('aria-selected', 'true');
  expect(rowOf('Spring summit')).toHaveAttribute('aria-selected', 'true');
  expect(rowOf('Pledges')).toHaveAttribute('aria-selected', 'false');
  await user.keyboard('{Control>}c{/Control}');
  expect(await screen.findByText('2 events copied')).toBeInTheDocument();
  const lines = (await navigator.clipboard.readText()).split('\n');
  expect(lines[0]).toBe('Date\tDate in words\tTitle\tActors\tPlaces\tThemes');
  expect(lines[1]).toContain('2014-01-10\t10 January 2014\tOpening speech\t');
  expect(lines).toHaveLength(4);
  await user.keyboard('{Escape}');
  expect(rowOf('Opening speech')).toHaveAttribute('aria-selected', 'false');
});

test('Copy copies all that match', async () => {
  const { user } = await openTable({ choices: { words: 'summit' } });
  await findStatus('2 of 5 events');
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('2 events copied')).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toContain('planned for June 2015');
});

test('says plainly where the browser lets nothing be copied', async () => {
  const { user } = await openTable();
  const refusal = new Error('Not allowed here.');
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(refusal);
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(refusal);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copying failed: Not allowed here.')).toBeInTheDocument();
});

test('saves all that match as a CSV file', async () => {
  const saved: { name: string; content: Blob }[] = [];
  const contents = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (content: Blob) => {
      contents.set('blob:here', content);
      return 'blob:here';
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content: contents.get(this.href) ?? new Blob() });
  });
  const { user } = await openTable();
  await user.click(screen.getByRole('button', { name: 'Download CSV' }));
  expect(await screen.findByText('5 events saved')).toBeInTheDocument();
  expect(saved.map(({ name }) => name)).toEqual(['a-small-history-events.csv']);
  const bytes = new Uint8Array((await saved[0]?.content.arrayBuffer()) ?? []);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[2]).toContain(
    '2014-02,"February 2014, day not stated",Spring summit,Google; Microsoft;',
  );
});

test('of many events only those in sight are on the page; the keys bring the others', async () => {
  const lines = Array.from({ length: 900 }, (_, i) => `2014-01-01 Event ${String(i)}`);
  const { user } = await openTable({ history: historyFromText(`title Many\n${lines.join('\n')}`) });
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '901');
  expect(grid().getAllByRole('row').length).toBeLessThan(60);
  cell('Event 0').focus();
  await user.keyboard('{End}');
  await waitFor(() => expect(cell('Event 899')).toHaveFocus());
  expect(rowOf('Event 899')).toHaveAttribute('aria-rowindex', '901');
});

test('what is opened elsewhere comes into sight', async () => {
  const lines = Array.from(
    { length: 90 },
    (_, i) => `2014-01-${String((i % 28) + 1).padStart(2, '0')} Event ${String(i)} =e${String(i)}`,
  );
  const { store } = await openTable({
    history: historyFromText(`title Some\n${lines.join('\n')}`),
  });
  expect(screen.getByRole('grid').scrollTop).toBe(0);
  act(() =>
    store.getState().choose((now) => ({ ...now, selection: { kind: 'event', id: 'e83' } })),
  );
  await waitFor(() => expect(rowOf('Event 83')).toHaveAttribute('aria-current', 'true'));
  expect(screen.getByRole('grid').scrollTop).toBeGreaterThan(0);
});

test('what is printed is all that matches, and not only what is in sight', async () => {
  const lines = Array.from(
    { length: 120 },
    (_, i) => `2014-01-01 [meeting] Meeting ${String(i).padStart(3, '0')}: Google`,
  );
  await openTable({ history: historyFromText(['organisation Google', '', ...lines].join('\n')) });
  expect(screen.queryByRole('table')).toBeNull();
  await waitFor(
    () => {
      act(() => void window.dispatchEvent(new Event('beforeprint')));
      expect(screen.getByRole('table')).toBeInTheDocument();
    },
    { interval: 100 },
  );
  const printed = within(screen.getByRole('table'));
  expect(printed.getAllByRole('row')).toHaveLength(121);
  expect(printed.getByText('Meeting 119')).toBeInTheDocument();
  expect(printed.queryByRole('caption')).toBeNull();
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(screen.queryByRole('table')).toBeNull();
});
