/* Making a briefing: scenes out of what the page shows, written, ordered, kept, and never lost in silence. */
import {
  render,
  screen,
  waitFor,
  within,
  type BoundFunctions,
  type queries,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { noStorage, type DeviceStorage } from '../../src/document/deviceStorage.ts';
import type { Dataset, Scene } from '../../src/model/types.ts';
import { LaterNotices } from '../../src/panels/update/LaterNotices.tsx';
import { AppStoreProvider } from '../../src/state/hooks.tsx';
import { keepBriefing } from '../../src/state/keepBriefing.ts';
import { filters, HISTORY, openPage, type Page } from './page.tsx';

const SCENES: readonly Scene[] = [
  { id: 'speech', title: 'A speech', view: 'v=1&sel=event:opening', plannedSeconds: 90 },
  { id: 'summit', title: 'A summit', view: 'v=1&view=table', text: 'They **met**.' },
  { id: 'lost', title: 'What is gone', view: 'v=1&sel=event:nowhere' },
];

function memory(): DeviceStorage {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    update: (key, change) => Promise.resolve(void kept.set(key, change(kept.get(key)))),
    listen: () => () => undefined,
  };
}

interface Made extends Page {
  readonly panel: BoundFunctions<typeof queries>;
  readonly titles: () => string[];
}

/** Opens the page and on it the panel. */
async function openMaking({
  scenes = SCENES,
  storage = memory(),
}: { readonly scenes?: readonly Scene[]; readonly storage?: DeviceStorage } = {}): Promise<Made> {
  const history: Dataset = { ...HISTORY, scenes };
  const page = await openPage({ history });
  keepBriefing(page.store, storage);
  render(
    <AppStoreProvider store={page.store}>
      <LaterNotices updates={null} />
    </AppStoreProvider>,
  );
  await page.user.click(screen.getByRole('button', { name: 'Briefing' }));
  const panel = within(await screen.findByRole('region', { name: 'Briefing' }));
  await panel.findByRole('button', { name: 'Add scene' });
  return {
    ...page,
    panel,
    titles: () => page.store.getState().briefing.scenes.map(({ title }) => title),
  };
}

