/*
 * A pointer that the room can see, in both windows: a dot, or a spotlight with all else dimmed. It fades
 * when the hand rests.
 * Knows: parts of the slide's width and height. Must not know: windows.
 */
import { useEffect, useState, type RefObject } from 'react';
import type { PointerPlace } from './briefing.ts';
import type { PointerKind } from './session.ts';

interface PointingOptions {
  /** The slide, however it is scaled. */
  readonly box: RefObject<HTMLElement | null>;
  readonly kind: PointerKind;
  readonly onPoint: (at: PointerPlace | null) => void;
}

const FADE_AFTER_MS = 1500;

/** Tells where on the slide the mouse is, while it is to be shown, at most once a frame. */
export function usePointing({ box, kind, onPoint }: PointingOptions): void {
  useEffect(() => {
    if (kind === 'off') return undefined;
    let frame = 0;
    let timer = 0;
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => onPoint(null), FADE_AFTER_MS);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const rect = box.current?.getBoundingClientRect();
        if (rect === undefined || rect.width === 0 || rect.height === 0) return;
        const x = (clientX - rect.left) / rect.width;
        const y = (clientY - rect.top) / rect.height;
        if (x >= 0 && x <= 1 && y >= 0 && y <= 1) onPoint({ x, y });
      });
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.clearTimeout(timer);
      cancelAnimationFrame(frame);
      onPoint(null);
    };
  }, [box, kind, onPoint]);
}

interface PointerLayerProps {
  readonly kind: PointerKind;
  readonly at: PointerPlace | null;
}

export function PointerLayer({ kind, at }: PointerLayerProps) {
  /** Where it fades. */
  const [last, setLast] = useState<PointerPlace | null>(null);
  if (at !== null && at !== last) setLast(at);
  if (kind === 'off' || last === null) return null;
  const left = `${(last.x * 100).toFixed(2)}%`;
  const top = `${(last.y * 100).toFixed(2)}%`;
  return (
    <div className="pointer-layer" data-kind={kind} data-shown={at !== null} aria-hidden="true">
      {kind === 'dot' ? (
        <span className="pointer-dot" style={{ insetInlineStart: left, insetBlockStart: top }} />
      ) : (
        <span
          className="pointer-dim"
          style={{
            background: `radial-gradient(circle at ${left} ${top}, transparent 15rem, rgb(0 0 0 / 0.72) 17rem)`,
          }}
        />
      )}
    </div>
  );
}
