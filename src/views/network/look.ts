/*
 * What stands out in the network, from the state: chosen, selected, lit, on the chain.
 * Knows: the state, the scene. Must not know: places, how anything is drawn.
 */
import type { AppState } from '../../state/appState.ts';
import { isFiltered } from '../../state/choices.ts';
import type { Scene, SceneTie } from './layoutScene.ts';

export interface NetworkLook {
  readonly isFiltered: boolean;
  /** Keys of actors that the filters name. */
  readonly chosen: ReadonlySet<string>;
  readonly selected: string | null;
  /** What the pointer or the focus is on, in this view or in another; null: nothing is lit. */
  readonly centre: string | null;
  /** Keys of what goes with it; all else steps back. Null: nothing is lit, and all stand as they are. */
  readonly lit: ReadonlySet<string> | null;
  /** Keys of ties that are lit. */
  readonly litTies: ReadonlySet<string>;
  /** Keys of nodes and ties on the chain that was asked for. */
  readonly chain: ReadonlySet<string>;
  readonly focusKey: string | null;
}

const NONE: ReadonlySet<string> = new Set();

export function lookOf(state: AppState, scene: Scene, focusKey: string | null): NetworkLook {
  const { choices } = state;
  const selected = keyOfRef(choices.selection);
  const highlit = highlitOf(state, scene);
  return {
    isFiltered: isFiltered(choices),
    chosen: chosenOf(state),
    selected: selected !== null && scene.byKey.has(selected) ? selected : null,
    ...(highlit ?? { centre: null, lit: null, litTies: selectedTies(state, scene, selected) }),
    chain: chainOf(scene),
    focusKey,
  };
}

/** Whose names come before all others: what is selected, focused, pointed at, chosen, on the chain. */
export function firstNames(look: NetworkLook): string[] {
  const named = [look.selected, look.focusKey, look.centre, ...look.chosen, ...look.chain];
  return [...new Set(named.filter((key) => key !== null))];
}

function keyOfRef(ref: AppState['choices']['selection']): string | null {
  return ref === null ? null : `${ref.kind}:${ref.id}`;
}

function chosenOf({ choices }: AppState): ReadonlySet<string> {
  const named = choices.clauses
    .filter(({ facet }) => facet === 'organisation' || facet === 'person')
    .flatMap(({ any, all }) => [...any, ...all]);
  return named.length === 0 ? NONE : new Set(named.map((id) => `actor:${id}`));
}

type Highlit = Pick<NetworkLook, 'centre' | 'lit' | 'litTies'>;

/** A node that stands here brings its neighbours; anything else brings the actors that go with it. */
function highlitOf({ highlight, related }: AppState, scene: Scene): Highlit | null {
  if (highlight === null) return null;
  const centre = `${highlight.kind}:${highlight.id}`;
  if (scene.byKey.has(centre)) return { centre, ...around(scene, centre) };
  const keys = (related?.actors ?? [])
    .map((id) => `actor:${id}`)
    .filter((key) => scene.byKey.has(key));
  if (keys.length === 0) return null;
  return { centre: null, ...among(scene, new Set(keys)) };
}

function around(scene: Scene, centre: string): Pick<Highlit, 'lit' | 'litTies'> {
  const lit = new Set([centre]);
  const litTies = new Set<string>();
  for (const { key, from, to } of scene.ties) {
    if (from.node.key !== centre && to.node.key !== centre) continue;
    lit.add(from.node.key);
    lit.add(to.node.key);
    litTies.add(key);
  }
  return { lit, litTies };
}

function among(scene: Scene, lit: ReadonlySet<string>): Pick<Highlit, 'lit' | 'litTies'> {
  const isAmong = ({ from, to }: SceneTie): boolean =>
    lit.has(from.node.key) && lit.has(to.node.key);
  return { lit, litTies: new Set(scene.ties.filter(isAmong).map(({ key }) => key)) };
}

/** Where nothing is lit: the ties of the selected actor, or those among the actors of the selected event. */
function selectedTies(
  { details }: AppState,
  scene: Scene,
  selected: string | null,
): ReadonlySet<string> {
  if (selected === null) return NONE;
  if (scene.byKey.has(selected)) return around(scene, selected).litTies;
  if (details?.kind !== 'event' || `event:${details.id}` !== selected) return NONE;
  const tookPart = details.actors.filter(({ part }) => part === 'took-part');
  return among(scene, new Set(tookPart.map(({ id }) => `actor:${id}`))).litTies;
}

function chainOf({ answer, ties }: Scene): ReadonlySet<string> {
  const steps = answer.chain?.steps ?? [];
  if (steps.length === 0) return NONE;
  const pairs = new Set(
    steps.flatMap(({ from, to }) => [`${from.id} ${to.id}`, `${to.id} ${from.id}`]),
  );
  const nodes = steps.flatMap(({ from, to }) => [`actor:${from.id}`, `actor:${to.id}`]);
  const onChain = ties.filter(({ from, to }) => pairs.has(`${from.node.id} ${to.node.id}`));
  return new Set([...nodes, ...onChain.map(({ key }) => key)]);
}
