/*
 * A briefing as one of its windows holds it: the session, kept in step with the other window, with the
 * page's choices (and so its address), and with this tab's storage.
 * Knows: the session, messages, the app's store. Must not know: React, what is drawn.
 *
 *   key, button ─ act ─▶ session ──▶ choices.presenting ──▶ address
 *                         ▲   │
 *            other window ┘   └▶ other window, storage
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Scene } from '../model/types.ts';
import type { BriefingPlace } from '../state/choices.ts';
import type { AppStore } from '../state/store.ts';
import { messageOf, readMessage, readSession, type MessageBody, type Role } from './messages.ts';
import { findPlace, isKnown, isSamePlace } from './places.ts';
import { after, newer, newSession, type Act, type Session } from './session.ts';
import { connectWire } from './wire.ts';

/** Parts of the slide's width and height. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
}

export interface BriefingState {
  readonly session: Session;
  /** Whether the other window has been heard of lately. */
  readonly isOtherHere: boolean;
  /** Where either window's pointer is; null while neither points. */
  readonly pointerAt: PointerPlace | null;
}

export interface LiveBriefing {
  readonly id: string;
  readonly state: StoreApi<BriefingState>;
  readonly act: (act: Act) => void;
  readonly point: (at: PointerPlace | null) => void;
  /** Opens the window of the other role; null where the browser does not let it. */
  readonly openOther: () => Window | null;
  /** Where that window is, for a plain link. */
  readonly otherAddress: () => string;
  close(): void;
}

export interface BriefingOptions {
  readonly store: AppStore;
  readonly role: Role;
  readonly page?: Window & typeof globalThis;
  readonly now?: () => number;
}

/** Far more often than the two seconds in which a window is to find its way back. */
const HEARTBEAT_MS = 1000;
/** After so many beats without a word the other window is taken to be gone. */
const BEATS_UNHEARD = 4;
const STORAGE_KEY = 'threadline.briefing';

