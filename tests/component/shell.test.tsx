import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { findDetails, findStatus, openPage } from './page.tsx';

test('the first heading is the title of the history, and so is the name of the page', async () => {
  await openPage();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('A small history');
  expect(document.title).toBe('A small history – Threadline');
  const tabs = within(screen.getByRole('tablist', { name: 'Views' })).getAllByRole('tab');
  expect(tabs.map((tab) => tab.textContent)).toEqual([
    'Timeline and network',
    'Timeline',
    'Network',
    'Map',
    'Table',
  ]);
  expect(tabs[0]).toHaveAttribute('aria-selected', 'true');
  expect(screen.getByRole('tabpanel', { name: 'Timeline and network' })).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: 'Network' })).toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'false'));
});

test('the skip link leads to the view and leaves the address alone', async () => {
  const { user } = await openPage();
  const before = location.href;
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to the view' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
  expect(location.href).toBe(before);
});

test('? opens the help, where single-letter keys can be switched off', async () => {
  const { user } = await openPage();
  await user.keyboard('?');
  const help = await screen.findByRole('dialog', { name: 'Help' });
  expect(within(help).getByText('One level back')).toBeInTheDocument();
  const about = within(within(help).getByRole('region', { name: 'About this history' }));
  expect(about.getByText('Nothing').tagName).toBe('STRONG');
  expect(about.getByText('Free')).toBeInTheDocument();
  expect(about.getByText('The printed report')).toBeInTheDocument();

  const letters = within(help).getByRole('switch', { name: 'Single-letter keys' });
  expect(letters).toBeChecked();
  await user.click(letters);
  await user.click(within(help).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('?/');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('searchbox', { name: 'Search' })).not.toHaveFocus();
  // A key with a modifier is no single letter.
  await user.click(screen.getByRole('checkbox', { name: 'Google' }));
  await findStatus('3 of 5 events');
  await user.keyboard('{Control>}z{/Control}');
  await findStatus('5 of 5 events');
});

test('letters are letters while somebody types', async () => {
  const { user } = await openPage();
  const box = screen.getByRole('searchbox', { name: 'Search' });
  await user.type(box, '?f/');
  expect(box).toHaveValue('?f/');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Escape steps back one level at a time: search, then details', async () => {
  const { user, store } = await openPage({
    choices: { selection: { kind: 'event', id: 'closing' } },
  });
  await findDetails('Closing speech');
  store.getState().setSearchText('goog');
  await user.keyboard('{Escape}');
  expect(store.getState().searchText).toBe('');
  expect(screen.getByRole('region', { name: 'Details' })).toBeInTheDocument();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Details' })).toBeNull());
});

test('Theme goes through auto, light and dark, and says which one holds', async () => {
  const { user } = await openPage();
  const theme = screen.getByRole('button', { name: 'Theme' });
  expect(theme).toHaveAccessibleDescription('as the system');
  await user.click(theme);
  expect(theme).toHaveAccessibleDescription('light');
  expect(document.documentElement.dataset['theme']).toBe('light');
  await user.click(theme);
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await user.click(theme);
  expect(document.documentElement.dataset['theme']).toBeUndefined();
});
