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
import type { RemoteHistory, Signal } from './history.ts';
import { lanesFrom } from './lanes.ts';
import { askKept, chooseMarks, type KeptMark, type MarkSet } from './marks.ts';
import { allOf, sql, type Sql } from './sql.ts';
import { IS_DATED, isWhole, matching, overlapping, where } from './where.ts';

export type AskTimeline = (question: TimelineQuestion, signal: Signal) => Promise<TimelineAnswer>;

export function timelineFrom(history: RemoteHistory, batchSize: number): AskTimeline {
  const lanesOf = lanesFrom(history);
  return async (question, signal) => {
    const { query, laneBy, window, rest, keep, marksLimit } = question;
    const covers = coversOf(window);
    const grid = gridOf(window, question.widthPx, question.binPx);
    const lanes = await lanesOf(question, signal);
    const frame = { lanesTotal: lanes.list.length, grid, window };

    const reach = [overlapping(covers), IS_DATED];
    const matches = allOf(matching(history.vocabularies, query));
    const cells = {
      lanes: lanes.column,
      lanesTotal: lanes.list.length,
      bin: binColumn(grid),
      bins: grid.bins,
    };
    const isRestShown = rest === 'fade' && !isWhole(query);
    const [counted, keptRows] = await Promise.all([
      askCells(history, cells, isRestShown ? reach : [...reach, matches], matches, signal),
      askKept(history, keep, lanes.column, [matches, allOf(reach), IS_DATED], signal),
    ]);
    const matched: MarkSet = {
      isMatching: true,
      conditions: [...reach, matches],
      ...counted.matched,
    };
    const faded: MarkSet = {
      isMatching: false,
      conditions: [...reach, sql`NOT (${matches})`],
      ...counted.faded,
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
async function askCells(
  history: RemoteHistory,
  { lanes, lanesTotal, bin, bins }: CellsQuestion,
  conditions: readonly Sql[],
  matches: Sql,
  signal: Signal,
): Promise<{ readonly matched: CountedCells; readonly faded: CountedCells }> {
  const rows = await history.ask(
    sql`SELECT ${matches} AS isMatching, lane * ${bins} + ${bin} AS cell, count() FROM events
      ARRAY JOIN arrayPushBack(${lanes}, toUInt32(${lanesTotal})) AS lane ${where(conditions)} GROUP BY isMatching, cell`,
    signal,
  );
  const countedOf = (isMatching: boolean): CountedCells => {
    const left: CellCounts = new Uint32Array(lanesTotal * bins);
    let all = 0;
    for (const [flag, cell, count] of rows) {
      if ((Number(flag) === 1) !== isMatching) continue;
      if (Number(cell) < left.length) left[Number(cell)] = Number(count);
      else all += Number(count);
    }
    return { count: all, left };
  };
  return { matched: countedOf(true), faded: countedOf(false) };
}
