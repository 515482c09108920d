import type { ReactNode } from 'react';
import { ListFilter } from 'lucide-react';
import type { FacetName, Ref } from '../../engine/port.ts';
import { valueUse, withUse } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';

interface OpensProps {
  readonly to: Ref;
  readonly children: ReactNode;
}

/** A name that opens what it stands for. */
export function Opens({ to, children }: OpensProps) {
  const choose = useApp((state) => state.choose);
  const setHighlight = useApp((state) => state.setHighlight);
  const light = (): void => setHighlight(to);
  const unlight = (): void => setHighlight(null);
  return (
    <button
      type="button"
      className="text-button is-plain opens"
      dir="auto"
      onClick={() => {
        unlight();
        choose((now) => ({ ...now, selection: to }));
      }}
      onPointerEnter={light}
      onPointerLeave={unlight}
      onFocus={light}
      onBlur={unlight}
    >
      {children}
    </button>
  );
}

interface FiltersByProps {
  readonly facet: FacetName;
  readonly id: string;
  readonly name: string;
}

/** Whether a value filters now, and what turns that round. */
function useFilterBy({ facet, id }: FiltersByProps): readonly [boolean, () => void] {
  const use = useApp((state) => valueUse(state.choices, facet, id));
  const choose = useApp((state) => state.choose);
  const isOn = use === 'any' || use === 'all';
  return [isOn, () => choose((now) => withUse(now, facet, id, isOn ? null : 'any'))];
}

/** The small button after an actor's name: filters by it, or no longer. */
export function FilterButton(props: FiltersByProps) {
  const [isOn, toggle] = useFilterBy(props);
  return (
    <button
      type="button"
      className="filter-button"
      aria-label={`Filter by ${props.name}`}
      title={`Filter by ${props.name}`}
      aria-pressed={isOn}
      onClick={toggle}
    >
      <ListFilter aria-hidden />
    </button>
  );
}

/** The same as a button in words, where an actor has the panel to itself. */
export function FilterWords(props: FiltersByProps) {
  const [isOn, toggle] = useFilterBy(props);
  return (
    <button type="button" className="button filter-words" aria-pressed={isOn} onClick={toggle}>
      <ListFilter aria-hidden />
      <span dir="auto">Filter by {props.name}</span>
    </button>
  );
}

/** A place or a theme: its name is the filter. */
export function FilterName(props: FiltersByProps & { readonly children?: ReactNode }) {
  const [isOn, toggle] = useFilterBy(props);
  return (
    <button
      type="button"
      className="filter-name"
      aria-label={`Filter by ${props.name}`}
      aria-pressed={isOn}
      onClick={toggle}
    >
      {props.children}
      <span dir="auto">{props.name}</span>
      <ListFilter aria-hidden />
    </button>
  );
}
