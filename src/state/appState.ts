/*
 * What the store holds and what may be done to it; store.ts makes one.
 * Knows: choices, the port's questions and answers. Must not know: React components, how anything is drawn.
 */
import type {
  DatasetAnswer,
  Details,
  Engine,
  EventsAnswer,
  FacetName,
  FacetsAnswer,
  Highlight,
  OpenFailure,
  RelatedAnswer,
  SearchAnswer,
  SourceAddress,
  StatisticsAnswer,
  TimelineAnswer,
} from '../engine/port.ts';
import type { Result } from '../base/result.ts';
import type { NeighboursAnswer, NetworkAnswer } from '../engine/port/network.ts';
import type { PlacesAnswer } from '../engine/port/places.ts';
import type { ReadReport } from '../model/readReport.ts';
import type { Problem, Scene } from '../model/types.ts';
import type { HistoryCommand } from '../document/history/commands.ts';
import type { Draft } from '../document/history/draft.ts';
import type { EditLog } from '../document/history/log.ts';
import type { HistoryDesk } from '../engine/port/desk.ts';
import type { BriefingStore } from './briefingDocument.ts';
import type { Choices } from './choices.ts';
import type { KeptStore } from './keeping.ts';

/** Opens a source; main.tsx hands it in, so that state knows the port and no engine. */
export type OpenSource = (
  address: SourceAddress,
  signal: AbortSignal,
  ears: OpeningEars,
) => Promise<Result<Engine, OpenFailure>>;

/** What an opening tells on its way. */
export interface OpeningEars {
  readonly onProgress: (progress: OpeningProgress) => void;
  /** Once, where the history was read from another format. */
  readonly onReport: (report: ReadReport) => void;
}

export interface OpeningProgress {
  /** "Reading rows". */
  readonly words: string;
  /** 0 to 1; null where nobody knows how much there is. */
  readonly share: number | null;
}

/** What a panel wants to see of one facet. */
export interface FacetRequest {
  readonly find: string;
  readonly limit: number;
}

export interface Answers {
  readonly facets: FacetsAnswer | null;
  readonly timeline: TimelineAnswer | null;
  /** Counts over the whole extent, for the overview strip. */
  readonly overview: StatisticsAnswer | null;
  /** Of the selection; null while nothing is selected, or while it is on its way. */
  readonly details: Details | null;
  readonly search: SearchAnswer | null;
  /** Null while no network is on the page. */
  readonly network: NetworkAnswer | null;
  /** The same without the filters, for those that they leave out to be drawn faded; only where they fade. */
  readonly networkRest: NetworkAnswer | null;
  /** Of the selected actor; null while none is selected. */
  readonly neighbours: NeighboursAnswer | null;
  /** Null while no map is on the page. */
  readonly places: PlacesAnswer | null;
  /** Events per month, most active actors, new ties: of the present query. */
  readonly statistics: StatisticsAnswer | null;
  /** What goes with `highlight`; null while nothing is lit. */
  readonly related: RelatedAnswer | null;
}

/** What is presented. */
export interface Briefing {
  /** In their order, hidden ones too. */
  readonly scenes: readonly Scene[];
  /** Where they are edited and kept; there once what was kept on this device has been found. */
  readonly document?: BriefingStore;
}

/** Changes the history that is open (historyEditor.ts). */
export interface HistoryEditor {
  readonly desk: () => HistoryDesk;
  /**
   * Applies and shows it; `show` chooses what goes with it, as one act with it. Fails with what is wrong, and
   * rejects where the engine cannot answer: then nothing has changed.
   */
  readonly perform: (
    command: HistoryCommand,
    show?: (choices: Choices) => Choices,
  ) => Promise<Result<null, readonly Problem[]>>;
  /** False where the last act was no edit: then it is the steps' to undo. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  /** What Undo would undo, where that is an edit; null for a step of choosing. */
  readonly undoWords: (state: AppState) => string | null;
  readonly redoWords: (state: AppState) => string | null;
}

/** A question that could not be answered, in words. */
interface AnswerFailure {
  readonly question: keyof Answers;
  readonly message: string;
}

