/*
 * The map as a component: its nodes, and the effect that brings them to life.
 * Knows: React, the store, the parts. Must not know: how places are gathered or drawn.
 */
import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useApp, useAppStore, usePreferences } from '../../state/hooks.tsx';
import { Beside } from './Beside.tsx';
import type { ZoomCommand } from './gestures.ts';
import { startMap, type MapNodes, type MapParts } from './startMap.ts';
import './map.css';

interface MapViewProps {
  /** What stands first in the view's bar. */
  readonly lead?: ReactNode;
}

export function MapView({ lead }: MapViewProps): ReactNode {
  const store = useAppStore();
  const areLettersOn = usePreferences((preferences) => preferences.hasLetterKeys);
  const lettersRef = useRef(areLettersOn);
  const places = useApp((state) => state.places);
  const sectionRef = useRef<HTMLElement>(null);
  const frameRef = useRef<HTMLDivElement>(null);
  const plotRef = useRef<SVGSVGElement>(null);
  const cardRef = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<MapParts | null>(null);
  const [haveOutlinesFailed, setOutlinesFailed] = useState(false);

  useEffect(() => {
    lettersRef.current = areLettersOn;
  }, [areLettersOn]);

  useEffect(() => {
    const nodes = nodesOf({
      section: sectionRef.current,
      frame: frameRef.current,
      plot: plotRef.current,
      card: cardRef.current,
    });
    const started = startMap(nodes, store, {
      areLettersOn: () => lettersRef.current,
      onOutlines: setOutlinesFailed,
    });
    setParts(started);
    return () => {
      started.destroy();
      setParts(null);
    };
  }, [store]);

  return (
    <section ref={sectionRef} className="map" aria-label="Map" aria-busy="true">
      <div className="view-toolbar">
        {lead}
        <ZoomButtons onZoom={(command) => parts?.gestures.zoom(command)} />
      </div>
      <div className="map-body">
        <div ref={frameRef} className="map-frame">
          <svg
            ref={plotRef}
            className="map-picture"
            role="group"
            aria-label="Places on the map. Arrow keys move among them, Enter filters by one, plus and minus zoom."
          />
          {places !== null && places.places.length === 0 ? (
            <p className="map-empty">No event that matches names a place.</p>
          ) : null}
          <div ref={cardRef} className="map-card" aria-hidden="true" hidden />
        </div>
        <Beside
          haveOutlinesFailed={haveOutlinesFailed}
          onRetry={() => {
            setOutlinesFailed(false);
            parts?.retry();
          }}
        />
      </div>
    </section>
  );
}

function ZoomButtons({ onZoom }: { readonly onZoom: (command: ZoomCommand) => void }): ReactNode {
  return (
    <div className="view-tools">
      <button
        type="button"
        className="button is-icon"
        aria-label="Zoom out"
        onClick={() => onZoom('zoom-out')}
      >
        <Minus aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button is-icon"
        aria-label="Zoom in"
        onClick={() => onZoom('zoom-in')}
      >
        <Plus aria-hidden="true" />
      </button>
      <button type="button" className="button" onClick={() => onZoom('fit')}>
        Fit all
      </button>
    </div>
  );
}

type MaybeNodes = { readonly [Name in keyof MapNodes]: MapNodes[Name] | null };

/** React has set every ref before an effect runs; a missing one is a mistake in the markup above. */
function nodesOf(nodes: MaybeNodes): MapNodes {
  const { section, frame, plot, card } = nodes;
  if (!section || !frame || !plot || !card) {
    throw new Error('The map misses one of its own elements.');
  }
  return { section, frame, plot, card };
}