async function pick({ user, panel }: Made, title: string, item: string): Promise<void> {
  await user.click(panel.getByRole('button', { name: `Options for scene ${title}` }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

describe('adding a scene', () => {
  test('takes what the page shows, and waits for its title', async () => {
    const made = await openMaking({ scenes: [] });
    const { user, panel, store } = made;
    expect(panel.getByText(/There is no scene yet/)).toBeInTheDocument();
    await user.click(filters().getByRole('checkbox', { name: 'Google' }));
    await user.click(panel.getByRole('button', { name: 'Add scene' }));
    expect(panel.getByRole('textbox', { name: 'Title' })).toHaveFocus();
    await user.keyboard('What Google did');
    await user.type(panel.getByRole('textbox', { name: 'Words' }), 'Three **events**.');
    await user.type(panel.getByRole('textbox', { name: 'Speaker’s notes' }), 'Slowly.');
    expect(panel.getByText('Timeline and network · Google')).toBeInTheDocument();
    expect(store.getState().briefing.scenes).toEqual([
      {
        id: 'new-scene',
        title: 'What Google did',
        text: 'Three **events**.',
        notes: 'Slowly.',
        view: expect.stringMatching(/^v=1&org=/) as string,
      },
    ]);
    await user.click(panel.getByRole('button', { name: 'Preview of words' }));
    expect(panel.getByText('events').tagName).toBe('STRONG');
    await waitFor(() => expect(panel.getByText('Kept on this device')).toBeInTheDocument());
  });

  test('steps take views of their own, in an order that can be changed', async () => {
    const made = await openMaking();
    const { user, panel, store } = made;
    await user.click(panel.getByRole('button', { name: 'A summit' }));
    await user.click(panel.getByRole('button', { name: 'Add step with the present view' }));
    await user.type(panel.getByRole('textbox', { name: 'Step 1: words' }), 'First');
    await user.click(panel.getByRole('button', { name: 'Show here: this scene' }));
    await screen.findByRole('region', { name: 'Events' });
    await user.click(panel.getByRole('button', { name: 'Add step with the present view' }));
    await user.click(panel.getByRole('button', { name: 'Move step 2 up' }));
    const scene = store.getState().briefing.scenes[1];
    expect(scene?.steps).toEqual([{ view: 'v=1&view=table' }, { text: 'First', view: 'v=1' }]);
    await user.click(panel.getByRole('button', { name: 'Delete step 1' }));
    expect(store.getState().briefing.scenes[1]?.steps).toEqual([{ text: 'First', view: 'v=1' }]);
  });

  test('figures and sources are written field by field', async () => {
    const made = await openMaking();
    const { user, panel, store } = made;
    await user.click(panel.getByRole('button', { name: 'A summit' }));
    await user.click(panel.getByRole('button', { name: 'Add figure' }));
    await user.type(panel.getByRole('textbox', { name: 'Figure 1: number' }), '50');
    await user.type(panel.getByRole('textbox', { name: 'Figure 1: unit' }), 'countries');
    await user.selectOptions(panel.getByRole('combobox', { name: 'Figure 1: how exact' }), 'over');
    expect(panel.getByText('Shown as: over 50 countries')).toBeInTheDocument();
    await user.selectOptions(
      panel.getByRole('combobox', { name: 'Add source' }),
      'The printed report',
    );
    await user.type(panel.getByRole('textbox', { name: 'Source 1: where in it' }), 'page 4');
    expect(store.getState().briefing.scenes[1]).toMatchObject({
      figures: [{ value: 50, unit: 'countries', qualifier: 'over' }],
      citations: [{ locator: 'page 4' }],
    });
  });
});

describe('the list', () => {
  test('is put in order by keys, and says so', async () => {
    const made = await openMaking();
    const { user, panel, titles } = made;
    panel.getByRole('button', { name: 'A speech' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(titles()).toEqual(['A summit', 'A speech', 'What is gone']);
    expect(panel.getByRole('status')).toHaveTextContent('“A speech” is now 2 of 3.');
    expect(panel.getByRole('button', { name: 'A speech' })).toHaveFocus();
    await pick(made, 'A speech', 'Move up');
    expect(titles()).toEqual(['A speech', 'A summit', 'What is gone']);
  });

  test('duplicates, hides, deletes; undo and redo say what they do', async () => {
    const made = await openMaking();
    const { user, panel, titles, store } = made;
    await pick(made, 'A summit', 'Duplicate');
    expect(titles()).toEqual(['A speech', 'A summit', 'A summit', 'What is gone']);
    await pick(made, 'A speech', 'Hide for today');
    expect(store.getState().briefing.scenes[0]?.hidden).toBe(true);
    expect(panel.getByText('4 scenes, 1 hidden today')).toBeInTheDocument();
    await pick(made, 'What is gone', 'Delete');
    expect(titles()).toEqual(['A speech', 'A summit', 'A summit']);
    await user.click(panel.getByRole('button', { name: 'Undo: delete “What is gone”' }));
    await user.click(panel.getByRole('button', { name: 'Undo: hide “A speech”' }));
    expect(titles()).toEqual(['A speech', 'A summit', 'A summit', 'What is gone']);
    expect(store.getState().briefing.scenes[0]?.hidden).toBeUndefined();
    await user.click(panel.getByRole('button', { name: 'Redo: hide “A speech”' }));
    expect(store.getState().briefing.scenes[0]?.hidden).toBe(true);

    await user.click(panel.getByRole('button', { name: 'Options for the briefing' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Put back the original' }));
    expect(store.getState().briefing.scenes).toEqual(SCENES);
    await user.click(panel.getByRole('button', { name: 'Undo: put back the original' }));
    expect(store.getState().briefing.scenes[0]?.hidden).toBe(true);
  });

  test('a scene whose event is gone says so', async () => {
    const { panel } = await openMaking();
    const row = panel.getAllByRole('listitem')[2];
    expect(row).toBeDefined();
    await waitFor(() =>
      expect(row).toHaveTextContent(
        'This history has no event “nowhere”. The scene plays without it.',
      ),
    );
    expect(panel.getAllByText(/plays without it/).length).toBe(1);
  });

  test('presents from a scene, and shows one on the page', async () => {
    const made = await openMaking();
    await pick(made, 'A summit', 'Show here');
    await screen.findByRole('region', { name: 'Events' });
    await pick(made, 'A summit', 'Present from here');
    expect(made.store.getState().choices.presenting).toEqual({ scene: 'summit', step: 0 });
  });
});

describe('what cannot be taken', () => {
  test('is told beside the field, and what was there stays', async () => {
    const made = await openMaking();
    const { user, panel, titles, store } = made;
    await user.click(panel.getByRole('button', { name: 'A speech' }));
    const title = panel.getByRole('textbox', { name: 'Title' });
    await user.clear(title);
    expect(title).toHaveAccessibleDescription(/a text that is not empty.* “A speech” stays/);
    expect(title).toBeInvalid();
    expect(titles()[0]).toBe('A speech');
    await user.type(title, 'Again');
    expect(title).toBeValid();
    expect(titles()[0]).toBe('Again');

    const planned = panel.getByRole('textbox', { name: 'Planned time' });
    expect(planned).toHaveValue('1:30');
    await user.clear(planned);
    await user.type(planned, 'two');
    expect(planned).toHaveAccessibleDescription(/minutes and seconds/);
    await user.clear(planned);
    await user.type(planned, '2:15');
    expect(store.getState().briefing.scenes[0]?.plannedSeconds).toBe(135);

    await user.click(panel.getByRole('button', { name: 'Add figure' }));
    const number = panel.getByRole('textbox', { name: 'Figure 1: number' });
    await user.type(number, 'many');
    expect(number).toHaveAccessibleDescription(/a number/);
    expect(store.getState().briefing.scenes[0]?.figures).toBeUndefined();
  });

  test('a file that is no briefing is refused in words; a good one replaces all, until undone', async () => {
    const made = await openMaking();
    const { user, panel, titles } = made;
    const picker = panel.getByLabelText('Briefing file');
    await user.upload(picker, new File(['{}'], 'a.json', { type: 'application/json' }));
    expect(await panel.findByRole('alert')).toHaveTextContent('holds no list of scenes');
    expect(titles().length).toBe(3);
    const text = JSON.stringify({ scenes: [{ id: 'x', title: 'From a file', view: 'v=1' }] });
    await user.upload(picker, new File([text], 'b.json', { type: 'application/json' }));
    await waitFor(() => expect(titles()).toEqual(['From a file']));
    expect(panel.queryByRole('alert')).toBeNull();
    await user.click(panel.getByRole('button', { name: 'Undo: load b.json' }));
    expect(titles().length).toBe(3);
  });
});

describe('where nothing can be kept', () => {
  test('it is said for as long as it holds, with a way to take the work along', async () => {
    const made = await openMaking({ storage: noStorage('This page was opened from a file.') });
    const { user } = made;
    expect(screen.queryByText(/are not kept/)).toBeNull();
    await pick(made, 'A speech', 'Delete');
    await screen.findByText('Your changes to the briefing are not kept.');
    expect(screen.getByText(/opened from a file/)).toBeInTheDocument();

    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (content: Blob) => {
          saved.push(content);
          return 'blob:made-up';
        },
      }),
    );
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await userEvent.click(screen.getByRole('button', { name: 'Download the briefing' }));
    expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual({
      version: 1,
      title: 'A small history',
      scenes: SCENES.slice(1),
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Your changes to the briefing are not kept.');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
  });
});
