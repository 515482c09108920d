import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withUse, type Choices } from '../../src/state/choices.ts';
import { filters, findStatus, openPage } from './page.tsx';

const DURING = { startMs: Date.UTC(2014, 0, 1), endMs: Date.UTC(2014, 5, 1, 12) };

test('each part of the choices has a chip in words, and a button that takes it away', async () => {
  const { user, store } = await openPage({ choices: { words: 'open', during: DURING } });
  store.getState().choose((now: Choices) => {
    const google = withUse(withUse(now, 'organisation', 'google', 'any'), 'theme', 'safety', 'any');
    return withUse(google, 'organisation', 'microsoft', 'none');
  });
  await findStatus('1 of 5 events');
  const chips = within(screen.getByRole('group', { name: 'Active filters' })).getAllByRole(
    'listitem',
  );
  expect(chips.map((chip) => chip.textContent)).toEqual([
    'Google',
    'not Microsoft',
    'Safety',
    'words: open',
    '1 Jan 2014 – 1 Jun 2014',
  ]);
  await user.click(screen.getByRole('button', { name: 'Remove filter: words: open' }));
  expect(store.getState().choices.words).toBe('');
  await user.click(screen.getByRole('button', { name: 'Remove filter: not Microsoft' }));
  expect(filters().getByRole('checkbox', { name: 'Google' })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await findStatus('5 of 5 events');
  expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
});

test('where nothing matches it says which filter to remove, with what that brings back', async () => {
  const { user } = await openPage();
  await user.click(filters().getByRole('checkbox', { name: 'Google' }));
  await findStatus('3 of 5 events');
  await user.click(filters().getByRole('button', { name: 'Status' }));
  await user.click(await filters().findByRole('checkbox', { name: 'Planned' }));
  await findStatus('0 of 5 events');
  expect(
    await screen.findByRole('heading', { name: 'No event matches all of this' }),
  ).toBeVisible();
  expect(
    await screen.findByRole('button', { name: '3 events without “Planned”' }),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: '1 event without “Google”' }));
  await findStatus('1 of 5 events');
  expect(screen.queryByRole('heading', { name: 'No event matches all of this' })).toBeNull();
});

test('undo and redo by button and by key, which say when there is nothing to do', async () => {
  const { user } = await openPage();
  const undo = screen.getByRole('button', { name: 'Undo' });
  const redo = screen.getByRole('button', { name: 'Redo' });
  expect(undo).toHaveAttribute('aria-disabled', 'true');
  await user.click(filters().getByRole('checkbox', { name: 'Google' }));
  await findStatus('3 of 5 events');
  await user.click(undo);
  await findStatus('5 of 5 events');
  await user.click(redo);
  await findStatus('3 of 5 events');
  await user.keyboard('{Control>}z{/Control}');
  await findStatus('5 of 5 events');
  await user.keyboard('{Meta>}{Shift>}Z{/Shift}{/Meta}');
  await findStatus('3 of 5 events');
});
