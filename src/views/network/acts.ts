/*
 * What can be done with a node, as changes of the choices.
 * Knows: choices, nodes. Must not know: the store, gestures, components.
 */
import type { FacetName } from '../../engine/port.ts';
import type { NetworkNode } from '../../engine/port/network.ts';
import { valueUse, withUse, type Choices, type NetworkChoices } from '../../state/choices.ts';

type Change = (choices: Choices) => Choices;

export function changedNetwork(part: Partial<NetworkChoices>): Change {
  return (choices) => ({ ...choices, network: { ...choices.network, ...part } });
}

/** The facet that filtering by an actor or a theme sets; null for an event. */
export function facetOf({ kind, actorKind }: NetworkNode): FacetName | null {
  if (kind === 'event') return null;
  if (kind === 'theme') return 'theme';
  return actorKind === 'person' || actorKind === 'office' ? 'person' : 'organisation';
}

/** Allows what a node stands for in the filter, or says nothing of it any more. */
export function toggleFilter(node: NetworkNode): Change {
  const facet = facetOf(node);
  return (choices) => {
    if (facet === null) return choices;
    const isOn = valueUse(choices, facet, node.id) !== null;
    return withUse(choices, facet, node.id, isOn ? null : 'any');
  };
}

/** An actor or an event opens; a theme has no details of its own and filters. */
export function open(node: NetworkNode): Change {
  const { kind, id } = node;
  if (kind === 'theme') return toggleFilter(node);
  return (choices) => ({ ...choices, selection: { kind, id } });
}

/** Places are kept to a tenth of a unit. */
export function pinned(key: string, [x, y]: readonly [x: number, y: number]): Change {
  const place = [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
  return (choices) => changedNetwork({ pins: { ...choices.network.pins, [key]: place } })(choices);
}

export function unpinned(key: string): Change {
  return (choices) => {
    const { [key]: pin, ...pins } = choices.network.pins;
    return pin === undefined ? choices : changedNetwork({ pins })(choices);
  };
}
