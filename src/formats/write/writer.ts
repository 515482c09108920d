/*
 * What a writer is: a history in, the text of a file out, with what the file does not hold.
 * Knows: the model. Must not know: any one writer, who asks, how a file is saved.
 */
import type { Interval } from '../../base/interval.ts';
import type { ActorKind, Dataset, Problem, Scene } from '../../model/types.ts';

export const WRITER_IDS = [
  'threadline',
  'csv',
  'timelinejs',
  'gexf',
  'graphml',
  'icalendar',
  'markdown',
] as const;
export type WriterId = (typeof WRITER_IDS)[number];

/** The network as it is shown: what the engine's port calls a network answer, as far as a file needs it. */
export interface ShownNetwork {
  readonly mode: 'actors' | 'events' | 'themes';
  readonly nodes: readonly {
    readonly key: string;
    readonly id: string;
    readonly kind: 'actor' | 'event' | 'theme';
    readonly actorKind: ActorKind | null;
    readonly name: string;
    readonly sector: string | null;
    readonly events: number;
    /** 0 to 1 of the greatest. */
    readonly value: number;
    readonly community: number | null;
  }[];
  readonly ties: readonly {
    /** Indices into nodes. */
    readonly from: number;
    readonly to: number;
    readonly kind: 'together' | 'role' | 'part' | 'stated' | 'took-part';
    readonly weight: number;
    readonly isTentative: boolean;
    readonly label: string | null;
  }[];
  readonly nodesTotal: number;
  readonly tiesTotal: number;
}

/** A network, the events that it was worked out from, and what a node's value is. */
export interface NetworkToWrite {
  readonly answer: ShownNetwork;
  /** Ids of events behind it; null: all. */
  readonly events: readonly string[] | null;
  /** Events, roles and ties that overlap it; null: of all time. */
  readonly window: Interval | null;
  /** Whether planned events, and actors who were only mentioned or expected, are in it. */
  readonly includesTentative: boolean;
  /** "events", "degree", "betweenness", "eigenvector". */
  readonly measure: string;
}

export interface WriteOptions {
  /** The briefing as it stands, in the place of the history's own; null: the history's own. */
  readonly scenes: readonly Scene[] | null;
  /** Null where the file is of events. */
  readonly network: NetworkToWrite | null;
  /** When it is written, in milliseconds. */
  readonly nowMs: number;
  /** Where the history can be looked at; null where it is on this device alone. */
  readonly link: string | null;
}

export interface Written {
  readonly text: string;
  /** What the file counts in, as a plural, and how many of how many are in it. */
  readonly unit: 'events' | 'nodes';
  readonly writtenTotal: number;
  readonly unitsTotal: number;
  /** Each event that is not in the file as other programs read it, and why. */
  readonly notWritten: readonly Problem[];
  /** What the file does not hold, a sentence each. */
  readonly notes: readonly string[];
}

export interface Writer {
  /** Of the file's name, such as 'csv'. */
  readonly ending: string;
  readonly mediaType: string;
  /** Whether it writes the network that is shown, rather than events. */
  readonly isOfNetwork: boolean;
  readonly write: (dataset: Dataset, options: WriteOptions) => Written;
}

/** The part of a report that is the same for all writers of events. */
export function eventsWritten(
  dataset: Dataset,
  notWritten: readonly Problem[],
): Pick<Written, 'unit' | 'writtenTotal' | 'unitsTotal' | 'notWritten'> {
  return {
    unit: 'events',
    writtenTotal: dataset.events.length - notWritten.length,
    unitsTotal: dataset.events.length,
    notWritten,
  };
}
