/* What the bundled history says, read from its file: what the page must show of it. */
import { readFileSync } from 'node:fs';
import type { Citation, Dataset, HistoryEvent } from '../../src/model/types.ts';

export const history = JSON.parse(
  readFileSync('public/datasets/weprotect.json', 'utf8'),
) as Dataset;

function eventTitled(title: string): HistoryEvent {
  const event = history.events.find((candidate) => candidate.title === title);
  if (event === undefined) throw new Error(`The history has no event “${title}”.`);
  return event;
}

/** How many events name an actor that passes; of one that has no parts of its own. */
export function countWhere(passes: (actors: ReadonlySet<string>) => boolean): number {
  return history.events.filter((event) =>
    passes(new Set((event.actors ?? []).map(({ actor }) => nameOf(actor)))),
  ).length;
}

export function citationsOf(title: string): readonly Citation[] {
  return eventTitled(title).citations ?? [];
}

/** "Reference 9: Global war declared …" */
export function referenceWords(sourceId: string): string {
  const source = history.sources?.find(({ id }) => id === sourceId);
  if (source === undefined) throw new Error(`The history has no source “${sourceId}”.`);
  return `Reference ${String(source.number)}: ${source.title}`;
}

function nameOf(actorId: string): string {
  return history.actors?.find(({ id }) => id === actorId)?.name ?? actorId;
}
