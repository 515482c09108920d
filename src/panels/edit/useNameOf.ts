import { useMemo } from 'react';
import { useApp } from '../../state/hooks.tsx';
import { useEventTitles } from '../briefing/useEventTitles.ts';
import { isRecord } from '../../model/schemaPart.ts';
import { nameOf } from '../../document/history/commands.ts';
import type { Draft } from '../../document/history/draft.ts';
import type { NamedList } from './fields.ts';
import type { Form } from './form.ts';
import { namesOf } from './useCandidates.ts';

/** What the records that a draft names are called: of the history, or made along with it. */
export function useNameOf(draft: Draft): Form['nameOf'] {
  const history = useApp((state) => state.history);
  const events = useMemo(() => eventsNamed(draft), [draft]);
  const titles = useEventTitles(events);
  const names = useMemo(() => {
    const lists = new Map<NamedList, ReadonlyMap<string, string>>();
    if (history === null) return lists;
    for (const list of ['actors', 'places', 'themes', 'sources'] as const) {
      lists.set(list, new Map(namesOf(history, list).map(({ id, name }) => [id, name])));
    }
    return lists;
  }, [history]);
  return (list, id) =>
    nameAlong(draft, list, id) ??
    (list === 'events' ? (titles.get(id) ?? undefined) : names.get(list)?.get(id)) ??
    id;
}

function nameAlong({ along }: Draft, list: NamedList, id: string): string | undefined {
  const made = along.find((each) => each.list === list && Reflect.get(each.record, 'id') === id);
  return made === undefined ? undefined : nameOf(made.record);
}

function eventsNamed({ values }: Draft): readonly string[] {
  const links: readonly unknown[] = Array.isArray(values['links']) ? values['links'] : [];
  const ids = [values['partOf'], ...links.map((link) => (isRecord(link) ? link['to'] : ''))];
  return ids.filter((id) => typeof id === 'string' && id !== '').map(String);
}
