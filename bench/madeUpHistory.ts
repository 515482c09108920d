/*
 * Made-up histories of any size for measuring: skewed as real ones are, the same for the same seed.
 * Knows: the model's types. Must not know: what is measured with them.
 *
 * Few actors are in many events; events come in bursts; an event has 1 to 5 actors; a tenth are ranges.
 */
import type {
  Actor,
  Dataset,
  HistoryEvent,
  Participation,
  Place,
  Theme,
} from '../src/model/types.ts';

export interface HistorySize {
  readonly events: number;
  readonly seed?: number;
}

interface Vocabulary {
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly themes: readonly Theme[];
}

export type Random = () => number;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2025;
const DAY_MS = 86_400_000;
const FROM_MS = Date.UTC(FIRST_YEAR, 0, 1);
const UNTIL_MS = Date.UTC(LAST_YEAR, 9, 1);
/** How far beyond the account's own time its plans reach. */
const PLANNED_MS = 90 * DAY_MS;

const THEMES = [
  'Diplomacy',
  'Industry',
  'Law enforcement',
  'Research',
  'Funding',
  'Education',
  'Legislation',
  'Victims',
] as const;
const SECTORS = [
  'government',
  'law-enforcement',
  'industry',
  'civil-society',
  'intergovernmental',
  'academia',
] as const;
const KINDS = ['meeting', 'speech', 'summit', 'report', 'workshop', 'agreement'] as const;
const TOPICS = [
  'online safety',
  'shared lists',
  'training',
  'new rules',
  'tools',
  'funds',
] as const;
const FIRST_NAMES = ['Ada', 'Ben', 'Chloë', 'David', 'Ewa', 'Farid', 'Grace', 'Hugo'] as const;
const LAST_NAMES = [
  'Ålund',
  'Brown',
  'Costa',
  'Dubois',
  'Evans',
  'Ferrari',
  'Gupta',
  'Hall',
] as const;

export function madeUpHistory({ events, seed = 1 }: HistorySize): Dataset {
  return { ...frameOf({ events, seed }), events: [...eventsOf({ events, seed })] };
}

/** Everything but the events, so that a large history can be written without being held. */
export function frameOf({ events, seed = 1 }: HistorySize): Omit<Dataset, 'events'> {
  return {
    version: 1,
    title: `A made-up history of ${events} events`,
    language: 'en-GB',
    asOf: `${LAST_YEAR}-10-01`,
    sources: [{ id: 'account', title: 'A made-up account' }],
    ...vocabularyOf(events, randomFrom(seed)),
  };
}

/** The events one by one, in no order. */
export function* eventsOf({ events, seed = 1 }: HistorySize): Generator<HistoryEvent> {
  const vocabulary = vocabularyOf(events, randomFrom(seed));
  const random = randomFrom(seed + 1);
  const bursts = Array.from({ length: Math.max(3, Math.round(Math.log2(events + 1))) }, () => ({
    aroundMs: FROM_MS + random() * (UNTIL_MS - FROM_MS),
    widthMs: DAY_MS * (5 + random() ** 3 * 600),
  }));
  for (let i = 0; i < events; i++) {
    const burst = bursts[Math.floor(bursts.length * random() ** 2)];
    const anywhereMs = FROM_MS + random() * (UNTIL_MS - FROM_MS);
    const burstMs =
      burst === undefined ? anywhereMs : burst.aroundMs + bellShaped(random) * burst.widthMs;
    const isInBurst = random() < 0.7 && burstMs > FROM_MS && burstMs < UNTIL_MS + PLANNED_MS;
    yield eventOf(i, isInBurst ? burstMs : anywhereMs, vocabulary, random);
  }
}

function eventOf(i: number, ms: number, vocabulary: Vocabulary, random: Random): HistoryEvent {
  const kind = pick(KINDS, random);
  const place = skewed(vocabulary.places, random);
  const themes = pickSome(vocabulary.themes, 1 + Math.floor(random() ** 4 * 3), random);
  const actors = pickSome(vocabulary.actors, 1 + Math.floor(random() ** 2 * 5), random);
  const weight = weightOf(random());
  const topic = pick(TOPICS, random);
  const share = random();
  const earlier = Math.floor(random() * i);
  return {
    id: `e${i}`,
    title: `${capital(kind)} on ${topic}, number ${i}`,
    date: dateText(ms, random),
    kind,
    ...(ms > UNTIL_MS ? { status: 'planned' } : {}),
    ...(weight === 3 ? {} : { weight }),
    actors: actors.map((actor) => participation(actor, random)),
    ...(random() < 0.8 ? { places: [place.id] } : {}),
    themes: themes.map(({ id }) => id),
    ...(share < 0.4 ? { summary: `About ${topic}, as seen from ${place.name}.` } : {}),
    ...(share > 0.9
      ? { citations: [{ source: 'account', quote: `It was said of ${topic} that much is to do.` }] }
      : {}),
    ...(i > 0 && share < 0.05
      ? { links: [{ to: `e${earlier}`, kind: share < 0.02 ? 'leads-to' : 'follows-up' }] }
      : {}),
    ...(i > 0 && share > 0.97 ? { partOf: `e${earlier}` } : {}),
  };
}

