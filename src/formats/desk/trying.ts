/*
 * Tries a mapping on a table: what the first events will be, how many there are, what is wrong.
 * Knows: tables, mappings. Must not know: who chose the mapping, how the trial is shown.
 */
import { fail, ok, type Result } from '../../base/result.ts';
import { readDate } from '../../model/dates.ts';
import type { Actor, Dataset, HistoryEvent } from '../../model/types.ts';
import { applyMapping } from '../table/apply.ts';
import type { HeldFiles } from './heldFiles.ts';
import type { DeskFailure, Trial, TrialEvent, TrialQuestion } from './messages.ts';
import type { TellsProgress } from './server.ts';

/** Of larger tables the first so many: a trial follows every change of a form. */
const ROWS_TRIED = 20_000;
const EVENTS_SHOWN = 12;
const PROBLEMS_SHOWN = 20;

export async function answerTrial(
  { file, cut, mapping }: TrialQuestion,
  held: HeldFiles,
  onProgress: TellsProgress,
): Promise<Result<Trial, DeskFailure>> {
  const read = await held.table(file, cut, (done, total) =>
    onProgress({ words: 'Reading rows', share: done / total }),
  );
  if (!read.ok) return read;
  const { table } = read.value;
  const rows = table.rows.slice(0, ROWS_TRIED);
  const tried = applyMapping({ ...table, rows }, mapping);
  if (!tried.ok) return fail(tried.error);
  const { dataset, report } = tried.value;
  return ok({
    rowsTried: rows.length,
    rowsTotal: table.rows.length,
    eventsTotal: report.eventsTotal,
    actorsTotal: report.actorsTotal,
    placesTotal: dataset.places?.length ?? 0,
    themesTotal: dataset.themes?.length ?? 0,
    leftOutTotal: report.leftOut.length,
    problemsTotal: report.problemsTotal,
    problems: report.problems.slice(0, PROBLEMS_SHOWN),
    events: shownEvents(dataset),
  });
}

function shownEvents(dataset: Dataset): readonly TrialEvent[] {
  const events = dataset.events.slice(0, EVENTS_SHOWN);
  const actors = byId(dataset.actors);
  const places = byId(dataset.places);
  const themes = byId(dataset.themes);
  const sources = byId(dataset.sources);
  return events.map((event) => {
    const acting = namedActors(event, actors);
    const date = readDate(event.date);
    return {
      id: event.id,
      title: event.title,
      dateWords: date.ok ? date.value.words : event.date,
      isDateRaw: !date.ok,
      summary: event.summary ?? null,
      kind: event.kind ?? null,
      status: event.status ?? null,
      organisations: acting.filter(isOrganisation).map(({ name }) => name),
      people: acting.filter((actor) => !isOrganisation(actor)).map(({ name }) => name),
      places: found(event.places, places).map(({ name }) => name),
      themes: found(event.themes, themes).map(({ name }) => name),
      sources: found(
        event.citations?.map(({ source }) => source),
        sources,
      ).map(({ title }) => title),
    };
  });
}

function namedActors(event: HistoryEvent, actors: ReadonlyMap<string, Actor>): readonly Actor[] {
  return found(
    event.actors?.map(({ actor }) => actor),
    actors,
  );
}

function isOrganisation({ kind }: Actor): boolean {
  return kind === 'organisation' || kind === 'group';
}

function byId<T extends { readonly id: string }>(list: readonly T[] = []): ReadonlyMap<string, T> {
  return new Map(list.map((each) => [each.id, each]));
}

function found<T>(ids: readonly string[] = [], all: ReadonlyMap<string, T>): readonly T[] {
  return ids.flatMap((id) => all.get(id) ?? []);
}
