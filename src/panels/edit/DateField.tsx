import { useId, type ReactNode } from 'react';
import type { DateInfo } from '../../model/types.ts';
import { DatePreview } from './DatePreview.tsx';
import { dateMeant, textOf } from './draft.ts';
import { useForm } from './form.ts';
import { Labelled, type FieldProps } from './Labelled.tsx';

/** A date in words or in EDTF; beside it stands what it means and how it will be drawn. */
export function DateField(props: FieldProps): ReactNode {
  const { path, value } = props;
  const { put } = useForm();
  const noteId = useId();
  const text = textOf(value);
  return (
    <Labelled {...props} noteId={noteId}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            type="text"
            className="field edit-input"
            autoComplete="off"
            placeholder="22 July 2013, about 2014, 2013-07/2014"
            value={text}
            onChange={(event) => put(path, event.currentTarget.value)}
          />
          <DateNote id={noteId} text={text} />
        </>
      )}
    </Labelled>
  );
}

/** What a date means as it is written, said once the writing rests. */
function DateNote({ id, text }: { readonly id: string; readonly text: string }): ReactNode {
  const meant = dateMeant(text);
  return (
    <div id={id} className="edit-date" aria-live="polite">
      {meant === null ? null : !meant.ok ? (
        <p className="edit-date-words is-unread">{meant.error}</p>
      ) : (
        <>
          <DatePreview date={meant.date} />
          <p className="edit-date-words">
            <strong>{sentence(meant.date.words)}</strong> {drawnWords(meant.date)}
            {meant.date.text === text.trim() ? null : (
              <span className="edit-date-edtf"> Kept as {meant.date.text}</span>
            )}
          </p>
        </>
      )}
    </div>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** How the timeline draws it, in words. */
function drawnWords(date: DateInfo): string {
  const { extent, precision, startMs, endMs } = date;
  const isOpen = !Number.isFinite(startMs) || !Number.isFinite(endMs);
  const isSoft = date.isStartApproximate || date.isEndApproximate;
  const ends = isOpen ? ', left open at one end' : isSoft ? ', with soft ends' : '';
  if (extent === 'throughout') return `Lasted all that time: drawn as a bar${ends}.`;
  if (!isOpen && (precision === 'day' || precision === 'time')) return 'Drawn as a dot.';
  return `Happened once within that time: drawn as a dot in a pale stretch${ends}.`;
}