export interface AppState extends Answers {
  /** The history that is open: its own words and vocabularies; null until the first one stands. */
  readonly history: DatasetAnswer | null;
  /** Where the open history came from; null until the first one stands. */
  readonly source: SourceAddress | null;
  /** The open history's own scenes, or what the user made of them. */
  readonly briefing: Briefing;
  /**
   * How the open history stands on this device, and the desk over which it is changed; null until later.tsx
   * is there, and where the engine takes no edits.
   */
  readonly kept: KeptStore | null;
  /** What is being opened now. */
  readonly opening: SourceAddress | null;
  /** How far that is, where it takes a while. */
  readonly openingProgress: OpeningProgress | null;
  /** What came of reading the open history; null where it came in the project's own form. */
  readonly report: ReadReport | null;
  /** Why the last opening failed; what was open stays. */
  readonly openFailure: OpenFailure | null;
  readonly answerFailure: AnswerFailure | null;
  /** An answer has been on its way for so long that it is told; what is known stays on the page. */
  readonly isSlow: boolean;
  /** Something to be told once, such as an address with a value that could not be read. */
  readonly notice: string | null;

  /** What is shown: the last step's choices, or a preview on the way to the next step. */
  readonly choices: Choices;
  /** The last step's choices; another value than `choices` only in the middle of a gesture. */
  readonly settled: Choices;
  readonly past: readonly Choices[];
  readonly future: readonly Choices[];

  /** Grows by one with each history that is opened: an edit makes another `history` and leaves this. */
  readonly openings: number;
  /** Whether forms stand where one otherwise reads. */
  readonly isEditing: boolean;
  /** Null until somebody begins to edit. */
  readonly editor: HistoryEditor | null;
  /** What was written in forms and is not saved, by the record that it is of; forms come and go. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What was done to the history since it was opened, and what was undone of it. */
  readonly edits: EditLog;

  readonly facetRequests: Readonly<Record<FacetName, FacetRequest>>;
  readonly searchText: string;
  /** 0 while no timeline is on the page. */
  readonly timelineWidthPx: number;
  /**
   * Whether the second of two chosen views is on the page: not before the first has been seen, and not
   * where there is room for one.
   */
  readonly isSecondShown: boolean;
  /** Whether the strip of statistics is on the page. */
  readonly isStatisticsShown: boolean;
  /** What the pointer or the focus is on, lit in every view. */
  readonly highlight: Highlight | null;

  /** One step of the user: can be undone, stands in the address. No step where nothing changes. */
  readonly choose: (change: (choices: Choices) => Choices) => void;
  /** The next step may well be this one, as where the pointer rests: what it shows is made ready. */
  readonly expect: (change: (choices: Choices) => Choices) => void;
  /** In the middle of a gesture: shown at once, no step yet. */
  readonly preview: (change: (choices: Choices) => Choices) => void;
  /** The gesture's end: all previews since the last step become one. */
  readonly settle: () => void;
  /**
   * The last step turns out to include this too, as when the view moves to show what was selected:
   * no step of its own, undone together with the last one.
   */
  readonly amend: (change: (choices: Choices) => Choices) => void;
  /** The last act, whether a step of choosing or an edit. */
  readonly undo: () => void;
  readonly redo: () => void;
  /** The last step of choosing, whatever was edited since. */
  readonly undoStep: () => void;
  readonly redoStep: () => void;
  readonly setEditing: (isEditing: boolean) => void;
  /** Null: saved, or not wanted any more. */
  readonly setDraft: (key: string, draft: Draft | null) => void;
  /** The history has changed where it is held: calls `change`, then asks everything afresh. */
  readonly refresh: (change: () => void) => void;

  /**
   * Opens a history and shows it with the given choices (the defaults where none are given). What was
   * open stays until it stands; the newest opening wins.
   */
  readonly open: (address: SourceAddress, choices?: Choices) => void;
  /** Stops what is being opened; what was open stays. */
  readonly cancelOpening: () => void;
  readonly dismissOpenFailure: () => void;
  readonly dismissNotice: () => void;

  readonly askFacet: (facet: FacetName, request: FacetRequest) => void;
  readonly setSearchText: (text: string) => void;
  readonly setTimelineWidth: (widthPx: number) => void;
  readonly setHighlight: (highlight: Highlight | null) => void;
  readonly showSecond: (isShown: boolean) => void;
  readonly showStatistics: (isShown: boolean) => void;
  /** A page of rows, for those that page through them. */
  readonly askEvents: (
    question: Parameters<Engine['events']>[0],
    signal?: AbortSignal,
  ) => Promise<EventsAnswer>;
  /** The engine that is open, for a store beside this one (fork.ts), which never closes it. */
  readonly lendEngine: () => Engine | null;
}
