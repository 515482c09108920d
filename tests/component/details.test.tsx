import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { filters, findDetails, findStatus, openPage } from './page.tsx';

const OPENING = { selection: { kind: 'event', id: 'opening' } } as const;

test('an event says when, where, what, who in which part, and in whose words', async () => {
  await openPage({ choices: OPENING });
  const details = await findDetails('Opening speech');
  expect(details.getByText('10 January 2014')).toBeInTheDocument();
  expect(details.getByText('everything').tagName).toBe('STRONG');
  const tookPart = within(details.getByRole('group', { name: 'Took part' }));
  expect(tookPart.getByRole('button', { name: 'Ada Lovelace' })).toBeInTheDocument();
  expect(tookPart.getByText('speaker')).toBeInTheDocument();
  expect(tookPart.getByText('Minister')).toBeInTheDocument();
  expect(tookPart.queryByRole('button', { name: 'NSPCC' })).toBeNull();
  const mentioned = within(details.getByRole('group', { name: 'Mentioned' }));
  expect(mentioned.getByRole('button', { name: 'NSPCC' })).toBeInTheDocument();
  const account = within(details.getByRole('group', { name: 'From the account' }));
  expect(account.getByText('“She opened it in January.”').closest('blockquote')).not.toBeNull();
  expect(account.getByText('The printed report')).toBeInTheDocument();
  expect(account.queryByRole('link')).toBeNull();
});

test('a name has two acts: it opens, and the button after it filters', async () => {
  const { user } = await openPage({ choices: OPENING });
  const details = await findDetails('Opening speech');
  const filter = details.getByRole('button', { name: 'Filter by Google' });
  expect(filter).toHaveAttribute('aria-pressed', 'false');
  await user.click(filter);
  await findStatus('3 of 5 events');
  expect(filter).toHaveAttribute('aria-pressed', 'true');
  expect(filters().getByRole('checkbox', { name: 'Google' })).toBeChecked();

  await user.click(details.getByRole('button', { name: 'Ada Lovelace' }));
  const ada = await findDetails('Ada Lovelace');
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 2, name: 'Ada Lovelace' })).toHaveFocus(),
  );
  expect(ada.getByText('Person · government')).toBeInTheDocument();
  const roles = within(ada.getByRole('group', { name: 'Roles' }));
  expect(roles.getByText('Minister')).toBeInTheDocument();
  expect(roles.getByRole('button', { name: 'Home Office' })).toBeInTheDocument();
  const events = within(ada.getByRole('group', { name: '2 events' }));
  expect(events.getByText('expected')).toBeInTheDocument();
  await user.click(events.getByRole('button', { name: 'Closing speech' }));
  await findDetails('Closing speech');
});

test('places and themes filter, the thread says how things hang together', async () => {
  const { user } = await openPage({ choices: { selection: { kind: 'event', id: 'pledges' } } });
  const details = await findDetails('Pledges');
  const rows = within(details.getByRole('group', { name: 'Thread' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    'Feb 2014Spring summitthis follows it up',
    '5 Mar 2014This event',
  ]);
  expect(rows[1]).toHaveAttribute('aria-current', 'true');
  await user.click(details.getByRole('button', { name: 'Filter by Industry' }));
  await findStatus('3 of 5 events');
});

test('what is planned, and a day that is not stated, are tagged in words', async () => {
  await openPage({ choices: { selection: { kind: 'event', id: 'next' } } });
  const details = await findDetails('Next summit');
  expect(details.getByText('planned for June 2015')).toBeInTheDocument();
  expect(details.getByText('day not stated')).toHaveClass('tag');
  expect(details.getByText('planned')).toHaveClass('tag');
});

test('figures keep their over and about, and references say when they have no address', async () => {
  const base = historyFromText('2014 Fund =fund');
  const history = {
    ...base,
    sources: [
      { id: 'account', title: 'The account' },
      { id: 'ref-7', title: 'On-line safety', number: 7 },
      { id: 'ref-8', title: 'A page', number: 8, url: 'https://example.org/page' },
      { id: 'ref-9', title: 'A trap', number: 9, url: 'javascript:alert(1)' },
    ],
    events: [
      {
        id: 'fund',
        title: 'Fund',
        date: '2014',
        figures: [
          { value: 5e7, unit: 'pounds', currency: 'GBP', over: 'P5Y' },
          { value: 50, unit: 'countries', qualifier: 'over' as const },
        ],
        citations: [
          {
            source: 'account',
            locator: 'paragraph 8',
            quote: 'There will be a fund.',
            cites: ['ref-7', 'ref-8', 'ref-9'],
          },
        ],
      },
    ],
  };
  await openPage({ history, choices: { selection: { kind: 'event', id: 'fund' } } });
  const details = await findDetails('Fund');
  const figures = within(details.getByRole('list', { name: 'Figures' })).getAllByRole('listitem');
  expect(figures.map((figure) => figure.textContent)).toEqual([
    '£50 million over five years',
    'over 50 countries',
  ]);
  expect(details.getByText('The account').parentElement).toHaveTextContent(
    'The account, paragraph 8',
  );
  const cites = within(details.getByRole('list', { name: 'Referring to' })).getAllByRole(
    'listitem',
  );
  expect(cites[0]).toHaveTextContent('Reference 7: On-line safety, no address given');
  const link = within(cites[1] as HTMLElement).getByRole('link', { name: /^A page/u });
  expect(link).toHaveAttribute('href', 'https://example.org/page');
  expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(within(cites[2] as HTMLElement).queryByRole('link')).toBeNull();
});

test('Escape closes the details and gives the focus back to what opened them', async () => {
  const { user } = await openPage();
  const box = screen.getByRole('searchbox', { name: 'Search' });
  await user.type(box, 'clos');
  await screen.findByRole('option', { name: 'Closing speech 1 April 2014' });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 2, name: 'Closing speech' })).toHaveFocus(),
  );
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Details' })).toBeNull());
  expect(box).toHaveFocus();
});

test('f and its button bring the chosen event to the middle', async () => {
  const { user, store } = await openPage({ choices: OPENING });
  await findDetails('Opening speech');
  await user.keyboard('f');
  const { window } = store.getState().choices;
  const middleMs = Date.UTC(2014, 0, 10, 12);
  expect(window?.startMs).toBeLessThan(middleMs);
  expect(window?.endMs).toBeGreaterThan(middleMs);
  expect(window).not.toBeNull();
});
