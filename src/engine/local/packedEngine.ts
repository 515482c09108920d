/*
 * An engine over events that stay packed: for histories that are too large to be held as objects.
 * Knows: columns, packed events. Must not know: how they were read, files.
 */
import type { Steps } from '../../base/steps.ts';
import { inOrder, type EventList, type Frame } from '../../model/frame.ts';
import type { IdMap } from '../../model/idIndex.ts';
import type { Problem } from '../../model/types.ts';
import type { Engine } from '../port.ts';
import { columnsFrom } from './columns.ts';
import { editableFrom, recordOf } from './editableEngine.ts';
import type { Gatherer } from './gather.ts';
import { engineOver } from './localEngine.ts';

export interface PackedHistory {
  readonly frame: Frame;
  readonly events: EventList & { readonly ids: IdMap };
  readonly warnings: readonly Problem[];
}

/** `gatherer` has seen all of the events. */
export function* packedEngine(
  { frame, events, warnings }: PackedHistory,
  gatherer: Gatherer,
): Steps<Engine> {
  const { ids } = events;
  const columns = yield* columnsFrom({ frame, events, ids, gathered: gatherer.gathered() });
  return editableFrom(
    {
      engine: engineOver(columns, warnings),
      frame,
      events,
      dataset: () => inOrder(frame, [...events]),
      record(list, key) {
        if (list !== 'events') return recordOf(frame[list] ?? [], key);
        const place = typeof key === 'number' ? key : ids.get(key);
        return place === undefined ? null : (events.at(place) ?? null);
      },
    },
    warnings,
  );
}
