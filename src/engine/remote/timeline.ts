/*
 * What to draw of a history in a window of time, counted and chosen by the database.
 * Knows: the steps and their order, as the local engine has them. Must not know: pixels beyond a width.
 *
 *   lanes (kept while one pans) → cells: events per lane and bin → marks → bins: what is left
 */
import { coversOf, gridOf, type Grid } from '../local/grid.ts';
import type { CellCounts } from '../local/marks.ts';
import { binsOf, linksAmong, markOf } from '../local/timeline.ts';
import type { TimelineAnswer, TimelineQuestion } from '../port.ts';
import { askedRecently } from './askedRecently.ts';
import type { RemoteHistory, Signal } from './history.ts';
import { lanesFrom } from './lanes.ts';
import { askKept, chooseMarks, type KeptMark, type MarkSet } from './marks.ts';
import { allOf, sql, type Sql } from './sql.ts';
import { IS_DATED, isWhole, matching, overlappingIn, where } from './where.ts';

export type AskTimeline = (question: TimelineQuestion, signal: Signal) => Promise<TimelineAnswer>;

export function timelineFrom(history: RemoteHistory, batchSize: number): AskTimeline {
  const lanesOf = lanesFrom(history);
  const cellsKept = askedRecently<CountedCells>(8);
  return async (question, signal) => {
    const { query, laneBy, window, rest, keep, marksLimit } = question;
    const covers = coversOf(window);
    const grid = gridOf(window, question.widthPx, question.binPx);
    const lanes = await lanesOf(question, signal);
    const frame = { lanesTotal: lanes.list.length, grid, window };

    const reach = [...overlappingIn(history.head.extent, covers), IS_DATED];
    const matches = allOf(matching(history.vocabularies, query));
    const cells = {
      lanes: lanes.column,
      lanesTotal: lanes.list.length,
      bin: binColumn(grid),
      bins: grid.bins,
    };
    const isRestShown = rest === 'fade' && !isWhole(query);
    // Remembered: what does not depend on the filter, so that a filter costs what it finds.
    const count = (conditions: readonly Sql[]): Promise<CountedCells> =>
      cellsKept(cellsQuery(cells, conditions).text, () =>
        askCells(history, cells, conditions, signal),
      );
    const [found, all, keptRows] = await Promise.all([
      count(isWhole(query) ? reach : [...reach, matches]),
      isRestShown ? count(reach) : null,
      askKept(history, keep, lanes.column, [matches, allOf(reach), IS_DATED], signal),
    ]);
    const matched: MarkSet = {
      isMatching: true,
      conditions: [...reach, matches],
      count: found.count,
      left: found.left.slice(),
    };
    const faded: MarkSet = {
      isMatching: false,
      conditions: [...reach, sql`NOT (${matches})`],
      ...restOf(all, found),
    };
    const kept = keptRows.flatMap(({ spot, holds }): readonly KeptMark[] => {
      const [isMatching = false, isInReach = false, isDated = false] = holds;
      // Where an event that does not match is hidden, keeping does not bring it back.
      if (!isDated || !(isMatching || rest === 'fade')) return [];
      return [{ spot, isMatching, set: isInReach ? (isMatching ? matched : faded) : null }];
    });

    const marks = await chooseMarks(
      history,
      { ...cells, frame, sets: [matched, faded], kept, marksLimit, batchSize },
      signal,
    );
    const { columns, ordinalOf } = await history.eventsAt(
      marks.map(({ key }) => key),
      laneBy === 'place',
      signal,
    );
    const lanesAt = lanes.readerIn(columns);
    const drawn = marks
      .map(({ key, isMatching }) => ({ ordinal: ordinalOf(key), isMatching }))
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .filter(({ ordinal }) => ordinal >= 0)
      .map(({ ordinal, isMatching }) => markOf(columns, lanesAt, ordinal, isMatching));
    return {
      laneBy,
      covers,
      lanes: lanes.list,
      marks: drawn,
      bins: binsOf(grid, lanes.list.length, matched.left, faded.left),
      links: linksAmong(columns, drawn),
    };
  };
}

/** As gridOf has it: bins begin at whole multiples of the step, and what lies outside is in the first or last. */
function binColumn({ stepMs, firstStep, bins }: Grid): Sql {
  return sql`toUInt32(greatest(0, least(${bins - 1}, floor(anchorMs / ${stepMs}) - ${firstStep})))`;
}

interface CellsQuestion {
  readonly lanes: Sql;
  readonly lanesTotal: number;
  readonly bin: Sql;
  readonly bins: number;
}

type CountedCells = Pick<MarkSet, 'count' | 'left'>;

/** Events per lane and bin; in one lane more than there are, each event is counted once. */
function cellsQuery(
  { lanes, lanesTotal, bin, bins }: CellsQuestion,
  conditions: readonly Sql[],
): Sql {
  return sql`SELECT lane * ${bins} + ${bin} AS cell, count() FROM events
    ARRAY JOIN arrayPushBack(${lanes}, toUInt32(${lanesTotal})) AS lane ${where(conditions)} GROUP BY cell`;
}

async function askCells(
  history: RemoteHistory,
  cells: CellsQuestion,
  conditions: readonly Sql[],
  signal: Signal,
): Promise<CountedCells> {
  const rows = await history.ask(cellsQuery(cells, conditions), signal);
  const left: CellCounts = new Uint32Array(cells.lanesTotal * cells.bins);
  let count = 0;
  for (const [cell, events] of rows) {
    if (Number(cell) < left.length) left[Number(cell)] = Number(events);
    else count += Number(events);
  }
  return { count, left };
}

/** Those that do not match, where they show at all. */
function restOf(all: CountedCells | null, found: CountedCells): CountedCells {
  if (all === null) return { count: 0, left: new Uint32Array(found.left.length) };
  return {
    count: all.count - found.count,
    left: all.left.map((count, cell) => count - (found.left[cell] ?? 0)),
  };
}
