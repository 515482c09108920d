/*
 * The histories on this device: opened, deleted and put back, each with the state before.
 * Knows: the shelf. Must not know: how a history is opened, what is in it.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { Menu, MenuButton, MenuItem, MenuProvider } from '@ariakit/react';
import { Ellipsis } from 'lucide-react';
import { storageReason } from '../../document/deviceStorage.ts';
import type { KeptHistory, NewerHistory } from '../../document/shelf/records.ts';
import { deviceShelf, type Shelf } from '../../document/shelf/shelf.ts';
import { useApp } from '../../state/hooks.tsx';
import { keptAddress, keptUrl } from '../../state/keeping.ts';
import { entryWords, whenWords } from './words.ts';
import './shelf.css';

interface ShelfListProps {
  readonly onOpen: (url: string) => void;
}

/** A window that was closed in the middle of a deletion has had its time to take it back. */
const OLD_REMOVAL_MS = 600_000;

type Found =
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'found'; readonly histories: readonly (KeptHistory | NewerHistory)[] };

export function ShelfList({ onOpen }: ShelfListProps) {
  const [shelf] = useState(deviceShelf);
  const [found, setFound] = useState<Found>({ kind: 'looking' });
  /** Deleted since this list is open, and still where they stood. */
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [trouble, setTrouble] = useState<string | null>(null);
  const headingId = useId();

  useEffect(() => {
    shelf
      .clearRemoved(OLD_REMOVAL_MS)
      .then(() => shelf.list())
      .then(
        (histories) => setFound({ kind: 'found', histories }),
        (error: unknown) => setFound({ kind: 'refused', reason: storageReason(error) }),
      );
  }, [shelf]);
  useClearing(shelf, removed);

  if (found.kind === 'looking') return null;
  if (found.kind === 'refused') return <p className="open-hint">{found.reason}</p>;
  if (found.histories.length === 0) return null;

  const change = (id: string, isRemoved: boolean): void => {
    setTrouble(null);
    (isRemoved ? shelf.remove(id) : shelf.putBack(id)).then(
      () =>
        setRemoved((before) => {
          const next = new Set(before);
          if (isRemoved) next.add(id);
          else next.delete(id);
          return next;
        }),
      (error: unknown) => setTrouble(storageReason(error)),
    );
  };
  return (
    <section className="shelf" aria-labelledby={headingId}>
      <h3 id={headingId}>On this device</h3>
      <ul className="shelf-list">
        {found.histories.map((history) => (
          <li key={history.id} className="shelf-entry">
            {history.version === 'newer' ? (
              <Newer title={history.title} />
            ) : removed.has(history.id) ? (
              <Removed title={history.title} onUndo={() => change(history.id, false)} />
            ) : (
              <Entry history={history} onOpen={onOpen} onRemove={() => change(history.id, true)} />
            )}
          </li>
        ))}
      </ul>
      <p className="open-mistake" role="alert">
        {trouble}
      </p>
    </section>
  );
}

/** What was deleted is cleared away with the list: until then it can be put back. */
function useClearing(shelf: Shelf, removed: ReadonlySet<string>): void {
  const hasRemoved = useRef(false);
  useEffect(() => {
    hasRemoved.current = removed.size > 0;
  }, [removed]);
  useEffect(
    () => () => {
      // Where that fails it is done when the list is opened again.
      if (hasRemoved.current) shelf.clearRemoved(0).catch(() => undefined);
    },
    [shelf],
  );
}

interface EntryProps {
  readonly history: KeptHistory;
  readonly onOpen: (url: string) => void;
  readonly onRemove: () => void;
}

function Entry({ history, onOpen, onRemove }: EntryProps) {
  const { id, title, before } = history;
  const isOpen = useApp(({ source }) => source !== null && keptAddress(source.url)?.id === id);
  return (
    <>
      <div className="shelf-words">
        <button
          type="button"
          className="shelf-title"
          dir="auto"
          aria-current={isOpen}
          onClick={() => onOpen(keptUrl(id))}
        >
          {title}
        </button>
        <p className="shelf-meta" dir="auto">
          {isOpen ? <strong>Open now. </strong> : null}
          {entryWords(history)}
        </p>
      </div>
      <MenuProvider placement="bottom-end">
        <MenuButton
          className="button is-icon is-quiet"
          aria-label={`Options for ${title}`}
          title="Options"
        >
          <Ellipsis aria-hidden />
        </MenuButton>
        <Menu
          className="menu"
          aria-label={`Options for ${title}`}
          gutter={4}
          portal={false}
          fixed
          unmountOnHide
        >
          <MenuItem
            className="menu-item"
            disabled={before === null}
            onClick={() => onOpen(keptUrl(id, 'before'))}
          >
            {before === null
              ? 'No state before this one yet'
              : `Open the state before, of ${whenWords(before.savedAtMs)}`}
          </MenuItem>
          <MenuItem className="menu-item" disabled={isOpen} onClick={onRemove}>
            {isOpen ? 'Delete (not while it is open)' : 'Delete from this device'}
          </MenuItem>
        </Menu>
      </MenuProvider>
    </>
  );
}

function Removed({ title, onUndo }: { readonly title: string; readonly onUndo: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  // The menu that had the focus has gone.
  useEffect(() => undo.current?.focus(), []);
  return (
    <p className="shelf-removed" role="status">
      <span>
        <bdi>{title}</bdi> was deleted.
      </span>
      <button ref={undo} type="button" className="text-button" onClick={onUndo}>
        Undo
      </button>
    </p>
  );
}

function Newer({ title }: { readonly title: string }) {
  return (
    <div className="shelf-words">
      <p dir="auto">{title}</p>
      <p className="shelf-meta">
        Kept by a newer version of the program, and left as it is. Reload the page to get that
        version.
      </p>
    </div>
  );
}
