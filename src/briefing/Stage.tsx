/*
 * The stage: the scene that is due, in all of the window, with nothing in sight that is for the hand.
 * Knows: the session, slides, the screen. Must not know: views, which it gets handed; the other window.
 *
 * It stays on the page once it was there: left, it draws nothing, and comes back where it was when either
 * window says so.
 */
import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../model/types.ts';
import { useApp } from '../state/hooks.tsx';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { DesignBox } from './DesignBox.tsx';
import type { BriefingCommand } from './keys.ts';
import { NotesPane } from './NotesPane.tsx';
import { Overview } from './Overview.tsx';
import { findPlace, isKnown, shownScenes, stepsOf, type FoundPlace } from './places.ts';
import { PointerLayer, usePointing } from './PointerLayer.tsx';
import { Progress } from './Progress.tsx';
import { shownPlace } from './session.ts';
import { Slide, viewOf } from './Slide.tsx';
import { StageToolbar } from './StageToolbar.tsx';
import { useBriefing, type BriefingInUse } from './useBriefing.ts';
import { useBriefingKeys } from './useBriefingKeys.ts';
import {
  enterFullscreen,
  leaveFullscreen,
  toggleFullscreen,
  useIsPointerAtRest,
  useWakeLock,
} from './useScreen.ts';
import { useSwipe } from './useSwipe.ts';
import './stage.css';

interface StageProps {
  readonly Arrangement: DrawsArrangement;
}

export function Stage({ Arrangement }: StageProps) {
  const isPresenting = useApp((state) => state.choices.presenting !== null);
  const scenes = useApp((state) => state.briefing.scenes);
  const areAllHere = useApp((state) => state.briefing.document !== undefined);
  const briefing = useBriefing('stage');
  if (!isPresenting) return null;
  // A scene that the user made comes a moment after the history.
  const isAwaited =
    briefing === null || (!areAllHere && !isKnown(scenes, shownPlace(briefing.session)));
  if (isAwaited) return <main className="stage" aria-label="Stage" aria-busy="true" />;
  const found = findPlace(scenes, shownPlace(briefing.session));
  if (found === null) return <EmptyStage briefing={briefing} />;
  return <OpenStage briefing={briefing} scenes={scenes} found={found} Arrangement={Arrangement} />;
}

function EmptyStage({ briefing }: { readonly briefing: BriefingInUse }) {
  const leave = (): void => briefing.live.act({ kind: 'leave' });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <main className="stage stage-empty" aria-label="Stage">
      <h1>No scene to show</h1>
      <p>This history has no briefing yet, or all of its scenes are hidden.</p>
      <button ref={button} type="button" className="button is-primary" onClick={leave}>
        Leave
      </button>
    </main>
  );
}

interface OpenStageProps extends StageProps {
  readonly briefing: BriefingInUse;
  readonly scenes: readonly Scene[];
  /** What the stage shows. */
  readonly found: FoundPlace;
}

