/*
 * Networks of two kinds of nodes: actors and the events they took part in, actors and themes.
 * Knows: who took part in what, the themes of events. Must not know: measures, answers.
 */
import { hasBit } from '../bits.ts';
import type { Forward, ValueIndex } from '../postings.ts';
import { Meetings } from './meetings.ts';
import { eachEventOf, evidenceOf, type Participation, type Scope } from './participation.ts';
import type { TieList } from './ties.ts';

/** Nodes that come after those of the actors: what each is, and how many events count for it. */
export interface OtherNodes {
  readonly items: readonly number[];
  readonly events: readonly number[];
}

/** Adds a tie from each actor to each event that counts for it; the nodes are those events, by time. */
export function addEvents(
  ties: TieList,
  participation: Participation,
  scope: Scope,
  nodeOf: Int32Array,
  actorsTotal: number,
): OtherNodes {
  const { named, happened } = participation;
  const items: number[] = [];
  evidenceOf(participation, scope).forEach((event) => {
    if (!isActedIn(named, event, scope)) return;
    const to = actorsTotal + items.length;
    items.push(event);
    const end = named.offsets[event + 1] ?? 0;
    for (let i = named.offsets[event] ?? 0; i < end; i++) {
      const entry = named.values[i] ?? 0;
      const isFirm = (entry & 1) === 1 && hasBit(happened.bits, event);
      if (!isFirm && !scope.includesTentative) continue;
      const from = nodeOf[entry >>> 1] ?? 0;
      ties.add({ from, to, kind: 'took-part', weight: 1, isTentative: !isFirm, label: null });
    }
  });
  return { items, events: items.map(() => 1) };
}

/**
 * Adds a tie from each actor to each theme of the events that count for it, weighted by these, a whole and
 * its parts counting once; the nodes are those themes, in the order of the file.
 */
export function addThemes(
  ties: TieList,
  participation: Participation,
  scope: Scope,
  nodeOf: Int32Array,
  actorsTotal: number,
  themes: ValueIndex,
): OtherNodes {
  const { actors, rootOf } = participation;
  const { items, events } = actedThemes(participation, scope, themes);
  const nodeOfTheme = new Int32Array(themes.valuesTotal);
  for (const [place, theme] of items.entries()) nodeOfTheme[theme] = actorsTotal + place;
  const meetings = new Meetings(themes.valuesTotal);
  for (let actor = 0; actor < actors.length; actor++) {
    eachEventOf(participation, actor, scope, (event, isFirm) => {
      const end = themes.offsets[event + 1] ?? 0;
      for (let i = themes.offsets[event] ?? 0; i < end; i++) {
        meetings.add(themes.values[i] ?? 0, rootOf[event] ?? 0, isFirm);
      }
    });
    meetings.flush((theme, weight, isTentative) => {
      const from = nodeOf[actor] ?? 0;
      const to = nodeOfTheme[theme] ?? 0;
      ties.add({ from, to, kind: 'took-part', weight, isTentative, label: null });
    });
  }
  return { items, events };
}

/** The themes of events in which someone counts, and in how many. */
function actedThemes(participation: Participation, scope: Scope, themes: ValueIndex): OtherNodes {
  const counts = new Uint32Array(themes.valuesTotal);
  evidenceOf(participation, scope).forEach((event) => {
    if (!isActedIn(participation.named, event, scope)) return;
    const end = themes.offsets[event + 1] ?? 0;
    for (let i = themes.offsets[event] ?? 0; i < end; i++) {
      const theme = themes.values[i] ?? 0;
      counts[theme] = (counts[theme] ?? 0) + 1;
    }
  });
  const items = [...counts.keys()].filter((theme) => (counts[theme] ?? 0) > 0);
  return { items, events: items.map((theme) => counts[theme] ?? 0) };
}

/** Whether an event of the evidence counts for anyone. */
function isActedIn(
  named: Forward,
  event: number,
  { includesTentative }: Pick<Scope, 'includesTentative'>,
): boolean {
  const end = named.offsets[event + 1] ?? 0;
  for (let i = named.offsets[event] ?? 0; i < end; i++) {
    if (includesTentative || ((named.values[i] ?? 0) & 1) === 1) return true;
  }
  return false;
}
