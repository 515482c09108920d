import type { Participant } from '../../engine/port.ts';
import type { Part } from '../../model/types.ts';
import { useApp } from '../../state/hooks.tsx';
import { facetOf } from '../names.ts';
import { ActorMark } from './marks.tsx';
import { FilterButton, Opens } from './names.tsx';
import { Section } from './Section.tsx';

const PARTS: readonly { readonly part: Part; readonly title: string }[] = [
  { part: 'took-part', title: 'Took part' },
  { part: 'expected', title: 'Expected' },
  { part: 'mentioned', title: 'Mentioned' },
];

/** Who was there, who was to be, who was spoken of: three lists that are never mixed. */
export function Participants({ actors }: { readonly actors: readonly Participant[] }) {
  return PARTS.map(({ part, title }) => {
    const those = actors.filter((actor) => actor.part === part);
    return those.length === 0 ? null : (
      <Section key={part} title={title}>
        <ul className="participants">
          {those.map((actor) => (
            <Row key={`${actor.id} ${actor.role ?? ''}`} actor={actor} />
          ))}
        </ul>
      </Section>
    );
  });
}

function Row({ actor }: { readonly actor: Participant }) {
  const sectors = useApp((state) => state.history?.sectors);
  return (
    <li className="participant">
      <ActorMark kind={actor.kind} sector={actor.sector} sectors={sectors ?? []} />
      <span className="participant-words">
        <span className="participant-name">
          <Opens to={{ kind: 'actor', id: actor.id }}>{actor.name}</Opens>
          {actor.isInferred ? <span className="tag">named by an editor</span> : null}
        </span>
        {actor.role === null ? null : <span className="participant-role">{actor.role}</span>}
        {actor.title === null ? null : (
          <span className="participant-title" dir="auto">
            {actor.title}
          </span>
        )}
      </span>
      <FilterButton facet={facetOf(actor.kind)} id={actor.id} name={actor.name} />
    </li>
  );
}
