/*
 * The presenter's window: what is shown and what comes, notes, time, and the same keys as on the stage.
 * Knows: the session, slides. Must not know: views, which it gets handed; how the other window draws.
 *
 *   ┌ history · stage here?       clock  elapsed  scene ┐
 *   ├ Now ──────────────────────────┬ Next ─────────────┤
 *   │                               ├ Notes ────────────┤
 *   ├ buttons ──────────────────────┤                   │
 *   └───────────────────────────────┴───────────────────┘
 */
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../state/hooks.tsx';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { DesignBox } from './DesignBox.tsx';
import type { BriefingCommand } from './keys.ts';
import { NotesPane } from './NotesPane.tsx';
import { Overview } from './Overview.tsx';
import { findPlace, isSamePlace, placeAfter, shownScenes, stepsOf } from './places.ts';
import { PointerLayer, usePointing } from './PointerLayer.tsx';
import { PresenterControls } from './PresenterControls.tsx';
import { Flags, KeysHelp, StageState } from './PresenterParts.tsx';
import { PresenterTime } from './PresenterTime.tsx';
import { Progress } from './Progress.tsx';
import { Slide, viewOf } from './Slide.tsx';
import { useBriefing, type BriefingInUse } from './useBriefing.ts';
import { useBriefingKeys } from './useBriefingKeys.ts';
import { toggleFullscreen, useWakeLock } from './useScreen.ts';
import './stage.css';
import './presenter.css';

interface PresenterWindowProps {
  readonly Arrangement: DrawsArrangement;
}

export function PresenterWindow({ Arrangement }: PresenterWindowProps) {
  const title = useApp((state) => state.history?.title);
  const failure = useApp((state) => state.openFailure?.message);
  const briefing = useBriefing('presenter');
  useEffect(() => {
    document.title = title === undefined ? 'Presenter' : `Presenter – ${title}`;
  }, [title]);
  if (failure !== undefined && title === undefined) {
    return (
      <main className="presenter-wait" aria-label="Presenter">
        <h1>The history could not be opened here</h1>
        <p>{failure}</p>
      </main>
    );
  }
  if (briefing === null) {
    return <main className="presenter-wait" aria-label="Presenter" aria-busy="true" />;
  }
  return <Presenter briefing={briefing} title={title ?? ''} Arrangement={Arrangement} />;
}

interface PresenterProps extends PresenterWindowProps {
  readonly briefing: BriefingInUse;
  readonly title: string;
}

/** The shape of nearly every projector; the stage shows the same words whatever its own is. */
const ASPECT = 16 / 9;

function Presenter({ briefing, title, Arrangement }: PresenterProps) {
  const { live, session, isOtherHere, pointerAt } = briefing;
  const { act } = live;
  const scenes = useApp((state) => state.briefing.scenes);
  const [isOverviewOpen, setOverviewOpen] = useState(false);
  const [isBlocked, setBlocked] = useState(false);
  const [amiss, setAmiss] = useState<string | null>(null);
  const [standing, setStanding] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const isAwake = useWakeLock(true);
  usePointing({ box, kind: session.pointer, onPoint: live.point });

  const openStage = (): void => setBlocked(live.openOther() === null);
  const command = (its: BriefingCommand): boolean => {
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
        setOverviewOpen(!isOverviewOpen);
        return true;
      case 'presenter':
      case 'start':
        // What starts and resumes: the stage, where it was.
        if (isOtherHere) act({ kind: 'resume' });
        else openStage();
        return true;
      case 'leave':
        stepBack();
        return true;
      case 'fullscreen':
        toggleFullscreen();
        return true;
      case 'notes':
        return true;
      default:
        return its satisfies never;
    }
  };
  const stepBack = (): void => {
    if (isOverviewOpen) setOverviewOpen(false);
    else if (session.isBlack) return;
    else if (session.look !== null) act({ kind: 'look', look: null });
    // A clicker's one button sends F5 and Esc in turn: after it has left, it comes back.
    else act({ kind: session.isAway ? 'resume' : 'leave' });
  };
  const number = useBriefingKeys({
    command,
    jump: (to) => act({ kind: 'jump', number: to }),
    areArrowsTaken: isOverviewOpen,
    isListening: true,
  });

  const shown = shownScenes(scenes);
  const found = findPlace(scenes, session.place);
  if (found === null) {
    return (
      <main className="presenter-wait" aria-label="Presenter">
        <h1>No scene to show</h1>
      </main>
    );
  }
  const frozen = session.frozenAt === null ? null : findPlace(scenes, session.frozenAt);
  const place = { scene: found.scene.id, step: found.step };
  const next = placeAfter(scenes, place);
  const nextFound = isSamePlace(next, place) ? null : findPlace(scenes, next);
  const where = `Scene ${String(found.index + 1)} of ${String(shown.length)}`;
  const step =
    stepsOf(found.scene) === 0
      ? ''
      : `, step ${String(found.step)} of ${String(stepsOf(found.scene))}`;

  return (
    <main
      className="presenter"
      aria-label="Presenter"
      aria-busy={standing !== viewOf(found.scene, found.step, session.look)}
    >
      <header className="presenter-head">
        <h1 dir="auto">{title}</h1>
        <StageState
          briefing={briefing}
          isBlocked={isBlocked}
          onOpen={openStage}
          onResume={() => act({ kind: 'resume' })}
        />
        <PresenterTime session={session} scenes={scenes} onAct={act} />
      </header>
      <section className="presenter-now" aria-label="Now">
        <h2>
          <span>
            {where}
            {step}
          </span>
          <Flags session={session} frozen={frozen?.scene ?? null} />
        </h2>
        <div className="presenter-preview">
          <DesignBox aspect={ASPECT} boxRef={box}>
            <Slide
              scene={found.scene}
              step={found.step}
              look={session.look}
              onLook={(look) => act({ kind: 'look', look })}
              onAmiss={setAmiss}
              onStanding={setStanding}
              Arrangement={Arrangement}
            />
            <Progress scenes={scenes} place={place} />
            <PointerLayer kind={session.pointer} at={pointerAt} />
          </DesignBox>
        </div>
        {amiss === null ? null : <p className="presenter-amiss">{amiss}</p>}
        <PresenterControls
          session={session}
          scenes={shown}
          at={found.index}
          onAct={act}
          onCommand={command}
        />
        {isAwake ? null : (
          <p className="presenter-hint">
            This browser cannot keep the screen awake. Set the computer not to sleep before you
            begin.
          </p>
        )}
        <KeysHelp />
      </section>
      <section className="presenter-next" aria-label="Next">
        <h2>Next</h2>
        {nextFound === null ? (
          <p className="presenter-end">The end of the briefing.</p>
        ) : (
          <div className="presenter-preview" inert>
            <DesignBox aspect={ASPECT}>
              <Slide
                scene={nextFound.scene}
                step={nextFound.step}
                look={null}
                onLook={null}
                Arrangement={Arrangement}
              />
            </DesignBox>
          </div>
        )}
      </section>
      <NotesPane scene={found.scene} />
      {number.typed === null ? null : (
        <p className="stage-jump">
          Scene <b>{number.typed === '' ? '…' : number.typed}</b> of {shown.length}
          <span> · Enter</span>
        </p>
      )}
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
      <p className="visually-hidden" aria-live="polite">
        {where}
        {step}: {found.scene.title}
      </p>
    </main>
  );
}
