import { useId } from 'react';
import { Ban, Check, EllipsisVertical } from 'lucide-react';
import type { FacetName, FacetValue } from '../../engine/port.ts';
import { valueUse, withUse, type Choices, type ValueUse } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import { eventsWords, numberWords, sentenceCase } from '../names.ts';
import type { ValueMenuTarget } from './ValueMenu.tsx';

interface FacetRowProps {
  readonly facet: FacetName;
  readonly value: FacetValue;
  /** The largest total in the list: the full width of a bar. */
  readonly widest: number;
  readonly menuAnchor: HTMLButtonElement | null;
  readonly onMenu: (target: ValueMenuTarget) => void;
}

/**
 * One value: the box allows it (or, whatever was said of it before, says nothing of it any more), the
 * menu does the rest.
 *
 *   [✓] Google  required     ▓▓▓▒▒▒   4  ⋮
 */
export function FacetRow({ facet, value, widest, menuAnchor, onMenu }: FacetRowProps) {
  const use = useApp((state) => valueUse(state.choices, facet, value.id));
  const choose = useApp((state) => state.choose);
  const expect = useApp((state) => state.expect);
  const nameId = useId();
  const countId = useId();
  const tagId = useId();
  const tag = use === null ? null : USE_TAGS[use];
  const name = shownName(facet, value.name);
  const isOn = use === 'any' || use === 'all';
  const pressed = (now: Choices): Choices => withUse(now, facet, value.id, isOn ? null : 'any');
  // Who points at the box or comes to it by keys may press it: until then there is time to answer.
  const onNear = (): void => expect(pressed);
  return (
    <li className="facet-row" data-use={use ?? 'no'} data-empty={value.count === 0 || undefined}>
      <label className="facet-label" onPointerEnter={onNear}>
        <input
          onFocus={onNear}
          type="checkbox"
          className="checkbox"
          checked={isOn}
          aria-labelledby={nameId}
          aria-describedby={tag === null ? countId : `${countId} ${tagId}`}
          onChange={() => choose(pressed)}
        />
        <span className="facet-words">
          <span id={nameId} className="facet-name" dir="auto">
            {name}
          </span>
          {tag === null ? null : <span id={tagId}>{tag}</span>}
        </span>
        <span className="facet-bar" aria-hidden>
          <span style={{ inlineSize: percent(value.total, widest) }} />
          <span style={{ inlineSize: percent(value.count, widest) }} />
        </span>
        <span id={countId} className="facet-count">
          <span aria-hidden>{numberWords(value.count)}</span>
          <span className="visually-hidden">{eventsWords(value.count)}</span>
        </span>
      </label>
      <button
        type="button"
        className="facet-options"
        aria-label={`Options for ${name}`}
        aria-haspopup="menu"
        aria-expanded={menuAnchor?.dataset['value'] === `${facet} ${value.id}`}
        data-value={`${facet} ${value.id}`}
        onClick={(event) => onMenu({ anchor: event.currentTarget, facet, id: value.id, name })}
      >
        <EllipsisVertical aria-hidden />
      </button>
    </li>
  );
}

/** What the box alone cannot say. */
const USE_TAGS: Readonly<Record<Exclude<ValueUse, null>, React.ReactNode>> = {
  any: null,
  all: (
    <span className="tag use-tag">
      <Check aria-hidden />
      required
    </span>
  ),
  none: (
    <span className="tag use-tag">
      <Ban aria-hidden />
      excluded
    </span>
  ),
};

/** Sectors, kinds and statuses are bare words in a file; everything else has a name of its own. */
function shownName(facet: FacetName, name: string): string {
  return facet === 'sector' || facet === 'kind' || facet === 'status' ? sentenceCase(name) : name;
}

function percent(part: number, whole: number): string {
  return `${(part / whole) * 100}%`;
}
