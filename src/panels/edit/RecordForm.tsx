/*
 * The form of one record: what it says, to be written; saved as one edit.
 * Knows: forms as data, the editor. Must not know: where a record is chosen, who keeps it.
 */
import {
  useLayoutEffect,
  useRef,
  useState,
  type SubmitEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Check } from 'lucide-react';
import {
  addRecord,
  nameOf as nameOfRecord,
  RECORD_WORDS,
  type AnyRecord,
} from '../../document/history/commands.ts';
import type { Draft } from '../../document/history/draft.ts';
import { freeId } from '../../document/history/freeId.ts';
import type { Result } from '../../base/result.ts';
import type { RecordKey } from '../../model/edits/edits.ts';
import type { MergedList } from '../../model/edits/plans.ts';
import type { Problem } from '../../model/types.ts';
import type { HistoryEditor } from '../../state/appState.ts';
import { changeFields } from '../../state/historyEditor.ts';
import type { Choices } from '../../state/choices.ts';
import { DeletePart, MergePart } from './ActParts.tsx';
import {
  changesOf,
  isChanged,
  problemsOf,
  withoutGaps,
  withValue,
  written,
  type FieldProblems,
  type Target,
} from './draft.ts';
import { Field } from './Field.tsx';
import { fieldsOf, FORMS, type FormList } from './fields.ts';
import { FormContext, type Form } from './form.ts';
import { useNameOf } from './useNameOf.ts';

interface RecordFormProps {
  readonly editor: HistoryEditor;
  readonly target: Target;
  readonly draft: Draft;
  readonly isFocusDue: boolean;
  readonly onDraft: (draft: Draft) => void;
  /** The form is done with: `said` is told, `next` is the id of what to go on with. */
  readonly onDone: (said: string, next: string | null) => void;
  readonly onLeave: () => void;
}

const NONE: FieldProblems = new Map();

