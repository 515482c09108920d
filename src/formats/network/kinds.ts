/*
 * What kind of actor a node is, by its own attributes or, where the file does not say, by all its labels.
 * Knows: words for people and organisations. Must not know: files.
 */
import type { ActorKind } from '../../model/types.ts';
import type { NetNode } from './net.ts';

/** Whole words of a kind's attribute, in the languages that networks are mostly labelled in. */
const WORDS: ReadonlyMap<string, ActorKind> = new Map([
  ...words('person', 'person people human individual character man woman personne mensch autor'),
  ...words('person', 'author actor member politician user scientist artist'),
  ...words('organisation', 'organisation organization org company corporation firm institution'),
  ...words('organisation', 'agency ngo university school bank ministry party publisher media'),
  ...words('organisation', 'companies universities organisations organizations ngo-cso museum'),
  ...words('group', 'group team band coalition alliance network movement family community'),
  ...words('office', 'office post position role'),
]);

function words(kind: ActorKind, list: string): (readonly [string, ActorKind])[] {
  return list.split(' ').map((word) => [word, kind]);
}

const KIND_NAMES: ReadonlySet<string> = new Set(
  'kind type nodetype node_type entitytype entity_type class category actor_type'.split(' '),
);

/** An attribute's value as a kind: "Person" and "person" are, "subnational and local actors" is none. */
export function kindOf(node: NetNode): ActorKind | null {
  for (const [name, value] of node.attributes) {
    if (!KIND_NAMES.has(name.toLowerCase())) continue;
    const kind = WORDS.get(value.trim().toLowerCase());
    if (kind !== undefined) return kind;
  }
  return null;
}

/** Attributes that only people have, and words that only organisations are called by. */
const OF_PEOPLE =
  /^(?:gender|sex|age|born|birth\w*|died|death\w*|surname|first_?name|last_?name)$/iu;
const OF_ORGANISATIONS =
  /\b(?:university|universit\w+|institut\w*|ministr\w+|department|agency|council|committee|commission|foundation|association|society|company|corporation|inc|ltd|llc|gmbh|ag|plc|bank|group|network|centre|center|museum|museo|school|college|office|union|federation|research|international|project)\b/iu;

/**
 * What the nodes are that do not say so themselves. Names of two words or so are people's, longer ones or
 * such as "… University" are not: a guess, and the report calls it one.
 */
export function likelyKind(nodes: readonly NetNode[]): ActorKind {
  let [people, organisations] = [0, 0];
  for (const { label, attributes } of nodes.slice(0, 2_000)) {
    const isOfPeople = [...attributes.keys()].some((name) => OF_PEOPLE.test(name));
    const wordsTotal = label.trim().split(/\s+/u).length;
    const isOfOrganisation =
      OF_ORGANISATIONS.test(label) || wordsTotal > 4 || /\.\w{2,3}$/u.test(label);
    if (isOfPeople || !isOfOrganisation) people += 1;
    else organisations += 1;
  }
  return organisations * 4 > people ? 'organisation' : 'person';
}
