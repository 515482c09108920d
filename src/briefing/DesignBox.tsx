/*
 * A box laid out at a fixed width and scaled to the room that it has: what fits in it once fits everywhere.
 * Knows: sizes. Must not know: what is inside.
 *
 *   room 1024 × 768          box 1920 × 1440, scaled by 0.533
 */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

interface DesignBoxProps {
  /** A fixed shape, for a preview of another window; null: the shape of the room. */
  readonly aspect: number | null;
  readonly className?: string;
  readonly boxRef?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/** The width in which sizes are thought: a projector's. */
const WIDE_PX = 1920;
/** A phone held upright: words and picture stand one above the other, and are read from near. */
const TALL_PX = 760;
const TALL_BELOW = 0.9;

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

export function DesignBox({ aspect, className = '', boxRef, children }: DesignBoxProps) {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);

  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: widthPx, clientHeight: heightPx } = element;
      setSize((before) =>
        before?.widthPx === widthPx && before.heightPx === heightPx
          ? before
          : { widthPx, heightPx },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const box =
    size === null || size.widthPx === 0 || size.heightPx === 0 ? null : boxIn(size, aspect);
  return (
    <div ref={room} className={`design-room ${className}`}>
      {box === null ? null : (
        <div
          ref={boxRef}
          className="design-box"
          data-shape={box.isTall ? 'tall' : 'wide'}
          style={{
            inlineSize: `${String(box.widthPx)}px`,
            blockSize: `${String(box.heightPx)}px`,
            transform: `translate(${String(box.leftPx)}px, ${String(box.topPx)}px) scale(${String(box.scale)})`,
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

function boxIn({ widthPx, heightPx }: Size, aspect: number | null) {
  const shape = aspect ?? widthPx / heightPx;
  const isTall = shape < TALL_BELOW;
  const boxWidthPx = isTall ? TALL_PX : WIDE_PX;
  const boxHeightPx = Math.round(boxWidthPx / shape);
  const scale = Math.min(widthPx / boxWidthPx, heightPx / boxHeightPx);
  return {
    isTall,
    widthPx: boxWidthPx,
    heightPx: boxHeightPx,
    scale,
    leftPx: (widthPx - boxWidthPx * scale) / 2,
    topPx: (heightPx - boxHeightPx * scale) / 2,
  };
}
