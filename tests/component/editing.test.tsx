/*
 * The forms in which a history is edited, over the engine that holds it.
 */
import { configure, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { createEditableEngine } from '../../src/engine/local/editableEngine.ts';
import { DetailsPanel } from '../../src/panels/details/DetailsPanel.tsx';
import { RedoButton, UndoButton } from '../../src/panels/header/HeaderButtons.tsx';
import { DEFAULT_CHOICES, type Choices } from '../../src/state/choices.ts';
import { AppStoreProvider } from '../../src/state/hooks.tsx';
import { createAppStore, type AppStore } from '../../src/state/store.ts';
import { TableView } from '../../src/views/table/TableView.tsx';
import { historyFromText } from '../fixtures/historyFromText.ts';

configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

// Nothing is laid out here: the list under a field takes what is not seen for what cannot have the focus.
Element.prototype.checkVisibility = () => true;

const HISTORY = historyFromText(`
  title A small history
  organisation Google (industry)
  organisation Home Office (government)
  organisation The Home Office (government)
  person Ada Lovelace (government)
  place London
  theme Safety
  source report = The printed report
  role Ada Lovelace: Minister, The Home Office [2014]

  2014-01-10 [speech] Opening speech: Ada Lovelace (speaker), Google @London #Safety =opening
    "She opened it in January." (report)
  2014-02 [summit] Spring summit: Google (host), The Home Office @London #Safety =summit
  2014-03-05 [pledge] Pledges: Google, Home Office -follows-up-> summit =pledges
`);

interface Opened {
  readonly store: AppStore;
  readonly user: UserEvent;
}

const sel = (id: string): Partial<Choices> => ({ selection: { kind: 'event', id } });

async function openForms(choices: Partial<Choices> = {}): Promise<Opened> {
  const engine = createEditableEngine(HISTORY, []);
  const store = createAppStore({ openSource: () => Promise.resolve(ok(engine)) });
  store
    .getState()
    .open(
      { url: 'https://example.org/a.json', isBundled: false },
      { ...DEFAULT_CHOICES, ...choices },
    );
  await vi.waitFor(() => expect(store.getState().history).not.toBeNull());
  store.getState().setEditing(true);
  render(
    <AppStoreProvider store={store}>
      <UndoButton areWordsShown={false} />
      <RedoButton areWordsShown={false} />
      <DetailsPanel onClose={() => undefined} onFocus={() => undefined} />
    </AppStoreProvider>,
  );
  return { store, user: userEvent.setup() };
}

const dateOf = async (store: AppStore, id: string): Promise<string | undefined> =>
  (await store.getState().editor?.desk().record('events', id))?.date;
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const undoWords = (): string | null => button('Undo').getAttribute('title');

async function write(user: UserEvent, name: string, text: string): Promise<HTMLElement> {
  const field = await screen.findByRole('textbox', { name });
  await user.clear(field);
  if (text !== '') await user.type(field, text);
  return field;
}

describe('the form of an event', () => {
  it('says what a date in words means and how it will be drawn, saves it, and undoes it in words', async () => {
    const { store, user } = await openForms(sel('opening'));
    const field = await write(user, 'Date', 'about July 2013');
    expect(field).toHaveAccessibleDescription(/About July 2013.*soft ends.*Kept as 2013-07~/u);
    await user.click(button('Save'));
    await screen.findByText('Changed: Opening speech');
    expect(await dateOf(store, 'opening')).toBe('2013-07~');
    expect(undoWords()).toBe('Undo: change the date of the event “Opening speech”');
    // The picture stays: nothing that was chosen is another.
    expect(store.getState().choices.selection).toEqual({ kind: 'event', id: 'opening' });
    await user.click(button('Undo'));
    await vi.waitFor(async () => expect(await dateOf(store, 'opening')).toBe('2014-01-10'));
    expect(await screen.findByRole('textbox', { name: 'Date' })).toHaveValue('2014-01-10');
    expect(button('Redo')).toHaveAttribute(
      'title',
      'Redo: change the date of the event “Opening speech”',
    );
    await user.click(button('Redo'));
    await vi.waitFor(async () => expect(await dateOf(store, 'opening')).toBe('2013-07~'));
  });

  it('tells a problem beside its field, which takes the focus, and changes nothing', async () => {
    const { store, user } = await openForms(sel('opening'));
    const title = await write(user, 'Title', '');
    await user.click(button('Save'));
    await vi.waitFor(() => expect(title).toHaveFocus());
    expect(title).toBeInvalid();
    expect(title).toHaveAccessibleDescription(/a text is needed/u);
    expect(store.getState().edits.past).toEqual([]);
    await write(user, 'Title', 'A speech');
    const date = await write(user, 'Date', 'soon');
    await user.click(button('Save'));
    await vi.waitFor(() => expect(date).toHaveFocus());
    expect(date).toHaveAccessibleDescription(/cannot be read as a date/u);
  });

  it('adds an event with an actor found by name and one made new, and shows it; one undo takes all back', async () => {
    const { store, user } = await openForms();
    await user.click(await screen.findByRole('button', { name: 'Add event' }));
    await write(user, 'Title', 'A new meeting');
    await write(user, 'Date', '3 March 2015');
    await user.click(button('Add actor'));
    await user.type(await screen.findByRole('combobox', { name: 'Actor 1: actor' }), 'lovel');
    await user.click(await screen.findByRole('option', { name: /Ada Lovelace/u }));
    await user.click(button('Add actor'));
    await user.type(
      await screen.findByRole('combobox', { name: 'Actor 2: actor' }),
      'Charles Babbage',
    );
    await user.click(await screen.findByRole('option', { name: 'New person: “Charles Babbage”' }));
    await user.click(screen.getAllByRole('button', { name: 'Add event' }).at(-1) ?? button('Save'));
    await screen.findByText('Added: A new meeting');
    expect(store.getState().choices.selection).toEqual({ kind: 'event', id: 'a-new-meeting' });
    expect(store.getState().history?.actors.map(({ name }) => name)).toContain('Charles Babbage');
    const made = await store.getState().editor?.desk().record('events', 'a-new-meeting');
    expect(made).toEqual({
      id: 'a-new-meeting',
      title: 'A new meeting',
      date: '2015-03-03',
      actors: [{ actor: 'ada-lovelace' }, { actor: 'charles-babbage' }],
    });
    await user.click(button('Undo'));
    await vi.waitFor(() => expect(store.getState().history?.eventsTotal).toBe(3));
    expect(store.getState().history?.actors.map(({ name }) => name)).not.toContain(
      'Charles Babbage',
    );
    expect(store.getState().choices.selection).toBeNull();
  });

  it('says before deleting what else refers to it', async () => {
    const { store, user } = await openForms(sel('summit'));
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    const asking = within(await screen.findByRole('group', { name: 'Delete “Spring summit”?' }));
    expect(
      asking.getByText('It is named in 1 event (“Pledges”). They stay, and name it no longer.'),
    ).toBeVisible();
    await user.click(asking.getByRole('button', { name: 'Delete' }));
    await screen.findByText('Deleted: Spring summit');
    expect(store.getState().choices.selection).toBeNull();
    expect(store.getState().history?.eventsTotal).toBe(2);
    await user.click(button('Undo'));
    await vi.waitFor(() => expect(store.getState().history?.eventsTotal).toBe(3));
    const pledges = await store.getState().editor?.desk().record('events', 'pledges');
    expect(pledges?.links).toEqual([{ to: 'summit', kind: 'follows-up' }]);
    expect(store.getState().choices.selection).toEqual({ kind: 'event', id: 'summit' });
  });

  it('keeps what was written and not saved while another event is looked at', async () => {
    const { store, user } = await openForms(sel('opening'));
    await write(user, 'Title', 'Half a title');
    store.getState().choose((now) => ({ ...now, selection: { kind: 'event', id: 'pledges' } }));
    await user.click(await screen.findByRole('button', { name: 'Half a title' }));
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue('Half a title');
  });
});

describe('the forms of what events name', () => {
  it.each([
    { what: 'place', list: 'places', field: 'Name', key: 'name' },
    { what: 'theme', list: 'themes', field: 'Name', key: 'name' },
    { what: 'source', list: 'sources', field: 'Title', key: 'title' },
  ] as const)('adds a $what, and undoes it', async ({ what, list, field, key }) => {
    const { store, user } = await openForms();
    await user.click(await screen.findByRole('button', { name: `Add ${what}` }));
    await write(user, field, 'Newcomer');
    await user.keyboard('{Control>}s{/Control}');
    await screen.findByText('Added: Newcomer');
    const named = (): readonly string[] =>
      (store.getState().history?.[list] ?? []).map((record) => String(Reflect.get(record, key)));
    await vi.waitFor(() => expect(named()).toContain('Newcomer'));
    expect(undoWords()).toContain('Newcomer');
    await user.click(button('Undo'));
    await vi.waitFor(() => expect(named()).not.toContain('Newcomer'));
  });
});

describe('names that may mean the same', () => {
  it('are shown, merged after a look at what moves, and parted again by one undo', async () => {
    const { store, user } = await openForms();
    const same = within(await screen.findByRole('region', { name: 'These may be the same' }));
    await user.click(same.getByRole('button', { name: 'Look at merging them' }));
    const asking = within(
      await screen.findByRole('group', { name: 'Merge “The Home Office” into “Home Office”?' }),
    );
    expect(
      asking.getByText(
        /1 actor \(“Ada Lovelace”\); 1 event \(“Spring summit”\) will name “Home Office” instead/u,
      ),
    ).toBeVisible();
    await user.click(asking.getByRole('button', { name: 'Merge' }));
    await screen.findByText('Merged: The Home Office into Home Office');
    const { editor } = store.getState();
    expect(await editor?.desk().record('actors', 'the-home-office')).toBeNull();
    expect((await editor?.desk().record('actors', 'home-office'))?.aliases).toEqual([
      'The Home Office',
    ]);
    expect((await editor?.desk().record('actors', 'ada-lovelace'))?.roles?.[0]?.organisation).toBe(
      'home-office',
    );
    expect(screen.queryByRole('region', { name: 'These may be the same' })).toBeNull();
    expect(undoWords()).toBe('Undo: merge “The Home Office” into “Home Office”');
    await user.click(button('Undo'));
    await screen.findByRole('region', { name: 'These may be the same' });
    const summit = await editor?.desk().record('events', 'summit');
    expect(summit?.actors).toContainEqual({ actor: 'the-home-office' });
  });
});

describe('a cell of the table', () => {
  async function openTable(): Promise<Opened> {
    const opened = await openForms({ views: ['table'] });
    render(
      <AppStoreProvider store={opened.store}>
        <TableView />
      </AppStoreProvider>,
    );
    await screen.findByRole('rowheader', { name: 'Opening speech' });
    return opened;
  }
  const titles = (): string[] => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

  it('is written by keys; Tab goes on beside the event, wherever its new date has put it', async () => {
    const { store, user } = await openTable();
    await user.click(screen.getByRole('rowheader', { name: 'Opening speech' }));
    await user.keyboard('{ArrowLeft}{F2}');
    const date = await screen.findByRole('textbox', { name: 'Date of Opening speech' });
    expect(date).toHaveValue('2014-01-10');
    await user.clear(date);
    await user.type(date, 'June 2014');
    expect(date).toHaveAccessibleDescription('June 2014, day not stated');
    await user.keyboard('{Tab}');
    const title = await screen.findByRole('textbox', { name: 'Title of Opening speech' });
    expect(title).toHaveFocus();
    expect(await dateOf(store, 'opening')).toBe('2014-06');
    await user.type(title, 'X{Escape}');
    expect(titles()).toEqual(['Spring summit', 'Pledges', 'Opening speech']);
    expect(screen.getByRole('rowheader', { name: 'Opening speech' })).toHaveFocus();
    expect(store.getState().edits.past).toHaveLength(1);
  });

  it('says what is wrong and stays open until it is right or left', async () => {
    const { store, user } = await openTable();
    await user.click(screen.getByRole('rowheader', { name: 'Pledges' }));
    await user.keyboard('{Enter}');
    const title = await screen.findByRole('textbox', { name: 'Title of Pledges' });
    await user.clear(title);
    await user.keyboard('{Enter}');
    expect(title).toBeInvalid();
    expect(title).toHaveAccessibleDescription('An event has a title. Write one, or press Esc.');
    await user.type(title, 'More pledges{Enter}');
    await screen.findByRole('rowheader', { name: 'More pledges' });
    expect(undoWords()).toBe('Undo: change the title of the event “More pledges”');
    expect(store.getState().choices.selection).toEqual({ kind: 'event', id: 'pledges' });
  });
});
