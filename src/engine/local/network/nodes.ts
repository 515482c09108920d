/*
 * Nodes as the port says them: names, kinds and colours of what a network joins.
 * Knows: actors, events, themes and their palettes. Must not know: which are chosen, ties.
 */
import { assertNever } from '../../../base/assertNever.ts';
import type { NetworkNode } from '../../port/network.ts';
import { colourOf } from '../colours.ts';
import type { Columns } from '../columns.ts';
import type { Graph, Sources } from './graph.ts';

/** What was found out about a node. */
export interface Finding {
  readonly events: number;
  readonly value: number;
  readonly community: number | null;
}

export function nodeAnswer(
  { columns, participation }: Sources,
  graph: Graph,
  node: number,
  finding: Finding,
): NetworkNode | null {
  const item = graph.items[node] ?? 0;
  if (node < graph.actorsTotal) {
    return actorNode(columns, participation.actors[item], finding);
  }
  switch (graph.mode) {
    case 'events':
      return eventNode(columns, item, finding);
    case 'themes':
      return themeNode(columns, item, finding);
    case 'actors':
      return null;
    default:
      return assertNever(graph.mode);
  }
}

export function actorNode(
  { facets: { sector: sectors } }: Columns,
  actor: Sources['participation']['actors'][number] | undefined,
  finding: Finding,
): NetworkNode | null {
  if (actor === undefined) return null;
  const { id, name, kind, sector = null } = actor;
  const slot = sector === null ? undefined : sectors.valueOf.get(sector);
  return {
    key: `actor:${id}`,
    id,
    kind: 'actor',
    actorKind: kind,
    name,
    sector,
    colour: slot === undefined ? null : colourOf(slot),
    ...finding,
  };
}

function eventNode(columns: Columns, ordinal: number, finding: Finding): NetworkNode | null {
  const event = columns.events.at(ordinal);
  if (event === undefined) return null;
  const theme = columns.facets.theme.valueOf.get(event.themes?.[0] ?? '');
  return {
    key: `event:${event.id}`,
    id: event.id,
    kind: 'event',
    actorKind: null,
    name: event.title,
    sector: null,
    colour: theme === undefined ? null : colourOf(theme),
    ...finding,
  };
}

function themeNode(
  { facets: { theme: themes } }: Columns,
  value: number,
  finding: Finding,
): NetworkNode {
  const id = themes.ids[value] ?? '';
  return {
    key: `theme:${id}`,
    id,
    kind: 'theme',
    actorKind: null,
    name: themes.names[value] ?? '',
    sector: null,
    colour: colourOf(value),
    ...finding,
  };
}
