import { useId, type ReactNode } from 'react';
import type { DateInfo } from '../../model/types.ts';

/*
 *   day            ────●────          within    ───(░░░░░)───      open     ───█████▒░
 *   throughout     ──[█████]──        soft      ──░▒████▒░──
 */
const WIDTH_PX = 168;
const HEIGHT_PX = 24;
const FROM_PX = 40;
const TO_PX = 128;
const FADE_PX = 22;

/** A small drawing of how the timeline will draw a date; what it shows is said in words beside it. */
export function DatePreview({ date }: { readonly date: DateInfo }): ReactNode {
  const id = useId();
  const isStartOpen = !Number.isFinite(date.startMs);
  const isEndOpen = !Number.isFinite(date.endMs);
  const isDay = date.precision === 'day' || date.precision === 'time';
  const isDot = date.extent === 'within' && isDay && !isStartOpen && !isEndOpen;
  const from = isStartOpen ? 0 : FROM_PX;
  const to = isEndOpen ? WIDTH_PX : TO_PX;
  const fadeFrom = isStartOpen || date.isStartApproximate ? FADE_PX : 0;
  const fadeTo = isEndOpen || date.isEndApproximate ? FADE_PX : 0;
  const height = date.extent === 'within' ? 14 : 10;
  const middle = HEIGHT_PX / 2;
  // Where one end is open, the other is all that is known.
  const dotPx = isStartOpen ? to - 7 : isEndOpen ? from + 7 : (from + to) / 2;
  const round = fadeFrom > 0 || fadeTo > 0 ? 0 : height / 2;
  return (
    <svg
      className={`edit-preview is-${date.extent}`}
      width={WIDTH_PX}
      height={HEIGHT_PX}
      viewBox={`0 0 ${String(WIDTH_PX)} ${String(HEIGHT_PX)}`}
      aria-hidden="true"
    >
      <line className="edit-preview-axis" x1={0} x2={WIDTH_PX} y1={middle} y2={middle} />
      {isDot ? (
        <circle className="edit-preview-dot" cx={(FROM_PX + TO_PX) / 2} cy={middle} r={5} />
      ) : (
        <>
          <defs>
            <linearGradient id={id}>
              <stop offset="0" stopColor="currentColor" stopOpacity={fadeFrom > 0 ? 0 : 1} />
              <stop offset={fadeFrom / (to - from)} stopColor="currentColor" />
              <stop offset={1 - fadeTo / (to - from)} stopColor="currentColor" />
              <stop offset="1" stopColor="currentColor" stopOpacity={fadeTo > 0 ? 0 : 1} />
            </linearGradient>
          </defs>
          <rect
            className="edit-preview-body"
            x={from}
            y={middle - height / 2}
            width={to - from}
            height={height}
            rx={round}
            fill={`url(#${id})`}
          />
          {date.extent === 'within' && (
            <circle className="edit-preview-dot" cx={dotPx} cy={middle} r={4} />
          )}
        </>
      )}
    </svg>
  );
}
