/* The step between a table and a history, over a formats' worker in this thread. */
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { createLocalEngine } from '../../../src/engine/local/localEngine.ts';
import { broughtFile } from '../../../src/panels/open/brought.ts';
import { OpenDialog } from '../../../src/panels/open/OpenDialog.tsx';
import { AppStoreProvider } from '../../../src/state/hooks.tsx';
import { createAppStore } from '../../../src/state/store.ts';
import { historyFromText } from '../../fixtures/historyFromText.ts';
import { localDesk } from '../localDesk.ts';

// Waiting ends when what is waited for is there; the limit only stops a test that would wait for ever.
configure({ asyncUtilTimeout: 20_000 });

beforeEach(() => {
  vi.stubGlobal('reportError', vi.fn());
});

const OPENED = historyFromText('2014 One event');

/** The dialog alone, with what was dropped on the page. */
function bring(text: string) {
  const engine = createLocalEngine(OPENED, []);
  const store = createAppStore({ openSource: () => Promise.resolve(ok(engine)) });
  const onClose = vi.fn<() => void>();
  render(
    <AppStoreProvider store={store}>
      <OpenDialog
        brought={broughtFile(new File([text], 'meetings.csv'))}
        startFormats={localDesk}
        onClose={onClose}
      />
    </AppStoreProvider>,
  );
  return { user: userEvent.setup(), store, onClose };
}

async function columnsStep() {
  return within(await screen.findByRole('dialog', { name: 'What the columns are' }));
}

test('columns are told and untold; what nobody uses is said', async () => {
  const { user, store, onClose } = bring(
    'Date,Event,Firms,Town,Note\n2014-03-02,Summit,Google; Microsoft,London,a\n2014-03-09,Talks,Google,Leeds,b\n',
  );
  const step = await columnsStep();
  const preview = within(step.getByRole('region', { name: 'Preview' }));
  await waitFor(() => expect(step.getByRole('status')).toHaveTextContent('2 events from 2 rows'));
  // Where the cells tell the order of day and month, nothing is asked.
  expect(step.queryByRole('group', { name: /two ways/u })).toBeNull();
  expect(step.getByRole('combobox', { name: 'Title' })).toHaveValue('Event');
  expect(step.getByRole('combobox', { name: 'Date' })).toHaveValue('Date');

  await user.selectOptions(step.getByRole('combobox', { name: 'Places' }), 'Town');
  await waitFor(() => expect(preview.getByText('London')).toBeInTheDocument());
  const firms = step.getByRole('combobox', { name: 'Organisations' });
  await user.selectOptions(firms, 'Firms');
  await waitFor(() => expect(preview.getByText('Google, Microsoft')).toBeInTheDocument());
  await user.selectOptions(
    step.getByRole('combobox', { name: 'Names in Firms' }),
    'one name a cell',
  );
  await waitFor(() => expect(preview.getByText('Google; Microsoft')).toBeInTheDocument());

  // Without a title no event could be told from another.
  await user.selectOptions(step.getByRole('combobox', { name: 'Title' }), 'none');
  expect(step.getByText('Choose which column is the title.')).toBeInTheDocument();
  const open = step.getByRole('button', { name: 'Open history' });
  expect(open).toHaveAttribute('aria-disabled', 'true');
  await user.click(open);
  expect(store.getState().opening).toBeNull();
  const columns = within(step.getByRole('region', { name: 'Columns in the file' }));
  const row = within(columns.getByRole('row', { name: /^Event/u }));
  expect(row.getByText('not used')).toBeInTheDocument();

  await user.selectOptions(step.getByRole('combobox', { name: 'Title' }), 'Note');
  await user.click(step.getByRole('button', { name: 'Open history' }));
  const opened = within(await screen.findByRole('dialog', { name: 'Opened' }));
  expect(opened.getByText(/^2 rows became 2 events/u)).toBeInTheDocument();
  // Whoever looks at the report can go back and say it otherwise: all stands as it was.
  await user.click(opened.getByRole('button', { name: 'Change the columns' }));
  const again = await columnsStep();
  expect(again.getByRole('combobox', { name: 'Title' })).toHaveValue('Note');
  await user.click(again.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(store.getState().report?.unitsTotal).toBe(2);
});

test('a file that was taken for the wrong thing is taken for another; a failure keeps the step', async () => {
  const { user } = bring('Date,Event\n2014-03-02,Summit\n');
  const step = await columnsStep();
  await user.selectOptions(step.getByRole('combobox', { name: 'Taken for' }), 'GEXF');
  expect(await screen.findByRole('alert')).toHaveTextContent(/GEXF|XML/u);
  const back = await columnsStep();
  expect(back.getByRole('combobox', { name: 'Taken for' })).toHaveValue('table');
  expect(back.getByRole('combobox', { name: 'Title' })).toHaveValue('Event');
  // Cut otherwise, it is another table.
  await user.selectOptions(back.getByRole('combobox', { name: 'Headers in' }), 'no row');
  const cut = await columnsStep();
  await waitFor(() => expect(cut.getByRole('rowheader', { name: 'column 2' })).toBeInTheDocument());
});
