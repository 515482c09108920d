/*
 * What things are called in the network: kinds, measures, ties, numbers.
 * Knows: the port's words. Must not know: React, the store.
 */
import type {
  NetworkMode,
  NetworkNode,
  NetworkTie,
  NodeMeasure,
  TieKind,
} from '../../engine/port/network.ts';
import type { Shape } from './layoutShapes.ts';

const NUMBER = new Intl.NumberFormat('en-GB');

/** "1 event", "12,345 events". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/** With thousands apart: "12,345". */
export function numberWords(count: number): string {
  return NUMBER.format(count);
}

/** "law-enforcement" as it stands in a file, "Law enforcement" as it is read. */
export function sentenceCase(word: string): string {
  const spaced = word.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export const SHAPE_WORDS: Readonly<Record<Shape, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  group: 'Group',
  office: 'Office',
  event: 'Event',
  theme: 'Theme',
};

export const MODE_WORDS: Readonly<
  Record<NetworkMode, { readonly choice: string; readonly title: string }>
> = {
  actors: { choice: 'Actors', title: 'Who acted together' },
  events: { choice: 'Actors and events', title: 'Who took part in what' },
  themes: { choice: 'Actors and themes', title: 'Who acted on which theme' },
};

export const TIE_WORDS: Readonly<
  Record<TieKind, { readonly choice: string; readonly meaning: string }>
> = {
  together: { choice: 'Acted together', meaning: 'Both took part in the same events.' },
  role: { choice: 'Held a role in', meaning: 'A person or office held a role in an organisation.' },
  part: { choice: 'Part of', meaning: 'One is a part of the other.' },
  stated: { choice: 'Stated', meaning: 'A lasting tie that the history itself states.' },
};

export interface MeasureWords {
  readonly choice: string;
  readonly meaning: string;
  /** Continues "the 200 shown are …". */
  readonly most: string;
  /** Continues "Google: …" with a share of the greatest, such as "80% of the most events". */
  readonly share: string;
}

export const MEASURE_WORDS: Readonly<Record<NodeMeasure, MeasureWords>> = {
  events: {
    choice: 'Events',
    meaning: 'In how many events someone took part: who was there most often.',
    most: 'those in the most events',
    share: 'of the most events anyone has',
  },
  degree: {
    choice: 'Ties',
    meaning: 'With how many others someone has a tie: who knows the most people.',
    most: 'those with the most ties',
    share: 'of the most ties anyone has',
  },
  betweenness: {
    choice: 'Go-betweens (betweenness)',
    meaning:
      'How often the shortest way between two others leads through someone: who connects people that would not meet otherwise.',
    most: 'those that connect the most others',
    share: 'of what the busiest go-between connects',
  },
  eigenvector: {
    choice: 'Circles (eigenvector centrality)',
    meaning:
      'How well connected those are with whom someone has ties: who moves among the best connected.',
    most: 'those among the best connected',
    share: 'of the best connected',
  },
};

/** "Google, 5 events": how a node is named aloud. */
export function nodeWords({ kind, name, events }: NetworkNode): string {
  return kind === 'event' ? name : `${name}, ${counted(events, 'event')}`;
}

/** "Organisation · industry", "Event". */
export function kindWords({ kind, actorKind, sector }: NetworkNode): string {
  const word = kind === 'actor' ? SHAPE_WORDS[actorKind ?? 'organisation'] : SHAPE_WORDS[kind];
  return sector === null ? word : `${word} · ${sector.replaceAll('-', ' ')}`;
}

/** "3 events together", "Chair", "part of", "took part". */
export function tieWords({ kind, weight, label, isTentative }: NetworkTie): string {
  const words = {
    together: `${counted(weight, 'event')} together`,
    role: label ?? 'held a role',
    part: 'part of',
    stated: label ?? 'stated tie',
    'took-part': weight > 1 ? counted(weight, 'event') : (label ?? 'took part'),
  }[kind];
  return isTentative ? `${words}, planned or mentioned` : words;
}
