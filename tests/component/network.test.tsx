/*
 * The network by roles and names, over the local engine: who stands in it, what keys, lists and options do.
 */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Choices, NetworkChoices } from '../../src/state/choices.ts';
import { DEFAULT_CHOICES } from '../../src/state/choices.ts';
import { historyFromText } from '../fixtures/historyFromText.ts';
import { findDetails, findStatus, openPage, type Page } from './page.tsx';

/** Google acts with Microsoft twice; a chain leads from Ada by Google to NSPCC; Zoe acts alone. */
const HISTORY = historyFromText(`
  title Who acted with whom
  organisation Google (industry)
  organisation Microsoft (industry)
  organisation NSPCC (civil-society)
  office Home Secretary (government)
  person Ada Lovelace (government)
  person Zoe Alone
  organisation Home Office (government)
  role Ada Lovelace: Minister, Home Office [2014]
  theme Safety
  theme Industry

  2014-01-10 Opening: Ada Lovelace, Google #Safety
  2014-02-10 Summit: Google, Microsoft #Industry
  2014-03-10 Pledges: Google, Microsoft, NSPCC #Industry
  2014-06-10 Letter: Zoe Alone #Safety
  2014-09-10 Report: NSPCC, mentioned Home Secretary #Safety
`);

async function openNetwork(
  network: Partial<NetworkChoices> = {},
  choices: Partial<Choices> = {},
): Promise<Page> {
  const page = await openPage({
    history: HISTORY,
    choices: {
      views: ['network'],
      ...choices,
      network: { ...DEFAULT_CHOICES.network, ...network },
    },
  });
  await settled();
  return page;
}

function region(): HTMLElement {
  return screen.getByRole('region', { name: 'Network' });
}

function network() {
  return within(region());
}

function picture() {
  return within(network().getByRole('group', { name: /^The network/u }));
}

/** Another network stands, and moves no more. */
async function settled(): Promise<void> {
  await screen.findByRole('region', { name: 'Network' });
  await waitFor(() => expect(region()).toHaveAttribute('aria-busy', 'false'));
}

function names(): string[] {
  return picture()
    .queryAllByRole('button')
    .map((node) => node.getAttribute('aria-label') ?? '');
}

/** A press that comes through: the mouse of user-event names no window, which d3-zoom asks for a drag. */
function press(node: HTMLElement): void {
  fireEvent.click(node, { detail: 1 });
}

function node(name: string): HTMLElement {
  return picture().getByRole('button', { name: new RegExp(`^${name}, `, 'u') });
}

test('who acted stands as a button with its number of events, the weightiest first', async () => {
  await openNetwork();
  expect(names()).toEqual([
    'Google, 3 events',
    'Microsoft, 2 events',
    'NSPCC, 2 events',
    'Ada Lovelace, 1 event',
    'Zoe Alone, 1 event',
    'Home Office, 0 events',
  ]);
  expect(network().getByText('6 actors, 5 ties')).toBeInTheDocument();
  const keys = within(network().getByRole('list', { name: 'Legend' }));
  expect(keys.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Person',
    'Organisation',
    'Industry',
    'Civil society',
    'Government',
    'Acted together',
    'Held a role',
  ]);
});

test('a press opens an actor; from its bar one filters by it, and the others fade', async () => {
  const { user } = await openNetwork();
  press(node('Microsoft'));
  await findDetails('Microsoft');
  expect(node('Microsoft')).toHaveAttribute('aria-current', 'true');
  await user.click(network().getByRole('button', { name: 'Filter by Microsoft' }));
  await findStatus('2 of 5 events');
  await settled();
  await waitFor(() => expect(node('Ada Lovelace')).toHaveAccessibleDescription(/not match/u));
  expect(node('Google')).toHaveAccessibleName('Google, 2 events');
  expect(node('Google')).not.toHaveAccessibleDescription();
  await user.click(network().getByRole('button', { name: 'Filter by Microsoft' }));
  await findStatus('5 of 5 events');
});

test('what does not match goes where the rest is hidden', async () => {
  const clause = { facet: 'organisation', any: ['microsoft'], all: [], none: [] } as const;
  await openNetwork({}, { rest: 'hide', clauses: [clause] });
  expect(names()).toEqual(['Google, 2 events', 'Microsoft, 2 events', 'NSPCC, 1 event']);
});

test('a filter in the address lays nobody out otherwise', async () => {
  const where = (): Record<string, string | null> =>
    Object.fromEntries(
      picture()
        .getAllByRole('button')
        .map((each) => [each.getAttribute('data-key') ?? '', each.getAttribute('transform')]),
    );
  await openNetwork();
  const before = where();
  cleanup();
  const clause = { facet: 'organisation', any: ['microsoft'], all: [], none: [] } as const;
  await openNetwork({}, { clauses: [clause] });
  expect(where()).toEqual(before);
});