/** The history is open: scenes are known. The result ends the connection, not the briefing. */
export function startBriefing({
  store,
  role,
  page = window,
  now = Date.now,
}: BriefingOptions): LiveBriefing {
  const id = briefingId(page);
  const own = { briefing: id, from: randomId(page), role };
  const scenes = (): readonly Scene[] => store.getState().briefing.scenes;
  const state = createStore<BriefingState>()(() => ({
    session: firstSession(),
    isOtherHere: false,
    pointerAt: null,
  }));
  let unheard = 0;

  const say = (body: MessageBody): void => wire.send(messageOf(own, body));
  const sayHere = (): void => say({ kind: 'here', session: state.getState().session });
  const hold = (session: Session): void => {
    if (session === state.getState().session) return;
    state.setState({ session });
    write(page, `${STORAGE_KEY}.${id}`, JSON.stringify(session));
    toChoices(session);
  };
  const act = (its: Act): void => {
    const { session } = state.getState();
    const next = after(session, its, scenes(), own.from, now());
    if (next === session) return;
    hold(next);
    sayHere();
  };

  const wire = connectWire({
    briefing: id,
    page,
    onMessage: (data) => {
      const message = readMessage(data, own);
      if (message === null) return false;
      if (message.role !== role) {
        unheard = 0;
        const isOtherHere = message.kind !== 'bye';
        if (state.getState().isOtherHere !== isOtherHere) state.setState({ isOtherHere });
      }
      switch (message.kind) {
        case 'hello':
          if (role === 'stage') sayScenes();
          sayHere();
          break;
        case 'here': {
          const { session } = state.getState();
          const held = newer(session, message.session);
          hold(held);
          // Whoever is behind is told at once.
          if (held !== message.session && held.revision > message.session.revision) sayHere();
          break;
        }
        case 'scenes':
          if (role === 'presenter')
            store.setState(({ briefing }) => ({
              briefing: { ...briefing, scenes: message.scenes },
            }));
          break;
        case 'point':
          state.setState({ pointerAt: message.at });
          break;
        case 'bye':
          state.setState({ pointerAt: null });
          break;
        default:
          message satisfies never;
      }
      return true;
    },
  });

  /** Only what the other window does not read from the history itself. */
  const sayScenes = (): void => {
    const { briefing, history } = store.getState();
    if (briefing.scenes !== history?.scenes) say({ kind: 'scenes', scenes: briefing.scenes });
  };

  // ── The choices, and with them the address ──────────────────────────────────────────────────────

  const toChoices = (session: Session): void => {
    const wanted = session.isAway && role === 'stage' ? null : session.place;
    const { choices, amend } = store.getState();
    if (isSamePlace(choices.presenting, wanted)) return;
    amend((present) => ({ ...present, presenting: wanted }));
  };
  const unsubscribe = store.subscribe((present, before) => {
    if (present.briefing !== before.briefing && role === 'stage') {
      sayScenes();
      const { place, isAway } = state.getState().session;
      // Waited for in vain, or taken out meanwhile: there is another place to be.
      const isGone = !isKnown(scenes(), place) && !isAwaited(place);
      if (isGone && !isAway) act({ kind: 'go', place });
    }
    const { presenting } = present.settled;
    if (presenting === before.settled.presenting) return;
    const { session } = state.getState();
    if (presenting === null) {
      if (role === 'stage') act({ kind: 'leave' });
    } else if (session.isAway || !isSamePlace(presenting, session.place)) {
      act({ kind: 'go', place: presenting });
      // An address may name what is not there: it says in the end where one is.
      toChoices(state.getState().session);
    }
  });

  function firstSession(): Session {
    const { presenting } = store.getState().choices;
    const kept = readSession(read(page, `${STORAGE_KEY}.${id}`));
    const wanted = presenting ?? kept?.place ?? { scene: '', step: 0 };
    // What the user made may still be on its way from where it is kept: its scenes are waited for.
    const found = isAwaited(wanted) ? null : findPlace(scenes(), wanted);
    const place: BriefingPlace =
      found === null ? wanted : { scene: found.scene.id, step: found.step };
    // Before anything is done the stage's word holds.
    const session = kept ?? newSession(own.from, place, role === 'stage' ? 1 : 0);
    // The stage's address says where it is; the presenter's window hears it from the stage.
    if (role === 'presenter') return session;
    if (found === null) return { ...session, place, isAway: false };
    return after(session, { kind: 'go', place }, scenes(), own.from, now());
  }

  /** Whether a scene may be among those that the user made, which come a moment after the history. */
  function isAwaited(place: BriefingPlace): boolean {
    const { briefing } = store.getState();
    return briefing.document === undefined && !isKnown(briefing.scenes, place);
  }

  const beat = page.setInterval(() => {
    unheard += 1;
    if (unheard > BEATS_UNHEARD && state.getState().isOtherHere) {
      state.setState({ isOtherHere: false });
    }
    sayHere();
  }, HEARTBEAT_MS);
  const onHide = (): void => say({ kind: 'bye' });
  page.addEventListener('pagehide', onHide);

  const nameOf = (its: Role): string => `threadline-${its}-${id}`;
  page.name = nameOf(role);
  const other: Role = role === 'stage' ? 'presenter' : 'stage';
  const otherAddress = (): string => {
    const { location } = page;
    const search = new URLSearchParams(location.search);
    for (const each of ['stage', 'presenter']) search.delete(each);
    search.set(other, id);
    return `${location.pathname}?${search.toString()}${location.hash}`;
  };

  toChoices(state.getState().session);
  write(page, `${STORAGE_KEY}.${id}`, JSON.stringify(state.getState().session));
  say({ kind: 'hello' });
  sayHere();
  return {
    id,
    state,
    act,
    point(pointerAt) {
      state.setState({ pointerAt });
      say({ kind: 'point', at: pointerAt });
    },
    openOther() {
      const features = other === 'presenter' ? 'popup,width=1280,height=800' : '';
      // The one that is there comes to the front; a name that is on its way out would open nothing.
      const name = state.getState().isOtherHere
        ? nameOf(other)
        : `${nameOf(other)}-${randomId(page)}`;
      const opened = page.open(otherAddress(), name, features);
      opened?.focus();
      if (opened !== null) wire.adopt(opened);
      return opened;
    },
    otherAddress,
    close() {
      say({ kind: 'bye' });
      page.clearInterval(beat);
      page.removeEventListener('pagehide', onHide);
      unsubscribe();
      wire.close();
    },
  };
}

/** The briefing that this window belongs to: as its address says, as this tab remembers, or a new one. */
function briefingId(page: Window): string {
  const search = new URLSearchParams(page.location.search);
  const known = search.get('presenter') ?? search.get('stage') ?? read(page, STORAGE_KEY);
  const id = known !== null && /^[\w-]{8,64}$/.test(known) ? known : randomId(page);
  write(page, STORAGE_KEY, id);
  return id;
}

/** 96 bits: nobody comes upon it. (`randomUUID` is there in secure contexts only.) */
function randomId(page: Window): string {
  const numbers = page.crypto.getRandomValues(new Uint32Array(3));
  return Array.from(numbers, (each) => each.toString(36).padStart(7, '0')).join('');
}

function read(page: Window, key: string): string | null {
  try {
    return page.sessionStorage.getItem(key);
  } catch {
    // Storage is denied: what the other window knows and what the address says must do.
    return null;
  }
}

function write(page: Window, key: string, value: string): void {
  try {
    page.sessionStorage.setItem(key, value);
  } catch {
    // Storage is denied or full: as above.
  }
}
