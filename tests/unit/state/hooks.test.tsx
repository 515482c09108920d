// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  AppStoreProvider,
  useApp,
  useAppStore,
  usePreferences,
} from '../../../src/state/hooks.tsx';
import { createPreferences } from '../../../src/state/preferences.ts';
import { days, openStore } from './fakeEngine.ts';

afterEach(cleanup);

describe('the store in React', () => {
  test('a component is drawn again only when its own part of the state is another', async () => {
    const { store } = await openStore();
    const draws = vi.fn<(laneBy: string) => void>();
    const Lanes = () => {
      const laneBy = useApp((state) => state.choices.laneBy);
      const setLanes = useAppStore().getState().choose;
      draws(laneBy);
      return (
        <button
          type="button"
          onClick={() => setLanes((choices) => ({ ...choices, laneBy: 'place' }))}
        >
          {laneBy}
        </button>
      );
    };
    render(
      <AppStoreProvider store={store}>
        <Lanes />
      </AppStoreProvider>,
    );
    act(() => {
      for (let frame = 1; frame <= 60; frame += 1) {
        store.getState().preview((choices) => ({ ...choices, window: days(0, frame) }));
      }
      store.getState().settle();
    });
    expect(draws).toHaveBeenCalledTimes(1);
    act(() => screen.getByRole('button', { name: 'theme' }).click());
    expect(screen.getByRole('button', { name: 'place' })).toBeDefined();
    expect(draws).toHaveBeenCalledTimes(2);
  });

  test('preferences come with it', async () => {
    const { store } = await openStore();
    const preferences = createPreferences({ storage: () => localStorage });
    const Theme = () => <output>{usePreferences(({ theme }) => theme)}</output>;
    render(
      <AppStoreProvider store={store} preferences={preferences}>
        <Theme />
      </AppStoreProvider>,
    );
    expect(screen.getByRole('status').textContent).toBe('auto');
    act(() => preferences.getState().setTheme('dark'));
    expect(screen.getByRole('status').textContent).toBe('dark');
  });

  test('outside of it the hooks say what is missing', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Lost = () => <p>{useApp((state) => state.choices.laneBy)}</p>;
    expect(() => render(<Lost />)).toThrow(/AppStoreProvider/);
    quiet.mockRestore();
  });
});
