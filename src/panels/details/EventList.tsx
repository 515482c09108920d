import type { EventRef } from '../../engine/port.ts';
import { shortDate } from '../names.ts';
import { Opens } from './names.tsx';

interface EventListProps<Item extends EventRef> {
  readonly events: readonly Item[];
  /** What stands below the title. */
  readonly wordsBelow?: (event: Item) => string;
}

/** Events with their dates, each opening itself. */
export function EventList<Item extends EventRef>({ events, wordsBelow }: EventListProps<Item>) {
  return (
    <ol className="thread">
      {events.map((event) => (
        <li key={event.id} className="thread-row">
          <span className="thread-date">{shortDate(event.dateWords)}</span>
          <span className="thread-words">
            <Opens to={{ kind: 'event', id: event.id }}>{event.title}</Opens>
            {event.status === 'happened' ? null : <span className="tag">{event.status}</span>}
            <span className="thread-tie">{wordsBelow?.(event)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
