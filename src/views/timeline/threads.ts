/*
 * Threads: curves that join linked events.
 * Knows: packed marks. Must not know: DOM, store.
 */
import type { TimelineLink } from '../../engine/port.ts';
import type { LinkKind } from '../../model/types.ts';
import { anchorOf, DOTTED_PX } from './candidate.ts';
import type { PackedMark } from './rows.ts';

export interface PlacedThread {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** The copies of both events that it joins. */
  readonly fromKey: string;
  readonly toKey: string;
  readonly kind: LinkKind;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One thread a link, between those copies of the two events that stand nearest to each other. */
export function layoutThreads(
  links: readonly TimelineLink[],
  marks: readonly PackedMark[],
  yOf: (lane: number, row: number) => number,
  view: { readonly from: number; readonly to: number },
): PlacedThread[] {
  const byEvent = new Map<string, PackedMark[]>();
  for (const mark of marks) {
    const copies = byEvent.get(mark.mark.id);
    if (copies === undefined) byEvent.set(mark.mark.id, [mark]);
    else copies.push(mark);
  }
  return links.flatMap(({ from, to, kind }) => {
    const pair = nearestPair(byEvent.get(from) ?? [], byEvent.get(to) ?? [], yOf);
    if (pair === null) return [];
    const [a, b] = pair;
    const [x0, x1] = endsOf(a, b);
    if (Math.max(x0, x1) < view.from || Math.min(x0, x1) > view.to) return [];
    return [
      {
        key: `${from}→${to}/${kind}`,
        from,
        to,
        fromKey: a.key,
        toKey: b.key,
        kind,
        x0,
        y0: yOf(a.lane, a.row),
        x1,
        y1: yOf(b.lane, b.row),
      },
    ];
  });
}

/** From dot to dot; wide shapes from the end of one to the start of the other, or side by side at their starts. */
function endsOf(from: PackedMark, to: PackedMark): readonly [number, number] {
  const isWide = ({ x0, x1 }: PackedMark): boolean => x1 - x0 > 3 * DOTTED_PX;
  if (!isWide(from) && !isWide(to)) return [anchorOf(from), anchorOf(to)];
  if (from.x1 <= to.x0)
    return [isWide(from) ? from.x1 : anchorOf(from), isWide(to) ? to.x0 : anchorOf(to)];
  return [isWide(from) ? from.x0 : anchorOf(from), isWide(to) ? to.x0 : anchorOf(to)];
}

function nearestPair(
  from: readonly PackedMark[],
  to: readonly PackedMark[],
  yOf: (lane: number, row: number) => number,
): readonly [PackedMark, PackedMark] | null {
  let best: readonly [PackedMark, PackedMark] | null = null;
  let least = Infinity;
  for (const a of from) {
    for (const b of to) {
      const distance = Math.abs(yOf(a.lane, a.row) - yOf(b.lane, b.row));
      if (distance < least) {
        least = distance;
        best = [a, b];
      }
    }
  }
  return best;
}

/** The events of the thread that runs through one event, itself included: forwards and backwards. */
export function threadThrough(id: string, links: readonly TimelineLink[]): ReadonlySet<string> {
  const onThread = new Set([id]);
  const walk = (start: 'from' | 'to', end: 'from' | 'to'): void => {
    const open = [id];
    for (let current = open.pop(); current !== undefined; current = open.pop()) {
      for (const link of links) {
        if (link[start] !== current || onThread.has(link[end])) continue;
        onThread.add(link[end]);
        open.push(link[end]);
      }
    }
  };
  walk('from', 'to');
  walk('to', 'from');
  return onThread;
}

/** Marks nearer than this in time stand one above the other: their thread bows out to the side. */
const ABOVE_PX = 26;

/** A curve from one mark to the next, leaving and arriving level. */
export function threadPath(thread: PlacedThread): string {
  const { x0, y0, x1, y1 } = thread;
  if (Math.abs(x1 - x0) < ABOVE_PX) {
    const side = (Math.min(x0, x1) - Math.min(36, 12 + Math.abs(y1 - y0) * 0.2)).toFixed(1);
    return `M${x0.toFixed(1)},${y0.toFixed(1)}C${side},${y0.toFixed(1)} ${side},${y1.toFixed(1)} ${x1.toFixed(1)},${y1.toFixed(1)}`;
  }
  const bend = Math.max(Math.abs(x1 - x0) * 0.45, Math.min(40, Math.abs(y1 - y0) * 0.5));
  const towards = x1 >= x0 ? bend : -bend;
  const n = (value: number): string => value.toFixed(1);
  return `M${n(x0)},${n(y0)}C${n(x0 + towards)},${n(y0)} ${n(x1 - towards)},${n(y1)} ${n(x1)},${n(y1)}`;
}
