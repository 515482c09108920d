/*
 * Two parts one above the other, with a divider that is moved by pointer and by keys.
 * Knows: shares of the height. Must not know: what the parts are.
 */
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import './split.css';

interface SplitProps {
  /** The first part's share of the height. */
  readonly share: number;
  readonly least: number;
  readonly most: number;
  /** What the divider moves, for who cannot see it; null where it stays. */
  readonly name: string | null;
  /** In the middle of a drag. */
  readonly onMove: (share: number) => void;
  /** A drag's end; after a key, at once. */
  readonly onRest: () => void;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

const KEY_STEP = 0.04;
/** Pointer positions fall on whole steps, so that an address stays readable. */
const ROUNDING = 100;

export function Split({ share, least, most, name, onMove, onRest, first, second }: SplitProps) {
  const box = useRef<HTMLDivElement>(null);
  const moveTo = (next: number): void => {
    const rounded = Math.round(next * ROUNDING) / ROUNDING;
    onMove(Math.min(most, Math.max(least, rounded)));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = shareAfter(event.key, share, least, most);
    if (next === null) return;
    event.preventDefault();
    moveTo(next);
    onRest();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || box.current === null) return;
    const { top, height } = box.current.getBoundingClientRect();
    if (height > 0) moveTo((event.clientY - top) / height);
  };

  return (
    <div
      ref={box}
      className="split"
      style={{
        gridTemplateRows: `minmax(0, ${String(share)}fr) auto minmax(0, ${String(1 - share)}fr)`,
      }}
    >
      <div className="split-part">{first}</div>
      {name === null ? (
        <div className="split-line" />
      ) : (
        /* A window splitter is a separator that takes the focus and has a value (WAI-ARIA 1.2). */
        <div
          role="separator"
          className="split-divider"
          aria-label={name}
          aria-orientation="horizontal"
          aria-valuenow={Math.round(share * 100)}
          aria-valuemin={Math.round(least * 100)}
          aria-valuemax={Math.round(most * 100)}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onLostPointerCapture={onRest}
        />
      )}
      <div className="split-part">{second}</div>
    </div>
  );
}

function shareAfter(key: string, share: number, least: number, most: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return share - KEY_STEP;
    case 'ArrowDown':
      return share + KEY_STEP;
    case 'Home':
      return least;
    case 'End':
      return most;
    default:
      return null;
  }
}
