import type { EventDetails as Event, EventRef } from '../../engine/port.ts';
import { statusWords } from '../../model/dateWords.ts';
import type { EventStatus } from '../../model/types.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { kerningClass, Prose } from '../../ui/Prose.tsx';
import { Citations } from './Citations.tsx';
import { Figures } from './Figures.tsx';
import { EventList } from './EventList.tsx';
import { FilterName, Opens } from './names.tsx';
import { Participants } from './Participants.tsx';
import { Section } from './Section.tsx';
import { Thread } from './Thread.tsx';
import { slotColour } from './marks.tsx';

/** What happened as the account says is not worth a tag. */
const STATUS_TAGS: Readonly<Record<EventStatus, string | null>> = {
  happened: null,
  planned: 'planned',
  unconfirmed: 'not confirmed',
  cancelled: 'cancelled',
  postponed: 'postponed',
};

interface EventDetailsProps {
  readonly event: Event;
  readonly onTitle: (title: HTMLElement | null) => void;
}

export function EventDetails({ event, onTitle }: EventDetailsProps) {
  const tags = [...dateTags(event), STATUS_TAGS[event.status]].filter((tag) => tag !== null);
  const place = event.places[0]?.[0];
  return (
    <>
      <h2 ref={onTitle} className="details-title" tabIndex={-1} dir="auto">
        {event.title}
      </h2>
      <p className="details-meta">
        <span>{dateWords(event)}</span>
        {place === undefined ? null : (
          <>
            <span aria-hidden>·</span>
            <bdi>{place.name}</bdi>
          </>
        )}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </p>
      {event.whole === null ? null : <PartOf whole={event.whole} />}
      {event.summary === null ? null : <Prose text={event.summary} className="details-summary" />}
      <Figures figures={event.figures} />
      <Participants actors={event.actors} />
      <Places places={event.places} />
      <Themes themes={event.themes} />
      <Thread event={event} />
      {event.parts.length === 0 ? null : (
        <Section title="Parts">
          <EventList events={event.parts} />
        </Section>
      )}
      <Media media={event.media} />
      <Citations citations={event.citations} />
    </>
  );
}

/** A date's words begin with the date; what comes after a comma says how well it is known. */
function dateWords({ date, status }: Event): string {
  return splitWords(status === 'planned' ? statusWords(date, status) : date.words)[0];
}

function dateTags({ date }: Event): readonly string[] {
  return splitWords(date.words)[1];
}

const KNOWN_TAGS = /, (?=[a-z])/u;

function splitWords(words: string): readonly [string, readonly string[]] {
  const [first = words, ...tags] = words.split(KNOWN_TAGS);
  return [first, tags];
}

function PartOf({ whole }: { readonly whole: EventRef }) {
  return (
    <p className="details-part-of">
      Part of{' '}
      <Opens to={{ kind: 'event', id: whole.id }}>
        <strong>{whole.title}</strong>
      </Opens>
    </p>
  );
}

function Places({ places }: Pick<Event, 'places'>) {
  if (places.length === 0) return null;
  return (
    <Section title="Places">
      <ul className="name-list">
        {places.map((path) => (
          <li key={path[0]?.id} className="place-path">
            {path.map((place) => (
              <FilterName key={place.id} facet="place" id={place.id} name={place.name} />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Themes({ themes }: Pick<Event, 'themes'>) {
  if (themes.length === 0) return null;
  return (
    <Section title="Themes">
      <ul className="name-list">
        {themes.map((theme) => (
          <li key={theme.id}>
            <FilterName facet="theme" id={theme.id} name={theme.name}>
              <span className="mark is-round" style={{ color: slotColour(theme.colour) }} />
            </FilterName>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Pictures are not fetched from strangers' sites unasked: the address is there for whoever wants it. */
function Media({ media }: Pick<Event, 'media'>) {
  if (media.length === 0) return null;
  return (
    <Section title="Pictures and media">
      <ul className="plain-list">
        {media.map((item) => (
          <li key={item.url}>
            <ExternalLink href={item.url}>
              <bdi className={kerningClass(item.caption ?? item.alt)}>
                {item.caption ?? item.alt}
              </bdi>
            </ExternalLink>
            {item.credit === undefined ? null : `, ${item.credit}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
