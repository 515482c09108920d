/*
 * The time: of day, since the first advance, and of the scene against its plan.
 * Knows: the session's timing. Must not know: where it is shown.
 */
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Pause, Play, RotateCcw } from 'lucide-react';
import type { Scene } from '../model/types.ts';
import { findPlace, shownScenes } from './places.ts';
import { counted, type Act, type Session } from './session.ts';

interface PresenterTimeProps {
  readonly session: Session;
  readonly scenes: readonly Scene[];
  readonly onAct: (act: Act) => void;
}

const TICK_MS = 500;
const HOURS = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export function PresenterTime({ session, scenes, onAct }: PresenterTimeProps) {
  const nowMs = useNow();
  const { spentMs, sceneMs, runningSinceMs } = counted(session, nowMs);
  const scene = findPlace(scenes, session.place)?.scene;
  const isRunning = runningSinceMs !== null;
  const hasBegun = isRunning || spentMs > 0;
  const spentHereMs = sceneMs[scene?.id ?? ''] ?? 0;
  const plannedMs = scene?.plannedSeconds === undefined ? null : scene.plannedSeconds * 1000;
  const allMs = shownScenes(scenes).reduce(
    (sum, each) => sum + (each.plannedSeconds ?? 0) * 1000,
    0,
  );
  return (
    <section className="presenter-time" aria-label="Time">
      <Timer name="Clock">{HOURS.format(nowMs)}</Timer>
      <Timer
        name="Elapsed"
        plan={allMs > 0 ? clockWords(allMs) : null}
        isOver={allMs > 0 && spentMs > allMs}
      >
        {clockWords(spentMs)}
      </Timer>
      <Timer
        name="This scene"
        plan={plannedMs === null ? null : clockWords(plannedMs)}
        isOver={plannedMs !== null && spentHereMs > plannedMs}
      >
        {clockWords(spentHereMs)}
      </Timer>
      <span className="presenter-time-buttons">
        <button
          type="button"
          className="button is-icon"
          aria-label={
            isRunning ? 'Pause the clock' : hasBegun ? 'Go on with the clock' : 'Start the clock'
          }
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAct({ kind: 'pause' })}
        >
          {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
        </button>
        <button
          type="button"
          className="button is-icon"
          aria-label="Set the clock back"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAct({ kind: 'restart-clock' })}
        >
          <RotateCcw aria-hidden />
        </button>
      </span>
    </section>
  );
}

interface TimerProps {
  readonly name: string;
  readonly plan?: string | null;
  readonly isOver?: boolean;
  readonly children: ReactNode;
}

function Timer({ name, plan = null, isOver = false, children }: TimerProps) {
  const id = useId();
  return (
    <div className="timer" data-over={isOver || undefined}>
      <span id={id} className="timer-name">
        {name}
      </span>
      <span role="timer" aria-labelledby={id} className="timer-value">
        {children}
      </span>
      <span className="timer-plan">
        {plan === null ? '' : `${isOver ? 'over the plan of' : 'of'} ${plan}`}
      </span>
    </div>
  );
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => window.clearInterval(timer);
  }, []);
  return nowMs;
}

/** "0:00", "12:05", "1:02:03". */
export function clockWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
    : `${String(minutes)}:${two(seconds % 60)}`;
}
