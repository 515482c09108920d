/*
 * What a history is, as the file says it (docs: public/datasets/dataset.v1.schema.json).
 * Knows: nothing but shapes. Must not know: how a file is read, who asks, how anything is drawn.
 * Past model/parse these types are trusted: ids are unique, references resolve, trees have no cycles.
 */

/** An Extended Date/Time Format string (ISO 8601-2 levels 0 to 2); see model/dates for its meaning. */
export type Edtf = string;

export type ActorKind = 'person' | 'organisation' | 'group' | 'office';
export type EventStatus = 'happened' | 'planned' | 'unconfirmed' | 'cancelled' | 'postponed';
export type Part = 'took-part' | 'mentioned' | 'expected';
export type LinkKind = 'leads-to' | 'announces' | 'follows-up' | 'responds-to';
export type Qualifier = 'over' | 'about' | 'up-to' | 'at-least';

export interface Source {
  readonly id: string;
  readonly title: string;
  /** As printed in the account; the account itself has none. */
  readonly number?: number;
  readonly publisher?: string;
  readonly kind?: string;
  readonly date?: Edtf;
  /** http or https; checked at the border. */
  readonly url?: string;
}

export interface Citation {
  /** Whose words these are. */
  readonly source: string;
  readonly locator?: string;
  readonly quote?: string;
  /** Sources that the quoted words refer to. */
  readonly cites?: readonly string[];
}

export interface Role {
  readonly title: string;
  readonly organisation?: string;
  readonly date?: Edtf;
  readonly citations?: readonly Citation[];
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly sector?: string;
  readonly aliases?: readonly string[];
  readonly description?: string;
  readonly place?: string;
  readonly partOf?: readonly { readonly actor: string; readonly date?: Edtf }[];
  readonly roles?: readonly Role[];
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  readonly within?: string;
  /** Degrees, WGS 84. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly broader?: string;
}

export interface Participation {
  readonly actor: string;
  readonly role?: string;
  /** The title held at that time, as the account words it. */
  readonly title?: string;
  readonly part?: Part;
  /** The account names only an office; an editor says who. */
  readonly inferred?: boolean;
}

export interface Link {
  readonly to: string;
  readonly kind: LinkKind;
  readonly note?: string;
}

export interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly label?: string;
  readonly qualifier?: Qualifier;
  /** ISO 4217. */
  readonly currency?: string;
  /** ISO 8601 duration, such as P5Y. */
  readonly over?: string;
  readonly asOf?: Edtf;
}

export interface Media {
  readonly url: string;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
}

export interface HistoryEvent {
  readonly id: string;
  readonly title: string;
  readonly date: Edtf;
  readonly status?: EventStatus;
  readonly kind?: string;
  readonly summary?: string;
  /** 1 to 5, 3 where nothing is said: who keeps a label when room is short. */
  readonly weight?: number;
  readonly partOf?: string;
  /** Place among the parts of one event, where the date cannot say. */
  readonly order?: number;
  readonly actors?: readonly Participation[];
  readonly places?: readonly string[];
  /** The main one first. */
  readonly themes?: readonly string[];
  readonly links?: readonly Link[];
  readonly figures?: readonly Figure[];
  readonly media?: readonly Media[];
  readonly citations?: readonly Citation[];
}

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly kind?: string;
  readonly weight?: number;
  readonly date?: Edtf;
  readonly citations?: readonly Citation[];
}

export interface Period {
  readonly id: string;
  readonly title: string;
  readonly date: Edtf;
}

export interface SceneStep {
  readonly text?: string;
  readonly view?: string;
}

export interface Scene {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly notes?: string;
  /** The same string that stands in the address bar after '#'. */
  readonly view: string;
  readonly figures?: readonly Figure[];
  readonly citations?: readonly Citation[];
  readonly steps?: readonly SceneStep[];
  readonly hidden?: boolean;
  readonly plannedSeconds?: number;
}

export interface Dataset {
  readonly version: 1;
  readonly title: string;
  readonly subtitle?: string;
  readonly description?: string;
  /** BCP 47. */
  readonly language?: string;
  /** When the account was written; what lies after it had not happened yet. */
  readonly asOf?: Edtf;
  readonly licence?: string;
  readonly sources?: readonly Source[];
  readonly actors?: readonly Actor[];
  readonly places?: readonly Place[];
  readonly themes?: readonly Theme[];
  readonly events: readonly HistoryEvent[];
  readonly ties?: readonly Tie[];
  readonly periods?: readonly Period[];
  readonly scenes?: readonly Scene[];
}

/** What is wrong with a file, in words: shown to the user as it stands. */
export interface Problem {
  /** Row and column, or a JSON path such as events[3].date. */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
  /** What was done, or what the user can do. */
  readonly remedy: string;
  /** An error kept the thing out; a warning kept it and marked it. */
  readonly severity: 'error' | 'warning';
}

export type DatePrecision =
  'time' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium';

/** A date as an interval with what is known of it: what dates.ts makes of an EDTF string. */
export interface DateInfo {
  readonly text: Edtf;
  /** Earliest instant; -Infinity where the start is open or unknown. */
  readonly startMs: number;
  /** First instant after the latest one; Infinity where the end is open or unknown. */
  readonly endMs: number;
  /** 'within': happened once, somewhere within; 'throughout': lasted from start to end. */
  readonly extent: 'within' | 'throughout';
  /** The coarser one of both ends. */
  readonly precision: DatePrecision;
  readonly isStartApproximate: boolean;
  readonly isEndApproximate: boolean;
  readonly isUncertain: boolean;
  /** In words, such as "December 2014, day not stated". */
  readonly words: string;
}
