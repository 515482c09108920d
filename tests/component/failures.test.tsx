import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { useState } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fail, ok } from '../../src/base/result.ts';
import { createLocalEngine } from '../../src/engine/local/localEngine.ts';
import { ErrorBoundary } from '../../src/ui/ErrorBoundary.tsx';
import { Lazy } from '../../src/ui/Lazy.tsx';
import { historyFromText } from '../fixtures/historyFromText.ts';
import {
  ADDRESS,
  filters,
  findStatus,
  HISTORY,
  openPage,
  renderPage,
  unreachable,
} from './page.tsx';

const OTHER = 'https://example.org/other.json';

async function openByDialog(user: ReturnType<typeof userEvent.setup>, address: string) {
  await user.click(screen.getByRole('button', { name: 'Open' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Open a history' }));
  const field = dialog.getByRole('textbox', { name: 'Address' });
  expect(field).toHaveFocus();
  await user.type(field, `${address}{Enter}`);
  return dialog;
}

test('the dialog refuses what is no address, in words beside the field', async () => {
  const { user } = await openPage();
  const dialog = await openByDialog(user, 'ftp://example.org/history.json');
  const words = 'Only addresses that begin with http:// or https:// can be opened.';
  expect(dialog.getByText(words)).toBeInTheDocument();
  const field = dialog.getByRole('textbox', { name: 'Address' });
  expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(field).toHaveAccessibleDescription(new RegExp(`^${words}`, 'u'));
  expect(field).toHaveFocus();
});

test('the dialog opens another history and goes', async () => {
  const history = { ...historyFromText('2020 One event'), title: 'Another history' };
  const { user } = await openPage({ others: () => ok(createLocalEngine(history, [])) });
  await openByDialog(user, OTHER);
  await findStatus('1 of 1 event');
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Another history');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a file with faults is listed place by place; what was open stays', async () => {
  const { user } = await openPage({
    others: () =>
      fail({
        kind: 'invalid',
        message: 'This file is not a history yet.',
        problems: [
          {
            place: 'events[3].date',
            found: '"soon"',
            expected: 'a date in EDTF',
            remedy: 'Write a year, such as 2014.',
            severity: 'error',
          },
        ],
        problemsTotal: 4,
      }),
  });
  const dialog = await openByDialog(user, OTHER);
  expect(await dialog.findByText('This file is not a history yet.')).toBeInTheDocument();
  expect(dialog.getByText('events[3].date')).toBeInTheDocument();
  expect(dialog.getByText('"soon"')).toBeInTheDocument();
  expect(dialog.getByText('a date in EDTF')).toBeInTheDocument();
  expect(dialog.getByText('Write a year, such as 2014.')).toBeInTheDocument();
  expect(dialog.getByText('And 3 more problems, not listed.')).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // It was said in the dialog and is not said again; the history that was open goes on.
  expect(screen.queryByRole('region', { name: 'Not opened' })).toBeNull();
  await user.click(filters().getByRole('checkbox', { name: 'Google' }));
  await findStatus('3 of 5 events');
});

test('a page that opens nothing says why, tries again, and leads to the bundled history', async () => {
  let tries = 0;
  const { store, user } = renderPage((url) => {
    if (url === ADDRESS) return ok(createLocalEngine(HISTORY, []));
    tries += 1;
    return fail(unreachable(url));
  });
  store.getState().open({ url: OTHER, isBundled: false });
  const notice = within(await screen.findByRole('region', { name: 'Not opened' }));
  expect(notice.getByText(`Nothing answers at ${OTHER}.`)).toBeInTheDocument();
  await user.click(notice.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(tries).toBe(2));
  const again = await screen.findByRole('region', { name: 'Not opened' });
  await user.click(within(again).getByRole('button', { name: 'Open the bundled history' }));
  await findStatus('5 of 5 events');
  expect(screen.queryByRole('region', { name: 'Not opened' })).toBeNull();
});

test('a question without an answer is told in words; the page goes on', async () => {
  const engine = createLocalEngine(HISTORY, []);
  const { store, user } = await openPage({
    engine: {
      ...engine,
      details: () => Promise.reject(new Error('The disk is on fire.')),
    },
  });
  store.getState().choose((now) => ({ ...now, selection: { kind: 'event', id: 'closing' } }));
  expect(await screen.findByText(/The disk is on fire\./u)).toHaveTextContent(
    'The details could not be read. The disk is on fire.',
  );
  await user.click(screen.getByRole('button', { name: 'Close details' }));
  await user.click(filters().getByRole('checkbox', { name: 'Google' }));
  await findStatus('3 of 5 events');
});

test('a notice is told once and can be closed', async () => {
  const { store, user } = await openPage();
  store.setState({ notice: 'The address named a view that there is not.' });
  expect(await screen.findByText('The address named a view that there is not.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close notice' }));
  expect(screen.queryByText('The address named a view that there is not.')).toBeNull();
});

describe('error boundaries', () => {
  beforeEach(() => {
    // React tells the console, and the boundary the window, about an error that is meant here.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.stubGlobal('reportError', vi.fn());
  });

  test('an error stays inside, is put in words, and can be tried again', async () => {
    let isBroken = true;
    function Fragile() {
      if (isBroken) throw new Error('The scale has no domain.');
      return <p>Drawn</p>;
    }
    function Beside() {
      const [count, setCount] = useState(0);
      return (
        <button type="button" onClick={() => setCount(count + 1)}>
          {`Pressed ${String(count)}`}
        </button>
      );
    }
    const user = userEvent.setup();
    render(
      <>
        <ErrorBoundary name="the timeline">
          <Fragile />
        </ErrorBoundary>
        <ErrorBoundary name="the filters">
          <Beside />
        </ErrorBoundary>
      </>,
    );
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Something went wrong in the timeline.');
    expect(alert).toHaveTextContent('The scale has no domain.');
    await user.click(screen.getByRole('button', { name: 'Pressed 0' }));
    expect(screen.getByRole('button', { name: 'Pressed 1' })).toBeInTheDocument();
    expect(reportError).toHaveBeenCalledOnce();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('Drawn')).toBeInTheDocument();
  });

  test('a part that could not be fetched is fetched anew', async () => {
    const load = vi
      .fn<() => Promise<() => React.ReactNode>>()
      .mockRejectedValueOnce(new Error('The network is away.'))
      .mockResolvedValue(() => <p>Here it is</p>);
    const user = userEvent.setup();
    render(<Lazy name="the details" load={load} props={{}} fallback={<p>On its way</p>} />);
    expect(screen.getByText('On its way')).toBeInTheDocument();
    expect(await screen.findByText('The network is away.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Here it is')).toBeInTheDocument();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
