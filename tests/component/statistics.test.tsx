/*
 * The strip of statistics by roles and names, over the local engine.
 */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { findStatus, openPage as openWhole } from './page.tsx';

/** The page once the strip, which comes after the first picture, is there. */
async function openPage(): ReturnType<typeof openWhole> {
  const page = await openWhole();
  await screen.findByRole('region', { name: 'Statistics' });
  return page;
}

function strip() {
  return within(screen.getByRole('region', { name: 'Statistics' }));
}

test('says in words what its bars show', async () => {
  await openPage();
  const events = await strip().findByRole('img', { name: /^Events per month from January 2014/ });
  expect(events).toHaveAccessibleName(/: 5, most in /);
  expect(strip().getByRole('img', { name: /^New ties per month/ })).toBeInTheDocument();
});

test('names who was most active; each filters, and lights what goes with it', async () => {
  const { user, store } = await openPage();
  const google = await strip().findByRole('button', { name: 'Google, 3 events' });
  await user.hover(google);
  expect(store.getState().highlight).toEqual({ kind: 'actor', id: 'google' });
  await user.click(google);
  await findStatus('3 of 5 events');
  expect(strip().getByRole('button', { name: /^Google, / })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await user.click(strip().getByRole('button', { name: /^Google, / }));
  await findStatus('5 of 5 events');
});

test('follows the filters', async () => {
  const { user } = await openPage();
  await user.click(await strip().findByRole('button', { name: 'Microsoft, 2 events' }));
  await waitFor(() =>
    expect(strip().getByRole('img', { name: /^Events / })).toHaveAccessibleName(/: 2, most in /),
  );
});

test('folds away, and asks nothing then', async () => {
  const { user, store } = await openPage();
  const toggle = strip().getByRole('button', { name: 'Statistics', expanded: true });
  await user.click(toggle);
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  expect(strip().queryByRole('img')).not.toBeInTheDocument();
  expect(store.getState().isStatisticsShown).toBe(false);
});
