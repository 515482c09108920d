/*
 * A list of options of which one is active, for a list box and for a box to type in: both keep the
 * focus themselves and point at the active option.
 * Knows: nothing but what it is handed. Must not know: what an option stands for.
 */
import type { KeyboardEvent, ReactNode } from 'react';

export interface Option {
  readonly key: string;
  readonly name: string;
  /** Read after the name. */
  readonly detail: string;
  /** Shown below, in smaller letters. */
  readonly more?: string;
}

interface OptionListProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly activeKey: string | null;
  readonly onPoint: (key: string) => void;
  readonly onPick: (key: string) => void;
}

export function OptionList({
  id,
  options,
  activeKey,
  onPoint,
  onPick,
}: OptionListProps): ReactNode {
  return options.map(({ key, name, detail, more }) => (
    // The keys belong to what has the focus: the list, or the box above it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      key={key}
      ref={key === activeKey ? showWhole : null}
      id={optionId(id, key)}
      role="option"
      tabIndex={-1}
      aria-selected={key === activeKey}
      aria-label={`${name}, ${detail}`}
      className="network-choice"
      onPointerMove={() => {
        if (key !== activeKey) onPoint(key);
      }}
      onClick={() => onPick(key)}
    >
      <span className="network-choice-name" dir="auto">
        {name}
      </span>
      <span className="network-choice-detail">{detail}</span>
      {more === undefined ? null : <span className="network-choice-more">{more}</span>}
    </div>
  ));
}

function showWhole(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

export function optionId(listId: string, key: string): string {
  return `${listId}-${key}`;
}

/** The option that a key leads to from the active one; null for other keys, and in an empty list. */
export function walkedTo(
  { key }: Pick<KeyboardEvent, 'key'>,
  options: readonly Option[],
  activeKey: string | null,
): string | null {
  const at = options.findIndex((option) => option.key === activeKey);
  const last = options.length - 1;
  const to = {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: last,
    PageDown: Math.min(last, at + 10),
    PageUp: Math.max(0, at - 10),
  }[key];
  return to === undefined ? null : (options[to]?.key ?? null);
}
