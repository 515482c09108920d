/*
 * Rows of one lane: which row each candidate stands in, and whether its name has room there.
 * Knows: candidates. Must not know: other lanes, the window's position, DOM, store.
 */
import type { TimelineMark } from '../../engine/port.ts';
import { boxOf, type Box, type Candidate, type LabelSide } from './candidate.ts';

export interface PackedMark extends Candidate {
  /** Unique: one event may stand in several lanes. */
  readonly key: string;
  readonly lane: number;
  readonly row: number;
}

/** A whole with its parts in the same lane: joined by a bracket. */
export interface PackedBracket {
  readonly key: string;
  /** The whole's id. */
  readonly family: string;
  readonly lane: number;
  readonly x: number;
  readonly fromRow: number;
  readonly toRow: number;
}

export interface PackedRows {
  readonly rows: number;
  /** What is taken in each row. */
  readonly boxes: readonly (readonly Box[])[];
  readonly marks: readonly PackedMark[];
  readonly brackets: readonly PackedBracket[];
  /** No row was left for these, not even without their names. */
  readonly left: readonly TimelineMark[];
  /** Some found no room, or none for their names. */
  readonly isShort: boolean;
}

const EMPTY_ROWS: PackedRows = {
  rows: 0,
  boxes: [],
  marks: [],
  brackets: [],
  left: [],
  isShort: false,
};

export type Importance = (mark: TimelineMark) => number;

export const byWeight: Importance = (mark) => mark.weight;
export const byMatchAndWeight: Importance = (mark) => mark.weight + (mark.matches ? 10 : 0);

/**
 * Greedy, the weightiest first, each in the first row with room: with its name, else without. A
 * whole and its parts take consecutive rows together, where there are that many. `onto`: rows that
 * are partly taken already.
 */
export function packLane(
  lane: number,
  members: readonly Candidate[],
  limit: number,
  importance: Importance,
  onto: PackedRows = EMPTY_ROWS,
): PackedRows {
  const rows: Box[][] = onto.boxes.map((boxes) => [...boxes]);
  const marks: PackedMark[] = [...onto.marks];
  const brackets: PackedBracket[] = [...onto.brackets];
  const left: TimelineMark[] = [...onto.left];
  let isShort = onto.isShort;
  const isFree = (row: number, box: Box): boolean =>
    (rows[row] ?? []).every((other) => box.to <= other.from || other.to <= box.from);
  const put = (candidate: Candidate, row: number, side: LabelSide): void => {
    while (rows.length <= row) rows.push([]);
    rows[row]?.push(boxOf(candidate, side));
    marks.push({ ...candidate, key: `${String(lane)}/${candidate.mark.id}`, lane, row, side });
  };
  const firstRow = (boxes: readonly Box[]): number => {
    for (let row = 0; row + boxes.length <= limit; row += 1) {
      if (boxes.every((box, i) => isFree(row + i, box))) return row;
    }
    return -1;
  };
  const putAlone = (candidate: Candidate): void => {
    for (const side of sidesToTry(candidate.side)) {
      const row = firstRow([boxOf(candidate, side)]);
      if (row >= 0) {
        put(candidate, row, side);
        return;
      }
      isShort = true;
    }
    left.push(candidate.mark);
  };
  for (const family of familiesOf(members, importance)) {
    const row =
      family.length === 1 ? -1 : firstRow(family.map((member) => boxOf(member, member.side)));
    if (row < 0) {
      family.forEach(putAlone);
      continue;
    }
    family.forEach((member, i) => {
      put(member, row + i, member.side);
    });
    brackets.push({
      key: `${String(lane)}/${family[0]?.mark.id ?? ''}`,
      family: familyOf(family[0]?.mark),
      lane,
      x: Math.min(...family.map((member) => member.x0)),
      fromRow: row,
      toRow: row + family.length - 1,
    });
  }
  return { rows: rows.length, boxes: rows, marks, brackets, left, isShort };
}

function sidesToTry(side: LabelSide): readonly LabelSide[] {
  return side === 'inside' || side === 'none' ? [side] : [side, 'none'];
}

/** The id of the whole that a mark is, or is part of. */
export function familyOf(mark: TimelineMark | undefined): string {
  return mark?.partOf ?? mark?.id ?? '';
}

/** Wholes with their parts (or parts of one absent whole), each family in order, weightiest first. */
function familiesOf(members: readonly Candidate[], importance: Importance): Candidate[][] {
  const families = new Map<string, Candidate[]>();
  for (const member of members) {
    const name = familyOf(member.mark);
    const family = families.get(name);
    if (family === undefined) families.set(name, [member]);
    else family.push(member);
  }
  const weightOf = (family: readonly Candidate[]): number =>
    Math.max(...family.map((member) => importance(member.mark)));
  return [...families.values()]
    .map((family) => ({ family: family.toSorted(byFamilyOrder), weight: weightOf(family) }))
    .toSorted((a, b) => b.weight - a.weight || (a.family[0]?.x0 ?? 0) - (b.family[0]?.x0 ?? 0))
    .map(({ family }) => family);
}

function byFamilyOrder(a: Candidate, b: Candidate): number {
  const rank = (candidate: Candidate): number =>
    candidate.mark.partOf === null ? -Infinity : (candidate.mark.order ?? 1000);
  return rank(a) - rank(b) || a.x0 - b.x0 || (a.mark.id < b.mark.id ? -1 : 1);
}
