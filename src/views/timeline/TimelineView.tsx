/*
 * The timeline as a component: its nodes, and the effect that brings them to life.
 * Knows: React, the store, the stage. Must not know: how marks are packed or drawn.
 */
import { use, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useApp, useAppStore, usePreferences } from '../../state/hooks.tsx';
import { OnStage } from '../onStage.ts';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { startTimeline, type TimelineNodes, type TimelineParts } from './startTimeline.ts';
import './timeline.css';

interface TimelineViewProps {
  /** What stands first in the view's bar. */
  readonly lead?: ReactNode;
}

export function TimelineView({ lead }: TimelineViewProps): ReactNode {
  const store = useAppStore();
  const areLettersOn = usePreferences((preferences) => preferences.hasLetterKeys);
  const lettersRef = useRef(areLettersOn);
  const matched = useApp((state) => state.facets?.matched ?? null);
  const isOnStage = use(OnStage);
  const sectionRef = useRef<HTMLElement>(null);
  const axisRef = useRef<SVGSVGElement>(null);
  const plotRef = useRef<SVGSVGElement>(null);
  const overviewRef = useRef<SVGSVGElement>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  const cardRef = useRef<HTMLDivElement>(null);
  const rangeRef = useRef<HTMLSpanElement>(null);
  const [parts, setParts] = useState<TimelineParts | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  // What a frame threw is thrown again where the error boundary around this view catches it.
  if (failure !== null) throw failure.error;

  useEffect(() => {
    lettersRef.current = areLettersOn;
  }, [areLettersOn]);

  // Before the page is painted: a picture whose answer is here comes with the first frame.
  useLayoutEffect(() => {
    const nodes = nodesOf({
      section: sectionRef.current,
      axis: axisRef.current,
      plot: plotRef.current,
      overview: overviewRef.current,
      scroller: scrollRef.current,
      card: cardRef.current,
      range: rangeRef.current,
    });
    const started = startTimeline(
      nodes,
      store,
      () => lettersRef.current,
      (error) => setFailure({ error }),
      isOnStage,
    );
    setParts(started);
    return () => {
      started.destroy();
      setParts(null);
    };
  }, [isOnStage, store]);

  return (
    <section ref={sectionRef} className="timeline" aria-label="Timeline" aria-busy="true">
      <TimelineToolbar
        lead={lead}
        onZoom={(command) => parts?.gestures.zoom(command)}
        windowOf={() => parts?.stage.chosenWindow() ?? null}
      />
      <div className="timeline-axis">
        <span className="timeline-range" ref={rangeRef} />
        <svg ref={axisRef} aria-hidden="true" />
      </div>
      <div className="timeline-scroll" ref={scrollRef}>
        <svg
          ref={plotRef}
          className="timeline-picture"
          role="group"
          aria-label={
            matched === null
              ? 'Events on the timeline'
              : `Events on the timeline: ${String(matched)} match. Arrow keys move among them, Enter opens.`
          }
        />
      </div>
      <div className="timeline-overview">
        <svg ref={overviewRef} aria-hidden="true" />
      </div>
      <div className="timeline-card" ref={cardRef} aria-hidden="true" hidden />
    </section>
  );
}

type MaybeNodes = { readonly [Name in keyof TimelineNodes]: TimelineNodes[Name] | null };

/** React has set every ref before an effect runs; a missing one is a mistake in the markup above. */
function nodesOf(nodes: MaybeNodes): TimelineNodes {
  const { section, axis, plot, overview, scroller, card, range } = nodes;
  if (!section || !axis || !plot || !overview || !scroller || !card || !range) {
    throw new Error('The timeline misses one of its own elements.');
  }
  return { section, axis, plot, overview, scroller, card, range };
}
