import type { EventDetails } from '../../engine/port.ts';
import { kerningClass } from '../../ui/Prose.tsx';
import { LINK_WORDS, shortDate } from '../names.ts';
import { Opens } from './names.tsx';
import { Section } from './Section.tsx';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly dateWords: string;
  readonly startMs: number;
  /** How it hangs together with this event; null for this event itself. */
  readonly tie: string | null;
  readonly note: string | null;
  /** Among those of the same date: what led here, this, what came of it. */
  readonly place: -1 | 0 | 1;
}

/** "led to this"; further off, by way of which event. */
function tieWords({ direction, kind, through }: EventDetails['thread'][number]): string {
  return through === undefined || through === null
    ? LINK_WORDS[direction][kind]
    : `by way of “${through}”`;
}

/** What led here and what came of it, by time, with this event in its place. */
export function Thread({ event }: { readonly event: EventDetails }) {
  if (event.thread.length === 0) return null;
  const rows: readonly Row[] = [
    ...event.thread.map((linked) => ({
      id: linked.id,
      title: linked.title,
      dateWords: linked.dateWords,
      startMs: linked.startMs,
      tie: tieWords(linked),
      note: linked.note,
      place: linked.direction === 'before' ? (-1 as const) : (1 as const),
    })),
    {
      id: event.id,
      title: event.title,
      dateWords: event.date.words,
      startMs: event.date.startMs,
      tie: null,
      note: null,
      place: 0 as const,
    },
  ].toSorted((a, b) => a.startMs - b.startMs || a.place - b.place);
  return (
    <Section title="Thread">
      <ol className="thread">
        {rows.map((row) => (
          <li
            key={`${row.id} ${row.tie ?? ''}`}
            className="thread-row"
            aria-current={row.tie === null ? 'true' : undefined}
          >
            <span className="thread-date">{shortDate(row.dateWords)}</span>
            <span className="thread-words">
              {row.tie === null ? (
                <strong>This event</strong>
              ) : (
                <>
                  <Opens to={{ kind: 'event', id: row.id }}>{row.title}</Opens>
                  <span className="thread-tie">
                    {row.tie}
                    {row.note === null ? null : (
                      <bdi className={kerningClass(row.note)}>{`: ${row.note}`}</bdi>
                    )}
                  </span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