test('the network is of the visible time', async () => {
  const { store } = await openNetwork();
  const window = { startMs: Date.UTC(2014, 1, 1), endMs: Date.UTC(2014, 2, 1) };
  store.getState().choose((now) => ({ ...now, window }));
  await waitFor(() => expect(names()).not.toContain('Zoe Alone, 1 event'));
  expect(names()).toContain('Microsoft, 1 event');
  store.getState().choose((now) => ({
    ...now,
    window: { startMs: Date.UTC(2014, 6, 1), endMs: Date.UTC(2014, 7, 1) },
  }));
  await network().findByText('Nobody acted together in the visible time.');
});

test('one stop for the tab key; arrows move, Home leads to the weightiest, Enter opens', async () => {
  const { user } = await openNetwork();
  const stops = picture()
    .getAllByRole('button')
    .filter((button) => button.getAttribute('tabindex') === '0');
  expect(stops).toHaveLength(1);
  stops[0]?.focus();
  await user.keyboard('{End}');
  expect(picture().getByRole('button', { name: /^Home Office, /u })).toHaveFocus();
  await user.keyboard('{Home}');
  expect(node('Google')).toHaveFocus();
  for (const arrow of ['{ArrowLeft}', '{ArrowRight}', '{ArrowUp}', '{ArrowDown}']) {
    await user.keyboard(`{Home}${arrow}`);
  }
  expect(document.activeElement).toHaveAttribute('aria-label', expect.stringMatching(/event/u));
  await user.keyboard('{Home}{Enter}');
  await findDetails('Google');
  expect(node('Google')).toHaveFocus();
});

test('Enter again lists the ties in words; one walks along them from actor to actor', async () => {
  const { user, store } = await openNetwork();
  node('Google').focus();
  await user.keyboard('{Enter}');
  await findDetails('Google');
  await user.keyboard('{Enter}');
  const list = await network().findByRole('listbox', { name: 'Ties of Google' });
  expect(list).toHaveFocus();
  const options = await within(list).findAllByRole('option');
  expect(options.map((option) => option.getAttribute('aria-label'))).toEqual([
    'Microsoft, 2 events together',
    'Ada Lovelace, 1 event together',
    'NSPCC, 1 event together',
  ]);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(within(list).getByRole('option', { selected: true })).toHaveTextContent('NSPCC');
  expect(store.getState().highlight).toEqual({ kind: 'actor', id: 'nspcc' });
  await user.keyboard('{Enter}');
  await findDetails('NSPCC');
  const next = await network().findByRole('listbox', { name: 'Ties of NSPCC' });
  expect(next).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(node('NSPCC')).toHaveFocus();
  expect(network().queryByRole('listbox')).not.toBeInTheDocument();
});

test('an actor is picked from the list of all, found by the beginning of any word', async () => {
  const { user } = await openNetwork();
  await user.click(network().getByRole('button', { name: 'Pick an actor' }));
  const box = await screen.findByRole('combobox', { name: 'Find an actor' });
  await user.type(box, 'love');
  const options = within(screen.getByRole('listbox', { name: 'Pick an actor' }));
  expect(options.getAllByRole('option')).toHaveLength(1);
  expect(options.getByRole('option')).toHaveAccessibleName('Ada Lovelace, 1 event');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(node('Ada Lovelace')).toHaveFocus());
});

test('only the neighbours of one, as far as one likes, and everyone again', async () => {
  const { user } = await openNetwork();
  press(node('Microsoft'));
  await user.click(await network().findByRole('button', { name: 'Only neighbours of Microsoft' }));
  await waitFor(() => expect(names()).not.toContain('Ada Lovelace, 1 event'));
  expect(names()).toContain('NSPCC, 2 events');
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => expect(names()).toContain('Ada Lovelace, 1 event'));
});

test('how far around is chosen in the bar, and left there', async () => {
  const { user } = await openNetwork({ ego: { actor: 'ada-lovelace', depth: 1 } });
  expect(names()).not.toContain('Microsoft, 2 events');
  const around = network().getByRole('group', { name: 'Only around Ada Lovelace' });
  await user.selectOptions(within(around).getByRole('combobox', { name: 'How far around' }), '2');
  await waitFor(() => expect(names()).toContain('Microsoft, 2 events'));
  await user.click(within(around).getByRole('button', { name: 'Show everyone again' }));
  await waitFor(() => expect(names()).toContain('Zoe Alone, 1 event'));
});

