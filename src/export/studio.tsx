/*
 * Draws views beside the page, where nobody sees them, and takes their pictures.
 * Knows: forks of the store, what draws an arrangement (handed in), when a picture stands.
 * Must not know: views, panels, which file a picture becomes.
 */
import { createRoot } from 'react-dom/client';
import type { AppState } from '../state/appState.ts';
import type { Choices } from '../state/choices.ts';
import { forkStore } from '../state/fork.ts';
import { AppStoreProvider } from '../state/hooks.tsx';
import { createPreferences } from '../state/preferences.ts';
import { whenStanding } from '../state/standing.ts';
import type { AppStore } from '../state/store.ts';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { PHONE } from '../ui/layouts.ts';
import { takeStill, type Picture, type Theme } from './picture/takePicture.ts';
import './export.css';

export interface StudioOptions {
  readonly store: AppStore;
  readonly Arrangement: DrawsArrangement;
}

export interface Order {
  readonly choices: Choices;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Lanes and rows that do not fit make the picture higher, up to this; the same as heightPx: never. */
  readonly heightMostPx: number;
  readonly theme: Theme;
  readonly signal: AbortSignal;
}

export interface Taken {
  readonly picture: Picture;
  /** What its store held: answers, choices as far as the history knows them. */
  readonly state: AppState;
}

export type TakesPictures = (order: Order) => Promise<Taken>;

/** One picture at a time; ids in it are its own. */
export function createStudio({ store, Arrangement }: StudioOptions): TakesPictures {
  let taken = 0;
  return async ({ choices, widthPx, heightPx, heightMostPx, theme, signal }) => {
    signal.throwIfAborted();
    taken += 1;
    const room = document.createElement('div');
    room.className = 'export-studio';
    room.inert = true;
    room.setAttribute('aria-hidden', 'true');
    room.style.colorScheme = theme;
    room.style.inlineSize = `${String(widthPx)}px`;
    room.style.blockSize = `${String(heightPx)}px`;
    document.body.append(room);
    // Where the page shows one view at a time, there is one in the picture.
    const isPhone = window.matchMedia(PHONE).matches;
    const fork = forkStore(store, isPhone ? { ...choices, views: [choices.views[0]] } : choices);
    const root = createRoot(room);
    try {
      root.render(
        // The page's theme is the reader's; this room has its own.
        <AppStoreProvider
          store={fork.store}
          preferences={createPreferences({ root: document.createElement('div') })}
        >
          <Arrangement isStage />
        </AppStoreProvider>,
      );
      await whenStanding(fork, room, signal);
      const neededPx = Math.min(heightMostPx, neededHeight(room, heightPx));
      if (neededPx > heightPx) {
        room.style.blockSize = `${String(neededPx)}px`;
        await whenStanding(fork, room, signal);
      }
      return {
        picture: await takeStill(room, `p${String(taken)}-`, signal),
        state: fork.store.getState(),
      };
    } finally {
      root.unmount();
      fork.close();
      room.remove();
    }
  };
}

/** With what scrolls in it shown at its full height. */
function neededHeight(room: HTMLElement, heightPx: number): number {
  const lacks = [...room.querySelectorAll('.timeline-scroll, .table-grid')].map((scroller) => {
    const lackPx = scroller.scrollHeight - scroller.clientHeight;
    // Of two views that share the room each gets its part of what is added.
    const part = scroller.closest('.split-part')?.clientHeight ?? heightPx;
    return lackPx <= 0 ? 0 : (lackPx * heightPx) / Math.max(1, part);
  });
  return Math.ceil(heightPx + Math.max(0, ...lacks));
}
