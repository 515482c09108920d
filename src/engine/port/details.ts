/*
 * The port's answer about one thing whole: an event or an actor with all that is told of it.
 * Knows: the model's shapes. Must not know: who answers, how anything is laid out.
 */
import type {
  ActorKind,
  DateInfo,
  EventStatus,
  Figure,
  LinkKind,
  Media,
  Part,
  Source,
} from '../../model/types.ts';
import type { ActorEntry } from '../port.ts';

export interface EventRef {
  readonly id: string;
  readonly title: string;
  readonly dateWords: string;
  readonly startMs: number;
  readonly status: EventStatus;
}

export interface LinkedEvent extends EventRef {
  readonly kind: LinkKind;
  /** 'after': this event points there; 'before': that event points here. */
  readonly direction: 'before' | 'after';
  readonly note: string | null;
  /**
   * The title of the event next to it on the way here, where the thread reaches further than one link;
   * `direction` then says on which side of this event it lies. Null or missing: linked directly.
   */
  readonly through?: string | null;
}

export interface CitedSource {
  readonly source: Source;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly cites: readonly Source[];
}

export interface Participant extends ActorEntry {
  readonly role: string | null;
  /** The title held then: as the event words it, else the dated role that held. */
  readonly title: string | null;
  readonly part: Part;
  readonly isInferred: boolean;
}

export interface EventDetails {
  readonly kind: 'event';
  readonly id: string;
  readonly title: string;
  readonly date: DateInfo;
  readonly status: EventStatus;
  readonly eventKind: string | null;
  readonly summary: string | null;
  readonly actors: readonly Participant[];
  /** Each from the place itself outwards. */
  readonly places: readonly (readonly { readonly id: string; readonly name: string }[])[];
  readonly themes: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour: number;
  }[];
  readonly figures: readonly Figure[];
  readonly media: readonly Media[];
  /** By time. */
  readonly thread: readonly LinkedEvent[];
  readonly whole: EventRef | null;
  readonly parts: readonly EventRef[];
  readonly citations: readonly CitedSource[];
}

export interface ActorDetails {
  readonly kind: 'actor';
  readonly id: string;
  readonly name: string;
  readonly actorKind: ActorKind;
  readonly sector: string | null;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly roles: readonly {
    readonly title: string;
    readonly organisation: { readonly id: string; readonly name: string } | null;
    readonly date: DateInfo | null;
    readonly citations: readonly CitedSource[];
  }[];
  readonly wholes: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: DateInfo | null;
  }[];
  readonly parts: readonly { readonly id: string; readonly name: string }[];
  /** By time; at most `eventsLimit`, with the number of all beside it. */
  readonly events: readonly (EventRef & { readonly part: Part; readonly role: string | null })[];
  readonly eventsTotal: number;
}

export type Details = EventDetails | ActorDetails;