function OpenStage({ briefing, scenes, found, Arrangement }: OpenStageProps) {
  const { live, session, pointerAt } = briefing;
  const { act } = live;
  const [isOverviewOpen, setOverviewOpen] = useState(false);
  const [areNotesShown, setNotesShown] = useState(false);
  const [isPopupBlocked, setPopupBlocked] = useState(false);
  const [standing, setStanding] = useState<string | null>(null);
  const stage = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isAtRest = useIsPointerAtRest();
  useWakeLock(true);
  usePointing({ box, kind: session.pointer, onPoint: live.point });
  useSwipe(stage, (way) => act({ kind: way }));
  useEffect(() => {
    stage.current?.focus({ preventScroll: true });
    return leaveFullscreen;
  }, []);

  const openPresenter = (): void => setPopupBlocked(live.openOther() === null);
  const command = (its: BriefingCommand): boolean => {
    // Only the key that made the screen black brings it back; a clicker's stray press shows nothing.
    switch (its) {
      case 'next':
      case 'back':
      case 'first':
      case 'last':
        setOverviewOpen(false);
        act({ kind: its });
        return true;
      case 'black':
      case 'freeze':
      case 'cover':
      case 'pointer':
        act({ kind: its });
        return true;
      case 'return':
        act({ kind: 'look', look: null });
        return true;
      case 'jump':
        number.start();
        return true;
      case 'overview':
        setOverviewOpen(!isOverviewOpen && !session.isBlack);
        return true;
      case 'notes':
        setNotesShown(!areNotesShown);
        return true;
      case 'presenter':
        openPresenter();
        return true;
      case 'fullscreen':
        toggleFullscreen();
        return true;
      case 'start':
        setOverviewOpen(false);
        enterFullscreen();
        return true;
      case 'leave':
        stepBack();
        return true;
      default:
        return its satisfies never;
    }
  };
  /** One level: what is open, then the closer look, then the stage itself. */
  const stepBack = (): void => {
    if (session.isBlack) return;
    if (isOverviewOpen) setOverviewOpen(false);
    else if (isPopupBlocked) setPopupBlocked(false);
    else if (session.look !== null) act({ kind: 'look', look: null });
    else act({ kind: 'leave' });
  };
  const number = useBriefingKeys({
    command,
    jump: (to) => {
      setOverviewOpen(false);
      act({ kind: 'jump', number: to });
    },
    areArrowsTaken: isOverviewOpen,
    isListening: true,
  });

  const shown = shownScenes(scenes);
  const look = session.frozenAt === null ? session.look : null;
  const isHidden = session.isBlack || session.isCovered;
  return (
    <main
      ref={stage}
      className="stage"
      aria-label="Stage"
      tabIndex={-1}
      aria-busy={standing !== viewOf(found.scene, found.step, look) && !isHidden}
      data-black={session.isBlack || undefined}
      data-covered={session.isCovered || undefined}
      data-rests={isAtRest || undefined}
    >
      <div className="stage-screen" inert={isOverviewOpen || isHidden}>
        <DesignBox aspect={null} boxRef={box}>
          <Slide
            scene={found.scene}
            step={found.step}
            look={look}
            onLook={(look) => act({ kind: 'look', look })}
            onStanding={setStanding}
            Arrangement={Arrangement}
          />
          <Progress scenes={scenes} place={{ scene: found.scene.id, step: found.step }} />
          {session.isCovered ? <Cover /> : null}
          <PointerLayer kind={session.pointer} at={pointerAt} />
        </DesignBox>
      </div>
      {areNotesShown ? <NotesPane scene={found.scene} /> : null}
      {isOverviewOpen ? (
        <Overview
          scenes={shown}
          at={found.index}
          onChoose={(scene) => {
            setOverviewOpen(false);
            act({ kind: 'go', place: { scene: scene.id, step: 0 } });
          }}
          Arrangement={Arrangement}
        />
      ) : null}
      {session.isBlack ? <div className="stage-black" /> : null}
      {number.typed === null ? null : (
        <p className="stage-jump">
          Scene <b>{number.typed === '' ? '…' : number.typed}</b> of {shown.length}
          <span> · Enter</span>
        </p>
      )}
      {isPopupBlocked ? (
        <p className="stage-told" role="alert">
          The browser kept the window from opening.{' '}
          <a
            href={live.otherAddress()}
            target="_blank"
            rel="opener"
            onClick={() => setPopupBlocked(false)}
          >
            Open the presenter’s window
          </a>
        </p>
      ) : null}
      <StageToolbar
        session={session}
        isOverviewOpen={isOverviewOpen}
        areNotesShown={areNotesShown}
        isPresenterHere={briefing.isOtherHere}
        onCommand={command}
      />
      <p className="visually-hidden" aria-live="polite">
        {spoken(found, shown.length, session.isBlack, session.isCovered)}
      </p>
    </main>
  );
}

/** Before the first scene is due: whose history it is, and no more. */
function Cover() {
  const title = useApp((state) => state.history?.title);
  const subtitle = useApp((state) => state.history?.subtitle);
  return (
    <div className="stage-cover">
      <p className="stage-cover-title" dir="auto">
        {title}
      </p>
      {subtitle === null ? null : <p dir="auto">{subtitle}</p>}
    </div>
  );
}

/** What somebody who does not see the stage has to know of it. */
function spoken(
  { scene, index, step }: FoundPlace,
  total: number,
  isBlack: boolean,
  isCovered: boolean,
): string {
  if (isBlack) return 'The screen is black.';
  if (isCovered) return 'The scene is hidden until you go on.';
  const where = `Scene ${String(index + 1)} of ${String(total)}: ${scene.title}.`;
  if (step === 0) return where;
  const said = scene.steps?.[step - 1]?.text ?? '';
  return `${where} Step ${String(step)} of ${String(stepsOf(scene))}. ${said}`;
}
