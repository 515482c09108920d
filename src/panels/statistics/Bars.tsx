import { useLayoutEffect, useRef, useState } from 'react';
import { drawBars } from './drawBars.ts';
import { layoutBars } from './layoutBars.ts';

interface BarsProps {
  readonly counts: readonly number[];
  readonly totals: readonly number[] | null;
  /** What it shows, in a sentence. */
  readonly words: string;
}

const NO_SIZE = { widthPx: 0, heightPx: 0 };

/** A row of tiny bars that fills its place; the sentence says what can be seen. */
export function Bars({ counts, totals, words }: BarsProps) {
  const svg = useRef<SVGSVGElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(NO_SIZE);

  useLayoutEffect(() => {
    if (frame.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setSize({ widthPx: width, heightPx: height });
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (svg.current !== null && size.widthPx > 0) {
      drawBars(svg.current, layoutBars({ counts, totals, ...size }));
    }
  }, [counts, totals, size]);

  return (
    <div ref={frame} className="statistics-bars">
      <svg ref={svg} role="img" aria-label={words} />
    </div>
  );
}