export function RecordForm(props: RecordFormProps): ReactNode {
  const { editor, target, draft, isFocusDue, onDraft, onDone, onLeave } = props;
  const { list, key } = target;
  const spec = FORMS[list];
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState(NONE);
  const [isSaving, setSaving] = useState(false);
  const isProblemDue = useRef(false);
  const name = nameOfRecord(draft.values);
  const context: Form = {
    draft,
    problems,
    nameOf: useNameOf(draft),
    put: (path, value, made) =>
      onDraft({
        ...draft,
        values: withValue(draft.values, path, value),
        along: made === undefined ? draft.along : [...draft.along, made],
      }),
  };

  useLayoutEffect(() => {
    if (isFocusDue) form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [isFocusDue]);
  // The first field that is wrong takes the focus.
  useLayoutEffect(() => {
    if (!isProblemDue.current || problems.size === 0) return;
    isProblemDue.current = false;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .edit-general');
    first?.closest('details')?.setAttribute('open', '');
    first?.focus();
  }, [problems]);
  const tell = (next: FieldProblems): void => {
    isProblemDue.current = true;
    setProblems(next);
  };

  const save = async (): Promise<void> => {
    const asked = written(list, draft);
    if (asked.problems.size > 0) {
      tell(asked.problems);
      return;
    }
    setSaving(true);
    try {
      const saved =
        key === null ? await add(editor, list, draft) : await change(editor, list, key, draft);
      if (saved === null) onLeave();
      else if (saved.ok) onDone(`${key === null ? 'Added' : 'Changed'}: ${name}`, saved.value);
      else tell(problemsOf(saved.error));
    } catch (error) {
      tell(new Map([['', error instanceof Error ? error.message : String(error)]]));
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isSaving) void save();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // No way back from here by mistake: Esc closes what is read, not what is written.
    if (event.key === 'Escape') event.preventDefault();
    const isSave = (event.ctrlKey || event.metaKey) && ['s', 'Enter'].includes(event.key);
    if (!isSave) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  const general = [...problems].filter(([path]) => path === '' || !isFieldPath(path, list));
  return (
    <FormContext value={context}>
      {/* A key in a form that saves it, not an element to press. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className="edit-form"
        aria-label={key === null ? `New ${RECORD_WORDS[list]}` : `Edit ${name}`}
        aria-busy={isSaving}
        noValidate
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
      >
        {general.length === 0 ? null : (
          <p className="edit-problem edit-general" role="alert" tabIndex={-1}>
            {general.map(([, words]) => words).join(' ')}
          </p>
        )}
        {spec.fields.map((field) => (
          <Field key={field.key} spec={field} path={[field.key]} value={draft.values[field.key]} />
        ))}
        {spec.more.length === 0 ? null : (
          <details className="edit-more">
            <summary>More</summary>
            <div className="edit-more-fields">
              {spec.more.map((field) => (
                <Field
                  key={field.key}
                  spec={field}
                  path={[field.key]}
                  value={draft.values[field.key]}
                />
              ))}
            </div>
          </details>
        )}
        <div className="edit-buttons edit-save">
          <button
            type="submit"
            className="button is-primary"
            aria-disabled={isSaving}
            aria-keyshortcuts="Control+S"
          >
            <Check aria-hidden />
            {key === null ? `Add ${RECORD_WORDS[list]}` : 'Save'}
          </button>
          <button type="button" className="button" onClick={onLeave}>
            {key === null || isChanged(draft) ? 'Discard' : 'Close'}
          </button>
        </div>
      </form>
      {key === null ? null : (
        <div className="edit-acts">
          {typeof key === 'string' && isMergedList(list) ? (
            <MergePart
              editor={editor}
              list={list}
              id={key}
              name={name}
              into={null}
              onDone={onDone}
            />
          ) : null}
          <DeletePart editor={editor} list={list} recordKey={key} name={name} onDone={onDone} />
        </div>
      )}
    </FormContext>
  );
}

type Saved = Result<string | null, readonly Problem[]>;

async function add(editor: HistoryEditor, list: FormList, draft: Draft): Promise<Saved> {
  const fields = withoutGaps(written(list, draft).fields);
  const named = nameOfRecord(fields);
  const id = list === 'ties' ? null : await untakenId(editor, list, named);
  const record = id === null ? fields : { id, ...fields };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border behind the desk says whether it is one
  const added = { list, record } as unknown as AnyRecord;
  const done = await editor.perform(addRecord(added, alongOf(draft)), shown(list, id));
  return done.ok ? { ok: true, value: id } : done;
}

/** Null where nothing was changed. */
async function change(
  editor: HistoryEditor,
  list: FormList,
  key: RecordKey,
  draft: Draft,
): Promise<Saved | null> {
  const { fields, labels } = changesOf(list, draft);
  if (labels.length === 0) return null;
  const done = await changeFields(editor, list, key, fields, labels, alongOf(draft));
  return done.ok ? { ok: true, value: typeof key === 'string' ? key : null } : done;
}

/** Of what was made on the spot, what is still named. */
function alongOf({ along, values }: Draft): readonly AnyRecord[] {
  const text = JSON.stringify(values);
  return along.filter(({ record }) => {
    const id: unknown = Reflect.get(record, 'id');
    return typeof id === 'string' && text.includes(JSON.stringify(id));
  });
}

async function untakenId(editor: HistoryEditor, list: FormList, name: string): Promise<string> {
  const taken = new Set<string>();
  for (;;) {
    const id = freeId(name, RECORD_WORDS[list], (each) => taken.has(each));
    // One after the other: the next is only asked for where this one is taken.
    // oxlint-disable-next-line no-await-in-loop
    if ((await editor.desk().record(list, id)) === null) return id;
    taken.add(id);
  }
}

/** A new event or actor is chosen, and so shown. */
function shown(list: FormList, id: string | null): (choices: Choices) => Choices {
  if (id === null) return (choices) => choices;
  if (list === 'events') return (choices) => ({ ...choices, selection: { kind: 'event', id } });
  if (list === 'actors') return (choices) => ({ ...choices, selection: { kind: 'actor', id } });
  return (choices) => choices;
}

function isMergedList(list: FormList): list is MergedList {
  return list === 'actors' || list === 'places' || list === 'themes' || list === 'sources';
}

/** Whether a problem stands beside a field of this form. */
function isFieldPath(path: string, list: FormList): boolean {
  const [first] = path.split(/[.[]/u);
  return fieldsOf(list).some(({ key }) => key === first);
}
