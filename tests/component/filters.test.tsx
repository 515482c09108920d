import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { filters, findStatus, openPage } from './page.tsx';

test('a value is a checkbox named by it, described by its count', async () => {
  const { user } = await openPage();
  const google = filters().getByRole('checkbox', { name: 'Google' });
  expect(google).toHaveAccessibleDescription('3 events');
  await user.click(google);
  await findStatus('3 of 5 events');
  expect(google).toBeChecked();
  // Its own facet keeps counting what choosing another would give; the others count what is left.
  expect(filters().getByRole('checkbox', { name: 'NSPCC' })).toHaveAccessibleDescription(
    '2 events',
  );
  await waitFor(() =>
    expect(filters().getByRole('checkbox', { name: 'Industry' })).toHaveAccessibleDescription(
      '2 events',
    ),
  );
  await user.click(google);
  await findStatus('5 of 5 events');
});

test('groups stand in their order, the last three folded', async () => {
  const { user } = await openPage();
  const groups = filters().getAllByRole('group');
  expect(groups.map((group) => within(group).getByRole('heading').textContent)).toEqual([
    'Organisations',
    'People',
    'Places',
    'Themes',
    'Sectors',
    'Kinds',
    'Status',
  ]);
  expect(screen.getByRole('group', { name: 'Themes' })).toBeInTheDocument();
  const kinds = filters().getByRole('button', { name: 'Kinds' });
  expect(kinds).toHaveAttribute('aria-expanded', 'false');
  expect(filters().queryByRole('checkbox', { name: 'Summit' })).toBeNull();
  await user.click(kinds);
  await user.click(filters().getByRole('checkbox', { name: 'Summit' }));
  await findStatus('2 of 5 events');
});

test('the menu requires, excludes, takes alone and clears', async () => {
  const { user } = await openPage();
  const choose = async (name: string, role: 'menuitem' | 'menuitemradio', item: string) => {
    await user.click(filters().getByRole('button', { name: `Options for ${name}` }));
    await user.click(await screen.findByRole(role, { name: item }));
  };
  await choose('Google', 'menuitemradio', 'Require');
  await choose('Microsoft', 'menuitemradio', 'Require');
  await findStatus('2 of 5 events');
  const microsoft = filters().getByRole('checkbox', { name: 'Microsoft' });
  expect(microsoft).toHaveAccessibleDescription('2 events required');
  expect(screen.getByText('Google and Microsoft both')).toBeInTheDocument();

  await choose('Microsoft', 'menuitemradio', 'Exclude');
  await findStatus('1 of 5 events');
  expect(microsoft).not.toBeChecked();
  expect(microsoft).toHaveAccessibleDescription(/excluded$/u);

  await choose('NSPCC', 'menuitem', 'Only this');
  await findStatus('2 of 5 events');
  await choose('NSPCC', 'menuitem', 'Clear');
  await findStatus('5 of 5 events');
});

test('the menu says how a value is used now, has the focus, and gives it back by Escape', async () => {
  const { user } = await openPage();
  await user.click(filters().getByRole('checkbox', { name: 'Google' }));
  const button = filters().getByRole('button', { name: 'Options for Google' });
  button.focus();
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('menu', { name: 'Options for Google' });
  expect(button).toHaveAttribute('aria-expanded', 'true');
  expect(within(menu).getByRole('menuitemradio', { name: 'Allow as alternative' })).toHaveAttribute(
    'aria-checked',
    'true',
  );
  await waitFor(() => expect(menu.contains(document.activeElement)).toBe(true));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(button).toHaveFocus());
  expect(button).toHaveAttribute('aria-expanded', 'false');
});

test('the box finds a value; Escape empties it', async () => {
  const { user } = await openPage();
  const box = filters().getByRole('searchbox', { name: 'Find an organisation' });
  await user.type(box, 'micro');
  await waitFor(() => expect(filters().queryByRole('checkbox', { name: 'Google' })).toBeNull());
  expect(filters().getByRole('checkbox', { name: 'Microsoft' })).toBeInTheDocument();
  await user.clear(box);
  await user.type(box, 'zzz');
  expect(await filters().findByText('Nothing with “zzz”.')).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(box).toHaveValue('');
  expect(await filters().findByRole('checkbox', { name: 'Google' })).toBeInTheDocument();
});

test('a long list grows on demand, and the focus goes to the first new value', async () => {
  const { user } = await openPage();
  const group = within(screen.getByRole('group', { name: 'Organisations' }));
  const before = group.getAllByRole('checkbox').map((box) => box.getAttribute('aria-labelledby'));
  await user.click(group.getByRole('button', { name: '2 more' }));
  await waitFor(() => expect(group.getAllByRole('checkbox')).toHaveLength(before.length + 2));
  expect(group.getAllByRole('checkbox')[before.length]).toHaveFocus();
  await user.click(group.getByRole('button', { name: 'Fewer' }));
  await waitFor(() => expect(group.getAllByRole('checkbox')).toHaveLength(before.length));
});

test('the switches change how values count and what becomes of the rest', async () => {
  const { user, store } = await openPage();
  await user.click(filters().getByRole('checkbox', { name: 'United Kingdom' }));
  await findStatus('2 of 5 events');
  const parts = filters().getByRole('switch', { name: 'Include their parts' });
  expect(parts).toBeChecked();
  await user.click(parts);
  await findStatus('0 of 5 events');
  await user.click(filters().getByRole('switch', { name: 'Fade what does not match' }));
  expect(store.getState().choices.rest).toBe('hide');
});
