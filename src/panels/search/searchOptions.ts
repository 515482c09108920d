/*
 * What the search box offers for an answer: a flat list of options, each with the choices that it makes.
 * Knows: hits, choices. Must not know: React, keys, how an option looks.
 */
import type { FacetName, SearchAnswer, SearchHit } from '../../engine/port.ts';
import { withUse, type Choices } from '../../state/choices.ts';

export interface SearchOption {
  readonly key: string;
  readonly kind: SearchHit['kind'] | 'words';
  readonly label: string;
  readonly detail: string;
  /** What pressing it does: opens the details, or adds a filter. */
  readonly act: 'open' | 'filter';
  /** Stands at the end of the line of the option before it. */
  readonly isBeside: boolean;
  readonly choose: (choices: Choices) => Choices;
}

/**
 * In the order of the hits. An actor can be filtered by and opened, so it gets two options; the last
 * option of all takes the words themselves as a filter.
 */
export function searchOptions(text: string, answer: SearchAnswer | null): readonly SearchOption[] {
  const words = text.trim();
  if (words === '') return [];
  return [
    ...(answer?.hits ?? []).flatMap((hit) => [...filterOption(hit), ...openOption(hit)]),
    {
      key: 'words',
      kind: 'words',
      label: `Filter events by “${words}”`,
      detail: '',
      act: 'filter',
      isBeside: false,
      choose: (now) => ({ ...now, words }),
    },
  ];
}

function filterOption({ kind, id, name, detail, facet }: SearchHit): readonly SearchOption[] {
  if (facet === null) return [];
  return [
    {
      key: `filter ${kind} ${id}`,
      kind,
      label: name,
      detail,
      act: 'filter',
      isBeside: false,
      choose: (now) => allowed(now, facet, id),
    },
  ];
}

function openOption({ kind, id, name, detail }: SearchHit): readonly SearchOption[] {
  if (kind !== 'event' && kind !== 'actor') return [];
  const isBeside = kind === 'actor';
  return [
    {
      key: `open ${kind} ${id}`,
      kind,
      label: isBeside ? `Open ${name}` : name,
      detail: isBeside ? '' : detail,
      act: 'open',
      isBeside,
      choose: (now) => ({ ...now, selection: { kind, id } }),
    },
  ];
}

/** Allowed beside what the facet allows already; one that is required stays so. */
function allowed(choices: Choices, facet: FacetName, id: string): Choices {
  const clause = choices.clauses.find((candidate) => candidate.facet === facet);
  return clause?.all.includes(id) === true ? choices : withUse(choices, facet, id, 'any');
}

/** The element's id of an option within its list: what aria-activedescendant points to. */
export function optionId(listId: string, option: SearchOption | undefined): string | undefined {
  return option === undefined ? undefined : `${listId} ${option.key}`.replaceAll(/\s/gu, '-');
}