test('the chain between two is told step by step, each with its events', async () => {
  const { user } = await openNetwork();
  press(node('Ada Lovelace'));
  await user.click(await network().findByRole('button', { name: 'Chain to…' }));
  const list = await screen.findByRole('listbox', { name: 'Chain from Ada Lovelace to' });
  await user.click(within(list).getByRole('option', { name: /^NSPCC, / }));
  const aside = await network().findByRole('complementary', { name: 'From Ada Lovelace to NSPCC' });
  await within(aside).findByText('2 steps');
  const steps = within(aside).getAllByRole('listitem');
  expect(steps[0]).toHaveTextContent(/Ada Lovelace1 event togetherGoogle/u);
  await user.click(within(aside).getByRole('button', { name: 'Opening' }));
  await findDetails('Opening');
  await user.click(within(aside).getByRole('button', { name: 'Leave the chain' }));
  await waitFor(() => expect(network().queryByRole('complementary')).not.toBeInTheDocument());
});

test('without a chain it says so', async () => {
  await openNetwork({ chain: { from: 'zoe-alone', to: 'google' } });
  expect(await network().findByText(/^No chain of ties leads/u)).toBeInTheDocument();
});

test('options say what is shown, which ties, and what size means', async () => {
  const { user } = await openNetwork();
  await user.click(network().getByRole('button', { name: 'Network options' }));
  const options = within(await screen.findByRole('dialog', { name: 'Network options' }));
  await user.click(options.getByRole('checkbox', { name: 'Held a role in' }));
  await waitFor(() => expect(names()).not.toContain('Home Office, 0 events'));
  await user.click(options.getByRole('switch', { name: 'Planned or mentioned too' }));
  await waitFor(() => expect(names()).toContain('Home Secretary, 1 event'));
  await user.selectOptions(options.getByRole('combobox', { name: 'Size by' }), 'betweenness');
  expect(options.getByRole('combobox', { name: 'Size by' })).toHaveAccessibleDescription(
    /who connects people that would not meet otherwise/u,
  );
  await user.click(options.getByRole('radio', { name: 'Actors and events' }));
  await waitFor(() => expect(names()).toContain('Summit'));
  await user.click(options.getByRole('radio', { name: 'Actors and themes' }));
  await waitFor(() => expect(names().some((name) => name.startsWith('Industry, '))).toBe(true));
});

test('a theme of the network filters, and says whether it does', async () => {
  await openNetwork({ mode: 'themes' });
  press(node('Industry'));
  await findStatus('2 of 5 events');
  await settled();
  expect(node('Industry')).toHaveAttribute('aria-pressed', 'true');
});

test('a pin is in the choices, and can be let go one by one and all at once', async () => {
  const { user, store } = await openNetwork({ pins: { 'actor:google': [40, -60] } });
  press(node('Google'));
  await user.click(await network().findByRole('button', { name: 'Unpin' }));
  expect(store.getState().choices.network.pins).toEqual({});
  store.getState().undo();
  await user.click(network().getByRole('button', { name: 'Network options' }));
  await user.click(await screen.findByRole('button', { name: 'Unpin all1 pin' }));
  expect(store.getState().choices.network.pins).toEqual({});
});

test('time plays on, stands still when it is told to, and is one step to undo', async () => {
  const { user, store } = await openNetwork();
  const steps = store.getState().past.length;
  await user.click(network().getByRole('button', { name: 'Play through time' }));
  await user.click(await network().findByRole('button', { name: 'Pause' }));
  const player = within(network().getByRole('group', { name: 'Play through time' }));
  const slider = player.getByRole('slider', { name: 'Time' });
  await user.click(player.getByRole('button', { name: /^On one / }));
  const then = store.getState().choices.window;
  expect(then).not.toBeNull();
  expect(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/2014/u));
  await user.click(player.getByRole('button', { name: /^Back one / }));
  expect(store.getState().choices.window).not.toEqual(then);
  await user.click(player.getByRole('button', { name: 'All time' }));
  expect(store.getState().choices.window).toBeNull();
  expect(store.getState().past.length).toBeGreaterThan(steps);
  await user.click(player.getByRole('button', { name: 'Close the player' }));
  expect(network().queryByRole('slider')).not.toBeInTheDocument();
});

test('zoom in, zoom out, fit all: by button and by key', async () => {
  const { user, store } = await openNetwork();
  const scale = (): number | undefined => store.getState().choices.network.window?.scale;
  await user.click(network().getByRole('button', { name: 'Zoom in' }));
  const near = scale();
  expect(near).toBeGreaterThan(0);
  node('Google').focus();
  await user.keyboard('-');
  expect(scale()).toBeLessThan(near ?? 0);
  await user.keyboard('0');
  expect(store.getState().choices.network.window).toBeNull();
});