function participation({ id }: Actor, random: Random): Participation {
  return random() < 0.1 ? { actor: id, part: 'mentioned' } : { actor: id };
}

function weightOf(share: number): number {
  if (share < 0.6) return 3;
  if (share < 0.8) return 2;
  if (share < 0.92) return 4;
  return share < 0.95 ? 5 : 1;
}

/** Seven in ten are days; then months and years, a tenth ranges, a few approximate or open. */
function dateText(ms: number, random: Random): string {
  const day = dayText(ms);
  const share = random();
  if (share < 0.7) return day;
  if (share < 0.83) return day.slice(0, 7);
  if (share < 0.87) return day.slice(0, 4);
  if (share < 0.97) return `${day}/${dayText(ms + DAY_MS * Math.ceil(random() ** 4 * 700))}`;
  if (share < 0.985) return `${day.slice(0, 7)}~`;
  if (share < 0.99) return `${day.slice(0, 7)}?`;
  return share < 0.995 ? `[${day}..]` : `${day}/..`;
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function vocabularyOf(events: number, random: Random): Vocabulary {
  const actorsTotal = Math.min(20_000, Math.max(8, Math.round(6 * Math.sqrt(events))));
  return {
    actors: Array.from({ length: actorsTotal }, (_, i) => actorOf(i, random)),
    places: placesOf(Math.min(300, Math.max(6, Math.round(Math.sqrt(events)))), random),
    themes: THEMES.map((name, i) => ({ id: `t${i}`, name })),
  };
}

function actorOf(i: number, random: Random): Actor {
  const share = random();
  const base = { id: `a${i}`, sector: pick(SECTORS, random) };
  if (share < 0.3) {
    const name = `${pick(FIRST_NAMES, random)} ${pick(LAST_NAMES, random)} ${i}`;
    return { ...base, name, kind: 'person' };
  }
  if (share < 0.35) return { ...base, name: `Minister ${i}`, kind: 'office' };
  const name = `${capital(pick(TOPICS, random))} ${share < 0.4 ? 'Group' : 'Institute'} ${i}`;
  // Only of earlier ones, so that no ring closes.
  const whole = Math.floor(random() * i);
  return {
    ...base,
    name,
    kind: share < 0.4 ? 'group' : 'organisation',
    ...(i > 0 && random() < 0.1 ? { partOf: [{ actor: `a${whole}` }] } : {}),
  };
}

function placesOf(total: number, random: Random): readonly Place[] {
  const countries = Math.max(2, Math.round(total / 5));
  return Array.from({ length: total }, (_, i) => ({
    id: `p${i}`,
    name: i < countries ? `Country ${i}` : `City ${i}`,
    latitude: Math.round((random() * 120 - 50) * 100) / 100,
    longitude: Math.round((random() * 340 - 170) * 100) / 100,
    ...(i < countries ? {} : { within: `p${i % countries}` }),
  }));
}

/** Few of many come often: the chance of a place in the list falls with its cube root. */
function skewed<T>(list: readonly T[], random: Random): T {
  return at(list, Math.floor(list.length * random() ** 3));
}

function pickSome<T>(list: readonly T[], total: number, random: Random): readonly T[] {
  return [...new Set(Array.from({ length: total }, () => skewed(list, random)))];
}

function pick<T>(list: readonly T[], random: Random): T {
  return at(list, Math.floor(list.length * random()));
}

function at<T>(list: readonly T[], place: number): T {
  const item = list[place];
  if (item === undefined) throw new RangeError(`The list has no place ${place}`);
  return item;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** About normal, with a deviation of about 1: the sum of a few equal chances. */
function bellShaped(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

/** Numbers from 0 to 1 that look like chance. Source: mulberry32 (Tommy Ettinger, 2017). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
