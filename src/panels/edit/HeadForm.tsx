/*
 * What is said of the history as a whole: its title, what it is about, when the account was written.
 * Knows: the history's head, the editor. Must not know: lists, records.
 */
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Check } from 'lucide-react';
import type { Draft, Values } from '../../document/history/draft.ts';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { HeadFields } from '../../model/edits/edits.ts';
import { readWrittenDate } from '../../model/writtenDate.ts';
import type { HistoryEditor } from '../../state/appState.ts';
import { useApp } from '../../state/hooks.tsx';
import { sentenceOf, textOf, withValue, type FieldProblems } from './draft.ts';
import { Field } from './Field.tsx';
import type { FieldSpec } from './fields.ts';
import { FormContext } from './form.ts';

const FIELDS = [
  { kind: 'line', key: 'title', label: 'Title' },
  { kind: 'line', key: 'subtitle', label: 'Subtitle' },
  { kind: 'text', key: 'description', label: 'Description' },
  {
    kind: 'date',
    key: 'asOf',
    label: 'As of',
    hint: 'When the account was written: later events had not happened yet',
  },
  { kind: 'line', key: 'language', label: 'Language', hint: 'Such as en-GB' },
  { kind: 'text', key: 'licence', label: 'Licence' },
] as const satisfies readonly FieldSpec[];

const NONE: FieldProblems = new Map();

interface HeadFormProps {
  readonly editor: HistoryEditor;
  readonly onDone: (said: string) => void;
}

export function HeadForm({ editor, onDone }: HeadFormProps): ReactNode {
  const history = useApp((state) => state.history);
  const [values, setValues] = useState<Values | null>(null);
  const [problems, setProblems] = useState(NONE);
  if (history === null) return null;
  const original = valuesOf(history);
  const present = values ?? original;
  const draft: Draft = { original, values: present, along: [] };

  const save = async (): Promise<void> => {
    const changed = FIELDS.filter(({ key }) => textOf(present[key]) !== textOf(original[key]));
    const read = fieldsFrom(changed, present);
    if (read.problems.size > 0 || changed.length === 0) {
      setProblems(read.problems);
      return;
    }
    const what = changed.map(({ label }) => label.toLowerCase()).join(' and ');
    const done = await editor.perform({
      words: `change the ${what} of the history`,
      edit: { kind: 'head', fields: read.fields },
    });
    if (done.ok) {
      setValues(null);
      setProblems(NONE);
      onDone(`Changed: the ${what} of the history`);
    } else {
      setProblems(new Map(done.error.map((problem) => [problem.place, sentenceOf(problem)])));
    }
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save();
  };
  return (
    <FormContext
      value={{
        draft,
        problems,
        nameOf: (_list, id) => id,
        put: (path, value) => setValues(withValue(present, path, value)),
      }}
    >
      <details className="edit-more edit-head">
        <summary>About this history</summary>
        <form
          className="edit-form edit-more-fields"
          aria-label="About this history"
          noValidate
          onSubmit={onSubmit}
        >
          {FIELDS.map((field) => (
            <Field key={field.key} spec={field} path={[field.key]} value={present[field.key]} />
          ))}
          <div className="edit-buttons">
            <button type="submit" className="button is-small is-primary">
              <Check aria-hidden />
              Save
            </button>
          </div>
        </form>
      </details>
    </FormContext>
  );
}

function valuesOf(history: DatasetAnswer): Values {
  return {
    title: history.title,
    subtitle: history.subtitle ?? '',
    description: history.description ?? '',
    asOf: history.asOf?.text ?? '',
    language: history.language ?? '',
    licence: history.licence ?? '',
  };
}

interface Read {
  readonly fields: HeadFields;
  readonly problems: FieldProblems;
}

/** An empty field says nothing. */
function fieldsFrom(changed: readonly (typeof FIELDS)[number][], values: Values): Read {
  const problems = new Map<string, string>();
  const fields: Record<string, string | null> = {};
  for (const { key, kind } of changed) {
    const text = textOf(values[key]).trim();
    const read = kind === 'date' && text !== '' ? readWrittenDate(text) : null;
    if (read?.ok === false) problems.set(key, read.error);
    fields[key] = read?.ok === true ? read.value : text === '' ? null : text;
  }
  return { fields, problems };
}
