/*
 * The bundled history as it lies on disk, and the ways through it that the tests share.
 * Knows: public/datasets/weprotect.json, the model's types. Must not know: the program that reads it.
 */
import { readFileSync } from 'node:fs';
import type { Actor, Citation, Dataset, HistoryEvent } from '../../../src/model/types.ts';

const FILE = new URL('../../../public/datasets/weprotect.json', import.meta.url);

export const text = readFileSync(FILE, 'utf8');
// Its shape is what shape.test.ts holds, field by field.
export const history = JSON.parse(text) as Dataset;

export const events = history.events;
export const sources = history.sources ?? [];
export const actors = history.actors ?? [];
export const places = history.places ?? [];
export const themes = history.themes ?? [];
export const scenes = history.scenes ?? [];

export function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((item) => item.id === id);
  if (found === undefined) throw new Error(`No such id: ${id}`);
  return found;
}

/** Something that the account is quoted for, named for messages. */
export interface Quoted {
  readonly name: string;
  readonly citations: readonly Citation[];
}

export const quotedEvents: readonly Quoted[] = events.map((event) => ({
  name: event.id,
  citations: event.citations ?? [],
}));

export const quotedRoles: readonly Quoted[] = actors.flatMap((actor) =>
  (actor.roles ?? []).map((role) => ({
    name: `${actor.id}, ${role.title}`,
    citations: role.citations ?? [],
  })),
);

/** All that a record quotes, as one text. */
export function quotesOf(record: { readonly citations?: readonly Citation[] }): string {
  return (record.citations ?? []).map((citation) => citation.quote ?? '').join('\n');
}

/** The event and those it is part of, from itself outwards. */
export function wholesOf(event: HistoryEvent): HistoryEvent[] {
  const chain = [event];
  for (let whole = event.partOf; whole !== undefined; whole = chain.at(-1)?.partOf) {
    const next = byId(events, whole);
    if (chain.includes(next)) throw new Error(`A circle of parts at ${next.id}`);
    chain.push(next);
  }
  return chain;
}

/**
 * Where the account puts a name otherwise than the dataset does: one word for two governments, three kinds
 * of company in one phrase, a country for its government, a misspelling.
 */
const SAID_AS: Readonly<Record<string, readonly string[]>> = {
  'uk-government': ['UK and US governments', 'the government'],
  'us-government': ['UK and US governments'],
  'internet-companies': ['internet, technology and cyber intelligence companies'],
  'technology-companies': ['internet, technology and cyber intelligence companies'],
  companies: ['20 companies'],
  'united-states': ['the US'],
  'grays-inn': ['Grey’s Inn'],
};

/** The words by which the account may name an actor or a place. */
export function wordsFor(thing: Pick<Actor, 'id' | 'name' | 'aliases'>): string[] {
  return [thing.name, ...(thing.aliases ?? []), ...(SAID_AS[thing.id] ?? [])];
}

/** Whether the words stand in the text, whole and in this order, capitals aside. */
export function holds(within: string, words: string): boolean {
  const literal = words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'iu').test(within);
}
