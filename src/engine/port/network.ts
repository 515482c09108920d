/*
 * The port's question about who acted with whom, and its answer.
 * Knows: queries, intervals. Must not know: who answers, how a network is laid out or drawn.
 *
 * What makes a tie by itself is an event that happened and in which both took part. A whole and its
 * parts count once for a pair. Planned, unconfirmed, cancelled or postponed events, and actors who were
 * merely mentioned or expected, make tentative ties: only on demand, drawn dashed.
 */
import type { Interval } from '../../base/interval.ts';
import type { ActorKind } from '../../model/types.ts';
import type { EventRef, Query } from '../port.ts';

export const TIE_KINDS = ['together', 'role', 'part', 'stated'] as const;
/** Acted together; held a role in; is part of; a lasting tie that the dataset states. */
export type TieKind = (typeof TIE_KINDS)[number];

export const NETWORK_MODES = ['actors', 'events', 'themes'] as const;
/** Actors alone; actors and the events they took part in; actors and themes. */
export type NetworkMode = (typeof NETWORK_MODES)[number];

export const NODE_MEASURES = ['events', 'degree', 'betweenness', 'eigenvector'] as const;
/** What the size of a node says, computed over the whole network asked for, not over the part sent back. */
export type NodeMeasure = (typeof NODE_MEASURES)[number];

export interface NetworkQuestion {
  readonly query: Query;
  /** Events, roles and ties that overlap it; null: of all time. */
  readonly window: Interval | null;
  readonly mode: NetworkMode;
  readonly ties: readonly TieKind[];
  readonly includesTentative: boolean;
  readonly measure: NodeMeasure;
  readonly hasCommunities: boolean;
  /** One actor and its neighbours up to `depth` ties away; null: everyone. */
  readonly ego: { readonly actor: string; readonly depth: number } | null;
  /** The shortest chain between two actors; null: none is asked for. */
  readonly chain: { readonly from: string; readonly to: string } | null;
  /** No more than can be told apart: the most valued nodes, the heaviest ties among them. */
  readonly nodesLimit: number;
  readonly tiesLimit: number;
  /** Actors that are sent whatever the limits: chosen, pinned, selected. */
  readonly keep: readonly string[];
}

export interface NetworkNode {
  /** Unique in the answer: `actor:…`, `event:…` or `theme:…`. */
  readonly key: string;
  readonly id: string;
  readonly kind: 'actor' | 'event' | 'theme';
  /** Null for events and themes. */
  readonly actorKind: ActorKind | null;
  readonly name: string;
  readonly sector: string | null;
  /** Palette slot of the sector (actors) or the main theme (events, themes). */
  readonly colour: number | null;
  /** Matching events of an actor or theme in the window; 1 for an event. */
  readonly events: number;
  /** The measure asked for, 0 to 1 of the greatest. */
  readonly value: number;
  /** Number of the community, 0 the largest; null where none was asked for. */
  readonly community: number | null;
}

export interface NetworkTie {
  /** Indices into nodes. */
  readonly from: number;
  readonly to: number;
  /** 'took-part' joins actors with events or themes in the two-mode networks. */
  readonly kind: TieKind | 'took-part';
  /** Shared events; the stated weight; 1 for roles and parts. */
  readonly weight: number;
  readonly isTentative: boolean;
  /** The role, the stated kind of tie; null where the kind says it all. */
  readonly label: string | null;
}

export interface ChainStep {
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  /** In words, such as "3 events together", "Chair", "part of". */
  readonly ties: readonly string[];
  readonly events: readonly EventRef[];
  readonly eventsTotal: number;
}

export interface CountedAmong {
  readonly what: 'actors' | 'events';
  readonly total: number;
}

export interface NetworkAnswer {
  readonly mode: NetworkMode;
  /** By value, the greatest first. */
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly NetworkTie[];
  /** How many there are in all: what was left out is said. */
  readonly nodesTotal: number;
  readonly tiesTotal: number;
  /** How many have more than one member: numbers from there on are of nodes by themselves. */
  readonly communities: number;
  /** Whether the measure was worked out from a sample, because the network is too large for all of it. */
  readonly isEstimated: boolean;
  /**
   * Missing: all was counted. An engine that holds only a part of a large history counts ties among so many
   * of the most active actors, or in so many of the weightiest events: ties, tiesTotal, communities and all
   * measures but that of events are then of these alone.
   */
  readonly countedAmong?: CountedAmong;
  /** Null: not asked for. Empty steps: both are the same actor. `isConnected` false: there is no chain. */
  readonly chain: {
    readonly from: string;
    readonly to: string;
    readonly isConnected: boolean;
    readonly steps: readonly ChainStep[];
  } | null;
}

export interface NeighboursQuestion {
  readonly actor: string;
  readonly query: Query;
  readonly window: Interval | null;
  readonly ties: readonly TieKind[];
  readonly includesTentative: boolean;
  readonly limit: number;
  /** Events listed behind each tie. */
  readonly eventsLimit: number;
}

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly actorKind: ActorKind;
  readonly sector: string | null;
  readonly weight: number;
  readonly isTentative: boolean;
  /** In words, such as "3 events together", "Chair of the taskforce", "part of". */
  readonly ties: readonly string[];
  readonly events: readonly EventRef[];
  readonly eventsTotal: number;
}

export interface NeighboursAnswer {
  readonly actor: string;
  /** The heaviest ties first. */
  readonly neighbours: readonly Neighbour[];
  readonly total: number;
  /** Missing: all events were counted; else only so many of the actor's weightiest. */
  readonly countedAmong?: CountedAmong;
}
