/*
 * Answers the port's questions from columns in memory.
 * Knows: the parts in this folder. Must not know: workers, files, the page.
 */
import type { Dataset, Problem } from '../../model/types.ts';
import type { Engine } from '../port.ts';
import { columnsOf, type Columns } from './columns.ts';
import { describe } from './describe.ts';
import { answerDetails } from './details.ts';
import { eventOrderOf } from './eventOrder.ts';
import { answerEvents } from './events.ts';
import { answerFacets } from './facets.ts';
import { filterOf } from './filter.ts';
import { lanesFrom } from './lanes.ts';
import { lazily } from './lazily.ts';
import { matchingOf } from './matching.ts';
import { nameOrderOf } from './nameOrder.ts';
import { networksOf } from './network/network.ts';
import { participationOf } from './network/participation.ts';
import { placesFrom } from './places.ts';
import { answerRelated } from './related.ts';
import { relationsOf } from './relations.ts';
import { answerSearch } from './search.ts';
import { statisticsOf } from './statistics.ts';
import { textsOf } from './texts.ts';
import { timelineOf } from './timeline.ts';

/** Columns and posting lists are built here, once; every question after it is answered from them. */
export function createLocalEngine(dataset: Dataset, warnings: readonly Problem[]): Engine {
  return engineOver(columnsOf(dataset), warnings);
}

export function engineOver(columns: Columns, warnings: readonly Problem[]): Engine {
  const { dataset } = columns;
  const texts = textsOf(columns);
  const filter = filterOf(columns, texts);
  const relations = relationsOf(columns);
  const nameOrder = nameOrderOf(dataset);
  const eventOrder = eventOrderOf(columns, nameOrder);
  const matching = matchingOf(columns, filter);
  const participation = lazily(() => participationOf(columns));
  const nameRanks = lazily(() =>
    nameOrder({ names: (dataset.actors ?? []).map(({ name }) => name) }),
  );
  const timeline = timelineOf(columns, filter, lanesFrom(columns, filter, nameOrder));
  const statistics = statisticsOf(columns, filter, { matching, participation, nameRanks });
  const networks = networksOf(columns, matching, participation, nameRanks);
  const places = lazily(() => placesFrom(columns, matching, nameOrder(columns.facets.place)));
  return {
    dataset: (signal) => settled(signal, () => describe(columns, warnings)),
    facets: (question, signal) =>
      settled(signal, () => answerFacets(columns, filter, nameOrder, question)),
    timeline: (question, signal) => settled(signal, () => timeline(question)),
    statistics: (question, signal) => settled(signal, () => statistics(question)),
    events: (question, signal) =>
      settled(signal, () => answerEvents(columns, filter, eventOrder, question)),
    related: (highlight, signal) =>
      settled(signal, () => answerRelated(columns, participation(), relations, highlight)),
    network: (question, signal) => networks.network(question, signal),
    neighbours: (question, signal) => settled(signal, () => networks.neighbours(question)),
    places: (question, signal) => settled(signal, () => places()(question)),
    details: (ref, signal) => settled(signal, () => answerDetails(columns, relations, ref)),
    search: (question, signal) =>
      settled(signal, () => answerSearch({ columns, filter, relations, texts }, question)),
    desk: null,
    close: () => undefined,
  };
}

/** Rejects where the signal has aborted before the work, and where the work throws. */
function settled<T>(signal: AbortSignal | undefined, work: () => T): Promise<T> {
  return new Promise((resolve) => {
    signal?.throwIfAborted();
    resolve(work());
  });
}
