/*
 * Which values an event has, and which events a value has, as two flat lists each.
 * Knows: ordinals of events and values. Must not know: facets, queries, what a value stands for.
 *
 *   event      0     1   2          offsets  0 2 3 3     (event e: values[offsets[e] … offsets[e + 1] - 1])
 *   values     4 7   4   –          values   4 7 4
 */

/** The values of each event, each once. */
export interface Forward {
  /** One longer than there are events. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** Both directions; a value's events ascend, which is their order in time. */
export interface ValueIndex extends Forward {
  readonly valuesTotal: number;
  /** Value v: postings[postingOffsets[v] … postingOffsets[v + 1] - 1]. */
  readonly postingOffsets: Uint32Array;
  readonly postings: Uint32Array;
}

/** Adds a value to the event at hand; false where it has it already. */
export type AddValue = (value: number) => boolean;

/** Collects the values of `events` events: `visit` is called for each in turn. */
export function forwardOf(
  events: number,
  valuesTotal: number,
  visit: (event: number, add: AddValue) => void,
): Forward {
  const offsets = new Uint32Array(events + 1);
  let values = new Uint32Array(Math.max(16, events * 2));
  let length = 0;
  // The last event that had a value, plus one: what makes each count once.
  const lastEvent = new Uint32Array(valuesTotal);
  let stamp = 0;
  const add: AddValue = (value) => {
    if (lastEvent[value] === stamp) return false;
    lastEvent[value] = stamp;
    if (length === values.length) {
      const longer = new Uint32Array(values.length * 2);
      longer.set(values);
      values = longer;
    }
    values[length++] = value;
    return true;
  };
  for (let event = 0; event < events; event++) {
    stamp = event + 1;
    visit(event, add);
    offsets[event + 1] = length;
  }
  return { offsets, values: values.slice(0, length) };
}

/** The same with every value replaced by `map[value]`; those that map to -1 go. */
export function mapped(forward: Forward, map: Int32Array, valuesTotal: number): Forward {
  return forwardOf(forward.offsets.length - 1, valuesTotal, (event, add) => {
    const end = forward.offsets[event + 1] ?? 0;
    for (let i = forward.offsets[event] ?? 0; i < end; i++) {
      const value = map[forward.values[i] ?? 0] ?? -1;
      if (value >= 0) add(value);
    }
  });
}

/** The same with the events in another order: event i is what was event places[i]. */
export function reordered(forward: Forward, places: Uint32Array): Forward {
  const offsets = new Uint32Array(forward.offsets.length);
  const values = new Uint32Array(forward.values.length);
  let at = 0;
  for (let event = 0; event < places.length; event++) {
    const place = places[event] ?? 0;
    const end = forward.offsets[place + 1] ?? 0;
    for (let i = forward.offsets[place] ?? 0; i < end; i++) values[at++] = forward.values[i] ?? 0;
    offsets[event + 1] = at;
  }
  return { offsets, values };
}

/** Adds the way back, from a value to its events: a counting sort. */
export function indexOf(forward: Forward, valuesTotal: number): ValueIndex {
  const { offsets, values } = forward;
  const postingOffsets = new Uint32Array(valuesTotal + 1);
  for (const value of values) postingOffsets[value + 1] = (postingOffsets[value + 1] ?? 0) + 1;
  for (let value = 0; value < valuesTotal; value++) {
    postingOffsets[value + 1] = (postingOffsets[value + 1] ?? 0) + (postingOffsets[value] ?? 0);
  }
  const next = postingOffsets.slice(0, valuesTotal);
  const postings = new Uint32Array(values.length);
  for (let event = 0; event + 1 < offsets.length; event++) {
    const end = offsets[event + 1] ?? 0;
    for (let i = offsets[event] ?? 0; i < end; i++) {
      const value = values[i] ?? 0;
      const at = next[value] ?? 0;
      postings[at] = event;
      next[value] = at + 1;
    }
  }
  return { offsets, values, valuesTotal, postingOffsets, postings };
}

/** The number of events that have a value. */
export function totalOf(index: ValueIndex, value: number): number {
  return (index.postingOffsets[value + 1] ?? 0) - (index.postingOffsets[value] ?? 0);
}

/** The events of a value, ascending; none for -1, a value that is not known. */
export function eventsOf(index: ValueIndex, value: number): Uint32Array {
  if (value < 0) return new Uint32Array();
  return index.postings.subarray(index.postingOffsets[value], index.postingOffsets[value + 1]);
}
