import type { EventDetails } from '../../engine/port.ts';
import { LINK_WORDS } from '../names.ts';
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
      tie: LINK_WORDS[linked.direction][linked.kind],
      note: linked.note,
    })),
    {
      id: event.id,
      title: event.title,
      dateWords: event.date.words,
      startMs: event.date.startMs,
      tie: null,
      note: null,
    },
  ].toSorted((a, b) => a.startMs - b.startMs);
  return (
    <Section title="Thread">
      <ol className="thread">
        {rows.map((row) => (
          <li
            key={`${row.id} ${row.tie ?? ''}`}
            className="thread-row"
            aria-current={row.tie === null ? 'true' : undefined}
          >
            <span className="thread-date">{row.dateWords.split(', ')[0]}</span>
            <span className="thread-words">
              {row.tie === null ? (
                <strong>This event</strong>
              ) : (
                <>
                  <Opens to={{ kind: 'event', id: row.id }}>{row.title}</Opens>
                  <span className="thread-tie">
                    {row.tie}
                    {row.note === null ? null : <bdi>{`: ${row.note}`}</bdi>}
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
