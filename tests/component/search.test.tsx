import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { filters, findDetails, findStatus, openPage } from './page.tsx';

const box = () => screen.getByRole('searchbox', { name: 'Search' });
const findOption = (name: string) => screen.findByRole('option', { name });

test('hits are options of a list that the box walks with the arrows', async () => {
  const { user } = await openPage();
  await user.keyboard('/');
  expect(box()).toHaveFocus();
  await user.keyboard('speech');
  await findOption('Opening speech 10 January 2014');
  const list = screen.getByRole('listbox', { name: 'Search results' });
  const options = within(list).getAllByRole('option');
  expect(options.at(-1)).toHaveAccessibleName('Filter events by “speech”');
  expect(box()).not.toHaveAttribute('aria-activedescendant');
  await user.keyboard('{ArrowDown}');
  expect(box()).toHaveAttribute('aria-controls', list.id);
  expect(box()).toHaveAttribute('aria-activedescendant', options[0]?.id);
  expect(options[0]).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowUp}');
  expect(box()).toHaveAttribute('aria-activedescendant', options.at(-1)?.id);
});

test('an event opens, and its title takes the focus', async () => {
  const { user } = await openPage();
  await user.type(box(), 'clos');
  await findOption('Closing speech 1 April 2014');
  await user.keyboard('{ArrowDown}{Enter}');
  await findDetails('Closing speech');
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 2, name: 'Closing speech' })).toHaveFocus(),
  );
  expect(box()).toHaveValue('');
  expect(screen.queryByRole('listbox')).toBeNull();
});

test('an actor becomes a filter, or opens', async () => {
  const { user } = await openPage();
  await user.type(box(), 'goog');
  await user.click(await findOption('Google Organisation filter'));
  await findStatus('3 of 5 events');
  expect(filters().getByRole('checkbox', { name: 'Google' })).toBeChecked();
  await user.type(box(), 'goog');
  await user.click(await findOption('Open Google'));
  expect(await findDetails('Google')).toBeDefined();
});

test('Enter with nothing picked takes the words themselves as a filter', async () => {
  const { user } = await openPage();
  await user.type(box(), 'speech{Enter}');
  await findStatus('2 of 5 events');
  expect(screen.getByText('words: speech')).toBeInTheDocument();
});

test('Escape empties the box, then leaves it for the view', async () => {
  const { user } = await openPage();
  await user.type(box(), 'speech');
  await findOption('Filter events by “speech”');
  await user.keyboard('{Escape}');
  expect(box()).toHaveValue('');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box()).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('main')).toHaveFocus();
});
