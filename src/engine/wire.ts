/*
 * The messages between the page and the engine's worker, the same file on both sides.
 * Knows: the port's questions, its edits and their answers. Must not know: what an engine does with them.
 *
 *   page   open ───────────────▶  worker     fetches, reads, builds
 *          ◀────── progress, …
 *          ◀────── opened | failed
 *          ask 1, ask 2 ───────▶
 *          cancel 1 ───────────▶             dropped if its turn has not come
 *          ◀────────────── answer 2
 *          close ──────────────▶             where it must tell others: all that it asked is cancelled
 */
import type {
  DatasetAnswer,
  Details,
  EventsAnswer,
  EventsQuestion,
  FacetsAnswer,
  FacetsQuestion,
  Highlight,
  OpenFailure,
  Ref,
  RelatedAnswer,
  SearchAnswer,
  SearchQuestion,
  StatisticsAnswer,
  StatisticsQuestion,
  TimelineAnswer,
  TimelineBin,
  TimelineQuestion,
} from './port.ts';
import type { NeighboursAnswer, NeighboursQuestion, NetworkQuestion } from './port/network.ts';
import type { PlacesAnswer, PlacesQuestion } from './port/places.ts';
import type { Result } from '../base/result.ts';
import type { HistoryEdit, RecordKey, RecordList, RecordOf } from '../model/edits/edits.ts';
import type { Plan, Wish } from '../model/edits/plans.ts';
import type { Problem } from '../model/types.ts';
import type { PackedNetwork } from './packedNetwork.ts';

export interface Questions {
  readonly dataset: null;
  readonly facets: FacetsQuestion;
  readonly timeline: TimelineQuestion;
  readonly statistics: StatisticsQuestion;
  readonly events: EventsQuestion;
  readonly related: Highlight;
  readonly network: NetworkQuestion;
  readonly neighbours: NeighboursQuestion;
  readonly places: PlacesQuestion;
  readonly details: Ref;
  readonly search: SearchQuestion;
  readonly edit: HistoryEdit;
  readonly record: { readonly list: RecordList; readonly key: RecordKey };
  readonly plan: Wish;
  readonly whole: null;
}

/** As they travel. */
export interface WireAnswers {
  readonly dataset: DatasetAnswer;
  readonly facets: FacetsAnswer;
  readonly timeline: PackedTimeline;
  readonly statistics: StatisticsAnswer;
  readonly events: EventsAnswer;
  readonly related: RelatedAnswer;
  readonly network: PackedNetwork;
  readonly neighbours: NeighboursAnswer;
  readonly places: PlacesAnswer;
  readonly details: Details | null;
  readonly search: SearchAnswer;
  readonly edit: Result<HistoryEdit, readonly Problem[]>;
  readonly record: RecordOf[RecordList] | null;
  readonly plan: Plan | null;
  readonly whole: Uint8Array<ArrayBuffer>;
}

export type Method = keyof Questions;

export type Ask = {
  [M in Method]: {
    readonly kind: 'ask';
    readonly id: number;
    readonly method: M;
    readonly question: Questions[M];
  };
}[Method];

/** Where a history's own JSON is: at an absolute address, or here already. */
export interface HistoryPlace {
  readonly url: string;
  /** Null: to be fetched. */
  readonly content: string | Blob | null;
}

/** Why there is no engine. */
export interface Unopened extends OpenFailure {
  /** What stands at the address as it came, where readers of other formats may know what to make of it. */
  readonly content?: Blob;
}

/** How far an opening that takes a while has come. */
export interface OpenProgress {
  /** "Reading events, 312,000 so far". */
  readonly words: string;
  /** 0 to 1; null where nobody knows how much there is. */
  readonly share: number | null;
}

export type TellsProgress = (progress: OpenProgress) => void;

export type ToWorker =
  | ({ readonly kind: 'open' } & HistoryPlace)
  | Ask
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

export type FromWorker =
  /** `hasDesk`: whether it can be changed here. */
  | { readonly kind: 'opened'; readonly hasDesk: boolean }
  | { readonly kind: 'progress'; readonly progress: OpenProgress }
  | { readonly kind: 'failed'; readonly failure: Unopened }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: WireAnswers[Method] }
  | { readonly kind: 'refused'; readonly id: number; readonly message: string };

/** One end of a channel: the worker as the page sees it, or the page as the worker sees it. */
export interface End<Sent, Received> {
  postMessage(message: Sent, options?: { transfer?: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Received>) => void): void;
}

/**
 * A timeline answer with its bins as numbers: there may be thousands, and handing over one buffer costs
 * the page less than as many objects.
 */
export interface PackedTimeline extends Omit<TimelineAnswer, 'bins'> {
  /** lane, startMs, endMs, count, rest of each bin in turn. */
  readonly bins: Float64Array<ArrayBuffer>;
}

const NUMBERS_PER_BIN = 5;

export function packTimeline(answer: TimelineAnswer): PackedTimeline {
  const bins = new Float64Array(answer.bins.length * NUMBERS_PER_BIN);
  for (const [i, { lane, startMs, endMs, count, rest }] of answer.bins.entries()) {
    bins.set([lane, startMs, endMs, count, rest], i * NUMBERS_PER_BIN);
  }
  return { ...answer, bins };
}

export function unpackTimeline({ bins: packed, ...answer }: PackedTimeline): TimelineAnswer {
  const bins: TimelineBin[] = [];
  for (let i = 0; i < packed.length; i += NUMBERS_PER_BIN) {
    bins.push({
      lane: packed[i] ?? 0,
      startMs: packed[i + 1] ?? 0,
      endMs: packed[i + 2] ?? 0,
      count: packed[i + 3] ?? 0,
      rest: packed[i + 4] ?? 0,
    });
  }
  return { ...answer, bins };
}
