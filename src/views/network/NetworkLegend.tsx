/*
 * Below the picture: what shapes, colours and lines mean.
 * Knows: the answer. Must not know: places, the stage.
 */
import type { ReactNode } from 'react';
import type { NetworkAnswer, NetworkTie } from '../../engine/port/network.ts';
import { useApp } from '../../state/hooks.tsx';
import { slotClass } from './drawNode.ts';
import { SHAPES, shapeOf, shapePath, type Shape } from './layoutShapes.ts';
import { sentenceCase, SHAPE_WORDS } from './words.ts';

export function NetworkLegend(): ReactNode {
  const answer = useApp((state) => state.network);
  const rest = useApp((state) => state.networkRest);
  const sectors = useApp((state) => state.history?.sectors ?? null);
  if (answer === null || sectors === null) return <div className="network-legend" />;
  return (
    <div className="network-legend">
      <ul className="network-keys" aria-label="Legend">
        {shapesIn(answer).map((shape) => (
          <li key={shape}>
            <svg className="network-key" viewBox="-7 -7 14 14" aria-hidden="true">
              <path className="key-shape" d={shapePath(shape, 5)} />
              {shape === 'event' ? <circle className="key-core" r="2" /> : null}
            </svg>
            {SHAPE_WORDS[shape]}
          </li>
        ))}
        {coloursIn(answer, rest, sectors).map(({ sector, colour }) => (
          <li key={sector} className={slotClass(colour)}>
            <svg className="network-key" viewBox="-7 -7 14 14" aria-hidden="true">
              <path className="key-colour" d={shapePath('organisation', 5.5)} />
            </svg>
            <span>{sentenceCase(sector)}</span>
          </li>
        ))}
        {answer.communities === 0 ? null : (
          <li>
            <svg className="network-key is-line" viewBox="0 -7 24 14" aria-hidden="true">
              <rect className="hull" x="1" y="-6" width="22" height="12" rx="6" />
            </svg>
            Community
          </li>
        )}
        {linesIn(answer).map(({ key, words }) => (
          <li key={key}>
            <svg className="network-key is-line" viewBox="0 -7 24 14" aria-hidden="true">
              <path className={`tie ${key}`} d="M1,0H23" />
            </svg>
            {words}
          </li>
        ))}
      </ul>
    </div>
  );
}

function shapesIn({ nodes }: NetworkAnswer): Shape[] {
  const present = new Set(nodes.map(shapeOf));
  return SHAPES.filter((shape) => present.has(shape));
}

interface SectorColour {
  readonly sector: string;
  readonly colour: number | null;
}

/** In the order of the history, which decides the colours. */
function coloursIn(
  { nodes }: NetworkAnswer,
  rest: NetworkAnswer | null,
  sectors: readonly string[],
): SectorColour[] {
  const colours = new Map<string, number | null>();
  for (const { sector, colour } of [...nodes, ...(rest?.nodes ?? [])]) {
    if (sector !== null) colours.set(sector, colour);
  }
  return sectors.flatMap((sector) => {
    const colour = colours.get(sector);
    return colour === undefined ? [] : [{ sector, colour }];
  });
}

const LINES: readonly { readonly kind: NetworkTie['kind']; readonly words: string }[] = [
  { kind: 'together', words: 'Acted together' },
  { kind: 'role', words: 'Held a role' },
  { kind: 'part', words: 'Part of' },
  { kind: 'stated', words: 'Stated tie' },
  { kind: 'took-part', words: 'Took part' },
];

/** One kind of line needs no key. */
function linesIn({ ties }: NetworkAnswer): { key: string; words: string }[] {
  const kinds = new Set(ties.map(({ kind }) => kind));
  const lines = LINES.filter(({ kind }) => kinds.has(kind)).map(({ kind, words }) => ({
    key: `is-${kind}`,
    words,
  }));
  const tentative = ties.some(({ isTentative }) => isTentative)
    ? [{ key: 'is-tentative', words: 'Planned or mentioned' }]
    : [];
  return lines.length + tentative.length > 1 ? [...lines, ...tentative] : [];
}
