/*
 * The network as a component: its elements, what stands around the picture, and the effect that brings
 * them to life.
 * Knows: React, the store, the stage. Must not know: how nodes are placed or drawn.
 *
 *   ┌ bar: what is shown, or selected · actors, play, options, zoom ┐
 *   │ picture                                            ┌ aside ──┤
 *   │                                                    │ ties    │
 *   ├ player, while it plays ────────────────────────────┴─────────┤
 *   └ legend: shapes, colours, lines ──────────────────────────────┘
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useApp, useAppStore, usePreferences } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { NetworkLegend } from './NetworkLegend.tsx';
import { NetworkToolbar } from './NetworkToolbar.tsx';
import { startNetwork, type NetworkElements, type NetworkParts } from './startNetwork.ts';
import { useAside } from './useAside.ts';
import './network.css';

interface NetworkViewProps {
  /** What stands first in the view's bar. */
  readonly lead?: ReactNode;
}

const loadPlayer = () => import('./Player.tsx').then((module) => module.Player);
const loadAside = () => import('./NetworkAside.tsx').then((module) => module.NetworkAside);

export function NetworkView({ lead }: NetworkViewProps): ReactNode {
  const store = useAppStore();
  const areLettersOn = usePreferences((preferences) => preferences.hasLetterKeys);
  const lettersRef = useRef(areLettersOn);
  const sectionRef = useRef<HTMLElement>(null);
  const groundRef = useRef<HTMLDivElement>(null);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const svgRef = useRef<SVGSVGElement>(null);
  const cardRef = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<NetworkParts | null>(null);
  const [isPlayerOpen, setPlayerOpen] = useState(false);
  const aside = useAside();
  const openTies = useRef(aside.openTies);

  useEffect(() => {
    lettersRef.current = areLettersOn;
    openTies.current = aside.openTies;
  });

  useEffect(() => {
    const elements = elementsOf({
      section: sectionRef.current,
      ground: groundRef.current,
      canvas: canvasRef.current,
      svg: svgRef.current,
      card: cardRef.current,
    });
    const started = startNetwork({
      elements,
      store,
      areLettersOn: () => lettersRef.current,
      onTies: () => openTies.current(),
    });
    setParts(started);
    return () => {
      started.destroy();
      setParts(null);
    };
  }, [store]);

  return (
    <section ref={sectionRef} className="network" aria-label="Network" aria-busy="true">
      <NetworkToolbar
        lead={lead}
        isTiesOpen={aside.shown === 'ties'}
        onTies={aside.toggleTies}
        isPlayerOpen={isPlayerOpen}
        onPlayer={() => setPlayerOpen(!isPlayerOpen)}
        onZoom={(command) => parts?.gestures.zoom(command)}
        onPick={(key) => parts?.gestures.focus(key)}
        onRearrange={() => parts?.stage.rearrange()}
      />
      <div className="network-body">
        <div className="network-ground" ref={groundRef}>
          <canvas ref={canvasRef} className="network-canvas" aria-hidden="true" hidden />
          <Picture ref={svgRef} />
          <div className="network-card" ref={cardRef} aria-hidden="true" hidden />
          <NoOne />
        </div>
        {aside.shown === null ? null : (
          <Lazy
            key={aside.shown}
            name="the ties"
            load={loadAside}
            props={{
              shown: aside.shown,
              onClose: () => {
                const key = aside.close();
                if (key !== null) parts?.gestures.focus(key);
              },
            }}
            fallback={<aside className="network-aside" />}
          />
        )}
      </div>
      {isPlayerOpen ? (
        <Lazy
          name="the player"
          load={loadPlayer}
          props={{ onClose: () => setPlayerOpen(false) }}
          fallback={<div className="network-player" />}
        />
      ) : null}
      <NetworkLegend />
    </section>
  );
}

function Picture({ ref }: { readonly ref: React.Ref<SVGSVGElement> }): ReactNode {
  const total = useApp((state) => state.network?.nodes.length ?? null);
  return (
    <svg
      ref={ref}
      className="network-picture"
      role="group"
      aria-label={
        total === null
          ? 'The network'
          : `The network: ${String(total)} shown. Arrow keys move among them, Enter opens, Enter again lists the ties.`
      }
    />
  );
}

/** Says so where nobody is left, rather than show an empty picture. */
function NoOne(): ReactNode {
  const isEmpty = useApp((state) => state.network?.nodes.length === 0);
  const isWindowed = useApp((state) => state.choices.window !== null);
  if (!isEmpty) return null;
  return (
    <p className="network-empty">
      {isWindowed
        ? 'Nobody acted together in the visible time.'
        : 'Nobody acted together in what is chosen.'}
    </p>
  );
}

type MaybeElements = { readonly [Name in keyof NetworkElements]: NetworkElements[Name] | null };

/** React has set every ref before an effect runs; a missing one is a mistake in the markup above. */
function elementsOf(elements: MaybeElements): NetworkElements {
  const { section, ground, canvas, svg, card } = elements;
  if (!section || !ground || !canvas || !svg || !card) {
    throw new Error('The network misses one of its own elements.');
  }
  return { section, ground, canvas, svg, card };
}
