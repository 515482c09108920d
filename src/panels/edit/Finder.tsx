/*
 * A field that finds a record by name or alias as one types, and makes a new one on the spot.
 * Knows: candidates. Must not know: what is done with the one that is picked.
 */
import { useState, type ReactNode } from 'react';
import { Combobox, ComboboxItem, ComboboxPopover, ComboboxProvider } from '@ariakit/react';
import { Plus } from 'lucide-react';
import type { AnyRecord } from '../../document/history/commands.ts';
import { freeId } from '../../document/history/freeId.ts';
import { useApp } from '../../state/hooks.tsx';
import type { FieldAttributes } from './Labelled.tsx';
import type { NamedList } from './fields.ts';
import { namesOf, plain, useCandidates } from './useCandidates.ts';

interface FinderProps {
  readonly attributes: Partial<FieldAttributes>;
  readonly list: NamedList;
  readonly placeholder: string;
  /** Ids that cannot be picked. */
  readonly except: readonly string[];
  readonly onPick: (id: string, name: string) => void;
  /** Null: nothing new is made here. */
  readonly onMake: ((made: AnyRecord) => void) | null;
}

export function Finder({
  attributes,
  list,
  placeholder,
  except,
  onPick,
  onMake,
}: FinderProps): ReactNode {
  const [text, setText] = useState('');
  const found = useCandidates(list, text).filter(({ id }) => !except.includes(id));
  const history = useApp((state) => state.history);
  const wanted = text.trim();
  const isThere = found.some(({ name }) => plain(name) === plain(wanted));
  const isTaken = (id: string): boolean =>
    except.includes(id) ||
    (history !== null && namesOf(history, list).some((each) => each.id === id));
  const offers = onMake === null || wanted === '' ? [] : offersOf(list, wanted, isTaken);
  return (
    <ComboboxProvider
      inputValue={text}
      setInputValue={setText}
      resetValueOnHide
      setSelectedValue={() => undefined}
    >
      <Combobox
        {...attributes}
        className="field edit-input"
        placeholder={placeholder}
        autoComplete="list"
        autoSelect
        spellCheck={false}
      />
      <ComboboxPopover
        className="menu edit-found"
        gutter={4}
        sameWidth
        fixed
        portal={false}
        unmountOnHide
      >
        {found.map(({ id, name, detail }) => (
          <ComboboxItem
            key={id}
            className="menu-item edit-option"
            value={name}
            setValueOnClick={false}
            hideOnClick
            onClick={() => {
              setText('');
              onPick(id, name);
            }}
          >
            <span dir="auto">{name}</span>
            <span className="edit-detail">{detail}</span>
          </ComboboxItem>
        ))}
        {found.length === 0 && wanted !== '' && offers.length === 0 ? (
          <p className="edit-none">Nothing here is called that.</p>
        ) : null}
        {wanted === '' && found.length === 0 ? <p className="edit-none">Type a name.</p> : null}
        {offers.map(({ words, made }) => (
          <ComboboxItem
            key={words}
            className="menu-item edit-option is-new"
            value={`${wanted} ${words}`}
            setValueOnClick={false}
            hideOnClick
            onClick={() => {
              setText('');
              onMake?.(made);
            }}
          >
            <Plus aria-hidden />
            <span dir="auto">
              New {words}: “{wanted}”{isThere ? ', another one' : ''}
            </span>
          </ComboboxItem>
        ))}
      </ComboboxPopover>
    </ComboboxProvider>
  );
}

interface Offer {
  readonly words: string;
  readonly made: AnyRecord;
}

/** What can be made of a name that was typed. */
function offersOf(
  list: NamedList,
  name: string,
  isTaken: (id: string) => boolean,
): readonly Offer[] {
  switch (list) {
    case 'actors':
      return (['person', 'organisation', 'group', 'office'] as const).map((kind) => ({
        words: kind,
        made: { list, record: { id: freeId(name, kind, isTaken), name, kind } },
      }));
    case 'places':
      return [
        { words: 'place', made: { list, record: { id: freeId(name, 'place', isTaken), name } } },
      ];
    case 'themes':
      return [
        { words: 'theme', made: { list, record: { id: freeId(name, 'theme', isTaken), name } } },
      ];
    case 'sources':
      return [
        {
          words: 'source',
          made: { list, record: { id: freeId(name, 'source', isTaken), title: name } },
        },
      ];
    case 'events':
      return [];
  }
}
