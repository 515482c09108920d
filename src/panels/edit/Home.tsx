/*
 * What can be edited beside what is chosen: new records, the lists, names that may mean the same.
 * Knows: the history's vocabularies. Must not know: forms.
 */
import { useState, type ReactNode } from 'react';
import { CalendarPlus, Plus, UsersRound } from 'lucide-react';
import type { DatasetAnswer } from '../../engine/port.ts';
import type { MergedList } from '../../model/edits/plans.ts';
import type { HistoryEditor } from '../../state/appState.ts';
import { useApp } from '../../state/hooks.tsx';
import { MergePart } from './ActParts.tsx';
import { HeadForm } from './HeadForm.tsx';
import type { Target } from './draft.ts';
import type { FormList, NamedList } from './fields.ts';
import { sameNames, type SamePair } from './sameNames.ts';
import { namesOf, plain, type Candidate } from './useCandidates.ts';
import { useTies } from './useTies.ts';

interface HomeProps {
  readonly editor: HistoryEditor;
  readonly onOpen: (target: Target) => void;
  readonly onDone: (said: string, next: string | null) => void;
}

const NEW: readonly (readonly [FormList, string])[] = [
  ['actors', 'Actor'],
  ['places', 'Place'],
  ['themes', 'Theme'],
  ['sources', 'Source'],
  ['ties', 'Tie'],
  ['periods', 'Period'],
];

export function Home({ editor, onOpen, onDone }: HomeProps): ReactNode {
  return (
    <div className="edit-home">
      <p className="edit-lead">
        Choose an event or an actor in any view to edit it, or press Enter in a cell of the table.
      </p>
      <button
        type="button"
        className="button is-wide is-primary"
        onClick={() => onOpen({ list: 'events', key: null })}
      >
        <CalendarPlus aria-hidden />
        Add event
      </button>
      <div className="edit-new" role="group" aria-label="Add">
        {NEW.map(([list, words]) => (
          <button
            key={list}
            type="button"
            className="button is-small"
            aria-label={`Add ${words.toLowerCase()}`}
            onClick={() => onOpen({ list, key: null })}
          >
            <Plus aria-hidden />
            {words}
          </button>
        ))}
      </div>
      <Same editor={editor} onDone={onDone} />
      <Lists editor={editor} onOpen={onOpen} />
      <HeadForm editor={editor} onDone={(said) => onDone(said, null)} />
    </div>
  );
}

const LISTS = [
  ['actors', 'Actors'],
  ['places', 'Places'],
  ['themes', 'Themes'],
  ['sources', 'Sources'],
  ['ties', 'Ties'],
  ['periods', 'Periods'],
] as const;
/** A list that is read, not a register: typing finds the others. */
const SHOWN_LIMIT = 50;

/** Everything that has no place of its own in a view. */
function Lists({ editor, onOpen }: Pick<HomeProps, 'editor' | 'onOpen'>): ReactNode {
  const [list, setList] = useState<(typeof LISTS)[number][0]>('actors');
  const [text, setText] = useState('');
  const history = useApp((state) => state.history);
  const ties = useTies(editor, list === 'ties');
  const all: readonly (Candidate & { readonly key: string | number })[] =
    list === 'ties'
      ? ties
      : history === null
        ? []
        : entriesOf(history, list).map((each) => ({ ...each, key: each.id }));
  const found = all.filter(({ name }) => plain(name).includes(plain(text)));
  return (
    <section className="edit-lists" aria-label="Lists">
      <div className="edit-lists-bar">
        <select
          className="select"
          aria-label="List"
          value={list}
          onChange={(event) => {
            const next = LISTS.find(([each]) => each === event.currentTarget.value);
            if (next !== undefined) setList(next[0]);
          }}
        >
          {LISTS.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
        <input
          type="search"
          className="field"
          aria-label="Find in the list"
          placeholder="Find"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 ? (
        <p className="edit-hint">{text === '' ? 'There are none yet.' : 'None is called that.'}</p>
      ) : (
        <ul className="edit-list">
          {found.slice(0, SHOWN_LIMIT).map((each) => (
            <li key={each.key}>
              <button
                type="button"
                className="edit-open"
                onClick={() => onOpen({ list, key: each.key })}
              >
                <span dir="auto">{each.name}</span>
                <span className="edit-detail">{each.detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN_LIMIT ? (
        <p className="edit-hint">
          The first {SHOWN_LIMIT} of {found.length.toLocaleString('en-GB')}: type to find others.
        </p>
      ) : null}
    </section>
  );
}

function entriesOf(history: DatasetAnswer, list: NamedList | 'periods'): readonly Candidate[] {
  if (list !== 'periods') return namesOf(history, list);
  return history.periods.map(({ id, title, date }) => ({ id, name: title, detail: date.words }));
}

const CAN_BE_SAME = [
  'actors',
  'places',
  'themes',
  'sources',
] as const satisfies readonly MergedList[];

function Same({ editor, onDone }: Pick<HomeProps, 'editor' | 'onDone'>): ReactNode {
  const history = useApp((state) => state.history);
  if (history === null) return null;
  const pairs = CAN_BE_SAME.flatMap((list) =>
    sameNames(namesOf(history, list)).map((pair) => ({ list, pair })),
  );
  if (pairs.length === 0) return null;
  return (
    <section className="edit-same" aria-label="These may be the same">
      <h3>
        <UsersRound aria-hidden />
        These may be the same
      </h3>
      <ul>
        {pairs.map(({ list, pair }) => (
          <li key={`${list} ${pair.a.id} ${pair.b.id}`}>
            <Pair editor={editor} list={list} pair={pair} onDone={onDone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PairProps extends Pick<HomeProps, 'editor' | 'onDone'> {
  readonly list: MergedList;
  readonly pair: SamePair;
}

function Pair({ editor, list, pair: { a, b }, onDone }: PairProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span dir="auto">{a.name}</span> <span className="edit-detail">{a.detail}</span> and{' '}
      <span dir="auto">{b.name}</span> <span className="edit-detail">{b.detail}</span>{' '}
      {isOpen ? (
        <MergePart
          editor={editor}
          list={list}
          id={b.id}
          name={b.name}
          into={{ id: a.id, name: a.name }}
          onDone={onDone}
        />
      ) : (
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          Look at merging them
        </button>
      )}
    </>
  );
}
