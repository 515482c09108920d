/*
 * What stands out in the network, from the state: chosen, selected, lit, on the chain.
 * Knows: the state, the scene. Must not know: places, how anything is drawn.
 */
import type { FacetName } from '../../engine/port.ts';
import type { AppState } from '../../state/appState.ts';
import { isFiltered } from '../../state/choices.ts';
import type { NetworkLook } from './draw.ts';
import type { Scene, SceneTie } from './layoutScene.ts';

const NO_KEYS: ReadonlySet<string> = new Set();
const NO_TIES: ReadonlySet<SceneTie> = new Set();

/** What the look hangs on; where all of it is the same, so is the look. */
type Cause = readonly [Scene, string | null, ...unknown[]];

/**
 * Makes the look of a frame; the same object as long as nothing in it is another, so that a frame of
 * panning works nothing out.
 */
export function createLook(): (
  state: AppState,
  scene: Scene,
  focusKey: string | null,
) => NetworkLook {
  let made: { readonly cause: Cause; readonly look: NetworkLook } | null = null;
  return (state, scene, focusKey) => {
    const { choices, highlight, related, details } = state;
    const { clauses, during, words, selection } = choices;
    const cause: Cause = [
      scene,
      focusKey,
      clauses,
      during,
      words,
      selection,
      highlight,
      related,
      details,
    ];
    if (made === null || cause.some((part, i) => part !== made?.cause[i])) {
      made = { cause, look: lookOf(state, scene, focusKey) };
    }
    return made.look;
  };
}

function lookOf(state: AppState, scene: Scene, focusKey: string | null): NetworkLook {
  const { choices } = state;
  const { selection } = choices;
  const key = selection === null ? null : `${selection.kind}:${selection.id}`;
  return {
    isFiltered: isFiltered(choices),
    chosen: chosenOf(state),
    selected: key !== null && scene.byKey.has(key) ? key : null,
    ...(highlitOf(state, scene) ?? {
      centre: null,
      lit: null,
      litTies: selectedTies(state, scene),
    }),
    ...chainOf(scene),
    focusKey,
  };
}

/** Whose names come before all others: what is selected, focused, pointed at, chosen, on the chain. */
export function firstNames(look: NetworkLook): string[] {
  const named = [look.selected, look.focusKey, look.centre, ...look.chosen, ...look.chain];
  return [...new Set(named.filter((key) => key !== null))];
}

const NODE_KINDS: Readonly<Partial<Record<FacetName, 'actor' | 'theme'>>> = {
  organisation: 'actor',
  person: 'actor',
  theme: 'theme',
};

function chosenOf({ choices }: AppState): ReadonlySet<string> {
  const keys = choices.clauses.flatMap(({ facet, any, all }) => {
    const kind = NODE_KINDS[facet];
    return kind === undefined ? [] : [...any, ...all].map((id) => `${kind}:${id}`);
  });
  return keys.length === 0 ? NO_KEYS : new Set(keys);
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
  const lit = new Set(keys);
  return { centre: null, lit, litTies: tiesAmong(scene, lit) };
}

function around(scene: Scene, centre: string): Pick<Highlit, 'lit' | 'litTies'> {
  const litTies = scene.ties.filter(
    ({ from, to }) => from.node.key === centre || to.node.key === centre,
  );
  const ends = litTies.flatMap(({ from, to }) => [from.node.key, to.node.key]);
  return { lit: new Set([centre, ...ends]), litTies: new Set(litTies) };
}

function tiesAmong({ ties }: Scene, keys: ReadonlySet<string>): ReadonlySet<SceneTie> {
  return new Set(ties.filter(({ from, to }) => keys.has(from.node.key) && keys.has(to.node.key)));
}

/** Where nothing is lit: the ties of the selected actor, or those among the actors of the selected event. */
function selectedTies({ choices, details }: AppState, scene: Scene): ReadonlySet<SceneTie> {
  const { selection } = choices;
  if (selection === null) return NO_TIES;
  const key = `${selection.kind}:${selection.id}`;
  if (scene.byKey.has(key)) return around(scene, key).litTies;
  if (details?.kind !== 'event' || details.id !== selection.id) return NO_TIES;
  const tookPart = details.actors.filter(({ part }) => part === 'took-part');
  return tiesAmong(scene, new Set(tookPart.map(({ id }) => `actor:${id}`)));
}

function chainOf({ answer, ties }: Scene): Pick<NetworkLook, 'chain' | 'chainTies'> {
  const steps = answer.chain?.steps ?? [];
  if (steps.length === 0) return { chain: NO_KEYS, chainTies: NO_TIES };
  const pairs = new Set(
    steps.flatMap(({ from, to }) => [`${from.id} ${to.id}`, `${to.id} ${from.id}`]),
  );
  const nodes = steps.flatMap(({ from, to }) => [`actor:${from.id}`, `actor:${to.id}`]);
  const onChain = ties.filter(({ from, to }) => pairs.has(`${from.node.id} ${to.node.id}`));
  return { chain: new Set(nodes), chainTies: new Set(onChain) };
}
