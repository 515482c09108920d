import type { ActorKind } from '../../model/types.ts';

/** How many colours there are for themes and sectors; see tokens.css. */
const SLOTS = 8;

/** The colour of a palette slot; the first one comes back after the last. */
export function slotColour(slot: number): string {
  return `var(--slot-${slot % SLOTS})`;
}

const SHAPES: Readonly<Record<ActorKind, string>> = {
  person: 'is-round',
  office: 'is-ring',
  organisation: 'is-square',
  group: 'is-diamond',
};

interface ActorMarkProps {
  readonly kind: ActorKind;
  readonly sector: string | null;
  readonly sectors: readonly string[];
}

/** A small sign before a name: the shape says the kind, the colour the sector; words stand elsewhere. */
export function ActorMark({ kind, sector, sectors }: ActorMarkProps) {
  const slot = sector === null ? -1 : sectors.indexOf(sector);
  const colour = slot === -1 ? 'var(--ink-faint)' : slotColour(slot);
  return <span className={`mark ${SHAPES[kind]}`} style={{ color: colour }} aria-hidden />;
}
