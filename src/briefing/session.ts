/*
 * What the two windows of a briefing share, as one value, and what may be done to it; pure.
 * Knows: places, instants as numbers. Must not know: windows, messages, storage, React.
 *
 * Each act counts the revision up. Of two values the one with the higher revision holds; where both windows
 * act in the same moment, the author decides, so that both come to the same.
 */
import type { Scene } from '../model/types.ts';
import type { BriefingPlace } from '../state/choices.ts';
import { findPlace, isSamePlace, placeAfter, placeBefore, placeOfNumber } from './places.ts';

/** Time spent, in milliseconds; what runs now is counted from `runningSinceMs` on. */
export interface Timing {
  readonly spentMs: number;
  /** By the scene's id. */
  readonly sceneMs: Readonly<Record<string, number>>;
  /** Milliseconds since 1970; null before the first advance and while paused. */
  readonly runningSinceMs: number | null;
}

/** How the pointer is shown on the stage. */
export const POINTERS = ['off', 'dot', 'spotlight'] as const;
export type PointerKind = (typeof POINTERS)[number];

export interface Session {
  readonly revision: number;
  /** The window that acted last. */
  readonly author: string;
  readonly place: BriefingPlace;
  /** Where the stage stays while the presenter looks elsewhere; null: it follows. */
  readonly frozenAt: BriefingPlace | null;
  readonly isBlack: boolean;
  /** The stage has been left for exploring; the place is kept, and going on comes back to it. */
  readonly isAway: boolean;
  /** The stage shows the briefing's title and nothing of the scene, until the presenter goes on. */
  readonly isCovered: boolean;
  /** The choices' string where somebody looks closer than the scene does; null: as the scene has it. */
  readonly look: string | null;
  readonly pointer: PointerKind;
  readonly timing: Timing;
}

export type Act =
  | { readonly kind: 'next' | 'back' | 'first' | 'last' }
  | { readonly kind: 'jump'; readonly number: number }
  | { readonly kind: 'go'; readonly place: BriefingPlace }
  | {
      readonly kind:
        'leave' | 'resume' | 'black' | 'freeze' | 'cover' | 'pause' | 'restart-clock' | 'pointer';
    }
  | { readonly kind: 'look'; readonly look: string | null };

export function newSession(author: string, place: BriefingPlace, revision: number): Session {
  return {
    revision,
    author,
    place,
    frozenAt: null,
    isBlack: false,
    isAway: false,
    isCovered: false,
    look: null,
    pointer: 'off',
    timing: NO_TIME,
  };
}

const NO_TIME: Timing = { spentMs: 0, sceneMs: {}, runningSinceMs: null };

/** The session after an act of `author`; the very same where the act changes nothing. */
export function after(
  session: Session,
  act: Act,
  scenes: readonly Scene[],
  author: string,
  nowMs: number,
): Session {
  const next = changed(session, act, scenes, nowMs);
  return next === session ? session : { ...next, revision: session.revision + 1, author };
}

/** Of what is held here and what another window says, the one that holds. */
export function newer(own: Session, other: Session): Session {
  if (other.revision !== own.revision) return other.revision > own.revision ? other : own;
  return other.author > own.author ? other : own;
}

function changed(session: Session, act: Act, scenes: readonly Scene[], nowMs: number): Session {
  switch (act.kind) {
    case 'next':
      // What was hidden until it was due is due now.
      return session.isCovered
        ? { ...session, isCovered: false, timing: started(session, nowMs) }
        : moved(session, placeAfter(scenes, session.place), nowMs);
    case 'back':
      return moved(session, placeBefore(scenes, session.place), nowMs);
    case 'first':
      return moved(session, placeOfNumber(scenes, 1) ?? session.place, nowMs);
    case 'last':
      return moved(session, placeOfNumber(scenes, Infinity) ?? session.place, nowMs);
    case 'jump':
      return moved(session, placeOfNumber(scenes, act.number) ?? session.place, nowMs);
    case 'go':
      return back(moved(session, placeIn(scenes, act.place), nowMs));
    case 'leave':
      return session.isAway ? session : { ...session, isAway: true, look: null };
    case 'resume':
      return session.isAway ? { ...session, isAway: false } : session;
    case 'black':
      return { ...session, isBlack: !session.isBlack };
    case 'freeze':
      return { ...session, frozenAt: session.frozenAt === null ? session.place : null };
    case 'cover':
      return { ...session, isCovered: !session.isCovered };
    case 'pause':
      return { ...session, timing: pausedOrGoing(session, nowMs) };
    case 'restart-clock':
      return { ...session, timing: NO_TIME };
    case 'pointer': {
      const at = POINTERS.indexOf(session.pointer);
      return { ...session, pointer: POINTERS[(at + 1) % POINTERS.length] ?? 'off' };
    }
    case 'look':
      return act.look === session.look ? session : { ...session, look: act.look };
    default:
      return act satisfies never;
  }
}

/** At another place the picture is the scene's again; the first move starts the clock. */
function moved(session: Session, place: BriefingPlace, nowMs: number): Session {
  if (isSamePlace(place, session.place)) {
    return session.look === null ? session : { ...session, look: null };
  }
  return { ...session, place, look: null, timing: started(session, nowMs) };
}

/** Time so far is put to the scene that it was spent on. Runs on, or starts if it never ran. */
function started(session: Session, nowMs: number): Timing {
  const { timing } = session;
  const isPaused = timing.runningSinceMs === null && timing.spentMs > 0;
  return isPaused ? timing : { ...counted(session, nowMs), runningSinceMs: nowMs };
}

function pausedOrGoing(session: Session, nowMs: number): Timing {
  const isRunning = session.timing.runningSinceMs !== null;
  return { ...counted(session, nowMs), runningSinceMs: isRunning ? null : nowMs };
}

/** With what runs now added. */
export function counted({ timing, place }: Session, nowMs: number): Timing {
  const { spentMs, sceneMs, runningSinceMs } = timing;
  if (runningSinceMs === null) return timing;
  // Another window's clock may have been set back since.
  const runMs = Math.max(0, nowMs - runningSinceMs);
  return {
    spentMs: spentMs + runMs,
    sceneMs: { ...sceneMs, [place.scene]: (sceneMs[place.scene] ?? 0) + runMs },
    runningSinceMs,
  };
}

/** The place that the stage shows. */
export function shownPlace({ place, frozenAt }: Session): BriefingPlace {
  return frozenAt ?? place;
}

/** The place that there is, for an address that was written by hand. */
function placeIn(scenes: readonly Scene[], place: BriefingPlace): BriefingPlace {
  const found = findPlace(scenes, place);
  return found === null ? place : { scene: found.scene.id, step: found.step };
}

function back(session: Session): Session {
  return session.isAway ? { ...session, isAway: false } : session;
}
