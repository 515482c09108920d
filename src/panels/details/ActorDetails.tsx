import type { ActorDetails as Actor } from '../../engine/port.ts';
import { Prose } from '../../ui/Prose.tsx';
import { facetOf, numberWords } from '../names.ts';
import { CitationList } from './Citations.tsx';
import { EventList } from './EventList.tsx';
import { FilterWords, Opens } from './names.tsx';
import { Section } from './Section.tsx';
import { Ties } from './Ties.tsx';

interface ActorDetailsProps {
  readonly actor: Actor;
  readonly onTitle: (title: HTMLElement | null) => void;
}

export function ActorDetails({ actor, onTitle }: ActorDetailsProps) {
  return (
    <>
      <h2 ref={onTitle} className="details-title" tabIndex={-1} dir="auto">
        {actor.name}
      </h2>
      {actor.aliases.length === 0 ? null : (
        <p className="details-meta">
          Also <bdi>{actor.aliases.join(', ')}</bdi>
        </p>
      )}
      <FilterWords facet={facetOf(actor.actorKind)} id={actor.id} name={actor.name} />
      {actor.description === null ? null : (
        <Prose text={actor.description} className="details-summary" />
      )}
      <Roles roles={actor.roles} />
      {actor.wholes.length === 0 ? null : (
        <Section title="Part of">
          <ul className="plain-list">
            {actor.wholes.map((whole) => (
              <li key={whole.id}>
                <Opens to={{ kind: 'actor', id: whole.id }}>{whole.name}</Opens>
                {whole.date === null ? null : <span className="aside">{whole.date.words}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {actor.parts.length === 0 ? null : (
        <Section title="Parts">
          <ul className="plain-list">
            {actor.parts.map((part) => (
              <li key={part.id}>
                <Opens to={{ kind: 'actor', id: part.id }}>{part.name}</Opens>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Ties actor={actor.id} />
      <Events actor={actor} />
    </>
  );
}

function Roles({ roles }: Pick<Actor, 'roles'>) {
  if (roles.length === 0) return null;
  return (
    <Section title="Roles">
      <ul className="roles">
        {roles.map((role) => (
          <li key={`${role.title} ${role.date?.text ?? ''}`} className="role">
            <span className="role-title" dir="auto">
              {role.title}
            </span>
            {role.organisation === null ? null : (
              <Opens to={{ kind: 'actor', id: role.organisation.id }}>
                {role.organisation.name}
              </Opens>
            )}
            {role.date === null ? null : <span className="role-date">{role.date.words}</span>}
            {role.citations.length === 0 ? null : (
              <details className="role-account">
                <summary>From the account</summary>
                <CitationList citations={role.citations} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const PART_WORDS: Readonly<Record<Actor['events'][number]['part'], string | null>> = {
  'took-part': null,
  mentioned: 'mentioned',
  expected: 'expected',
};

/** "speaker", "mentioned", "host, expected": what the actor did there. */
function partWords({ part, role }: Actor['events'][number]): string {
  return [role, PART_WORDS[part]].filter((word) => word !== null).join(', ');
}

function Events({ actor }: { readonly actor: Actor }) {
  const { events, eventsTotal } = actor;
  if (events.length === 0) return null;
  const title = eventsTotal === 1 ? '1 event' : `${numberWords(eventsTotal)} events`;
  return (
    <Section title={title}>
      <EventList events={events} wordsBelow={partWords} />
      {eventsTotal > events.length ? (
        <p className="aside">The first {events.length}; filter by this one to see all.</p>
      ) : null}
    </Section>
  );
}
