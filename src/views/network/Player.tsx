/*
 * Plays the visible time through the months: a slider, steps, speed, and how much is seen at once.
 * Knows: choices, the history's extent. Must not know: the stage, the timeline.
 *
 *   [⏮] [▶] [⏭]  ──────●───────────  May – July 2014   [3 months] [normal]  [×]
 */
import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { isSameInterval, type Interval } from '../../base/interval.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import {
  PLAY_SPANS,
  playSteps,
  spanFor,
  stepOf,
  windowAt,
  windowWords,
  type PlaySpan,
  type PlaySteps,
} from './playSteps.ts';

const SPEEDS = [
  { words: 'Slow', stepMs: 2200 },
  { words: 'Normal', stepMs: 1200 },
  { words: 'Fast', stepMs: 600 },
] as const;

interface PlayerProps {
  readonly onClose: () => void;
}

export function Player({ onClose }: PlayerProps): ReactNode {
  const extent = useApp((state) => state.history?.extent ?? null);
  if (extent === null) return null;
  return <PlayerOver key={`${extent.startMs} ${extent.endMs}`} extent={extent} onClose={onClose} />;
}

interface PlayerOverProps extends PlayerProps {
  readonly extent: Interval;
}

function PlayerOver({ extent, onClose }: PlayerOverProps): ReactNode {
  const store = useAppStore();
  const window = useApp((state) => state.choices.window);
  const [steps] = useState(() => playSteps(extent));
  const [span, setSpan] = useState<PlaySpan>(() => spanFor(steps, window));
  const [stepMs, setStepMs] = useState<number>(SPEEDS[1].stepMs);
  const [isPlaying, setPlaying] = useState(true);
  const last = steps.edges.length - 2;
  const step = Math.min(last, stepOf(steps, window));
  const isAtEnd = window !== null && step >= last;

  const show = (next: number, nextSpan = span): void => {
    const wanted = windowAt(steps, Math.min(last, Math.max(0, next)), nextSpan);
    store
      .getState()
      .preview((now) => (isSameInterval(now.window, wanted) ? now : { ...now, window: wanted }));
  };
  const settle = (): void => store.getState().settle();
  const stop = (): void => {
    setPlaying(false);
    settle();
  };

  useEffect(() => {
    if (!isPlaying) return undefined;
    // All of time is no place to go on from: the play begins at its beginning, and at once.
    const timer = setTimeout(
      () => {
        if (window === null) show(0);
        else if (step >= last) stop();
        else show(step + 1);
      },
      window === null ? 0 : stepMs,
    );
    return () => clearTimeout(timer);
  });

  // What was played is one step of the user, also where the view goes in the middle of it.
  useEffect(() => () => store.getState().settle(), [store]);

  const shown = window ?? extent;
  return (
    <div className="network-player" role="group" aria-label="Play through time">
      <div className="network-player-buttons">
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label={`Back one ${steps.unit}`}
          onClick={() => {
            show(step - 1);
            stop();
          }}
        >
          <SkipBack aria-hidden="true" />
        </button>
        <button
          type="button"
          className="button is-icon is-primary"
          aria-label={isPlaying ? 'Pause' : 'Play'}
          onClick={() => {
            if (isPlaying) stop();
            else {
              if (isAtEnd) show(0);
              setPlaying(true);
            }
          }}
        >
          {isPlaying ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        </button>
        <button
          type="button"
          className="button is-icon is-quiet"
          aria-label={`On one ${steps.unit}`}
          onClick={() => {
            show(step + 1);
            stop();
          }}
        >
          <SkipForward aria-hidden="true" />
        </button>
      </div>
      <input
        type="range"
        className="network-slider"
        aria-label="Time"
        aria-valuetext={windowWords(shown, steps.precision)}
        min={0}
        max={last}
        value={window === null ? 0 : step}
        onChange={(event) => {
          setPlaying(false);
          show(Number(event.currentTarget.value));
        }}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <output className="network-player-time" aria-live="off">
        {windowWords(shown, steps.precision)}
      </output>
      <SpanSelect
        steps={steps}
        span={span}
        onChange={(next) => {
          setSpan(next);
          show(step, next);
          if (!isPlaying) settle();
        }}
      />
      <label>
        <span className="visually-hidden">Speed</span>
        <select
          className="select"
          value={stepMs}
          onChange={(event) => setStepMs(Number(event.currentTarget.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed.stepMs} value={speed.stepMs}>
              {speed.words}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button is-quiet"
        onClick={() => {
          setPlaying(false);
          store.getState().choose((now) => ({ ...now, window: null }));
        }}
      >
        All time
      </button>
      <button
        type="button"
        className="button is-icon is-quiet"
        aria-label="Close the player"
        onClick={() => {
          stop();
          onClose();
        }}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}

interface SpanSelectProps {
  readonly steps: PlaySteps;
  readonly span: PlaySpan;
  readonly onChange: (span: PlaySpan) => void;
}

function SpanSelect({ steps, span, onChange }: SpanSelectProps): ReactNode {
  return (
    <label>
      <span className="visually-hidden">Seen at once</span>
      <select
        className="select"
        value={span}
        onChange={(event) => {
          const next = PLAY_SPANS.find((each) => String(each) === event.currentTarget.value);
          if (next !== undefined) onChange(next);
        }}
      >
        {PLAY_SPANS.map((each) => (
          <option key={each} value={each}>
            {spanWords(each, steps.unit)}
          </option>
        ))}
      </select>
    </label>
  );
}

function spanWords(span: PlaySpan, unit: string): string {
  if (span === 'growing') return 'All until then';
  if (span === 1) return `1 ${unit}`.replace(/^1 (?=\d)/u, '');
  return /^\d/u.test(unit) ? `${String(span)} × ${unit}` : `${String(span)} ${unit}s`;
}
