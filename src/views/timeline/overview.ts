/*
 * The overview strip with its brush, by which the visible window is dragged and resized.
 * Knows: the strip's picture, d3-brush. Must not know: React, store.
 */
import { brushX, select, type D3BrushEvent } from 'd3';
import type { Interval } from '../../base/interval.ts';
import { createOverviewPicture, OVERVIEW_PX, type OverviewShown } from './overviewPicture.ts';

/** In the middle of a gesture the window is shown in one of so many frames: the eye is on the picture. */
const FRAMES_A_SHOWING = 3;

export interface OverviewInput extends OverviewShown {
  /** The window is not in the middle of a gesture or a flight. */
  readonly isAtRest: boolean;
}

export interface Overview {
  render(input: OverviewInput): void;
  destroy(): void;
}

export interface OverviewOptions {
  readonly onMove: (window: Interval) => void;
  readonly onRest: () => void;
}

export function createOverview(svg: SVGSVGElement, { onMove, onRest }: OverviewOptions): Overview {
  const picture = createOverviewPicture(svg);
  const brushGroup = select(picture.brush);
  let brushWidthPx = 0;
  let isSetting = false;
  let isDragging = false;
  let framesPassed = 0;

  const brush = brushX<unknown>()
    .handleSize(10)
    .on('start', () => {
      if (!isSetting) isDragging = true;
    })
    .on('brush', (event: D3BrushEvent<unknown>) => {
      if (isSetting || !Array.isArray(event.selection)) return;
      const [x0, x1] = event.selection;
      if (typeof x0 === 'number' && typeof x1 === 'number' && x1 > x0) {
        const { scale } = picture;
        onMove({ startMs: scale.invert(x0), endMs: scale.invert(x1) });
      }
    })
    .on('end', () => {
      if (isSetting) return;
      isDragging = false;
      onRest();
    });

  return {
    render({ isAtRest, ...shown }) {
      framesPassed = isAtRest || isDragging ? 0 : framesPassed + 1;
      if (framesPassed % FRAMES_A_SHOWING !== 0) return;
      const { fromPx, toPx, widthPx } = picture.render(shown);
      // While the hand is on the brush, the brush leads; while the picture moves, it need not follow.
      if (isDragging || !isAtRest) return;
      isSetting = true;
      if (brushWidthPx !== widthPx) {
        brushWidthPx = widthPx;
        brush.extent([
          [0, 3],
          [Math.max(1, widthPx), OVERVIEW_PX - 3],
        ]);
        brushGroup.call(brush);
      }
      brushGroup.call((group) => brush.move(group, [fromPx, toPx]));
      isSetting = false;
    },
    destroy() {
      brush.on('start brush end', null);
      svg.replaceChildren();
    },
  };
}
