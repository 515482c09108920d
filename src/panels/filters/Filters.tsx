/*
 * The filters: one group a facet, and how the rest is shown.
 * Knows: the facets' answers, choices. Must not know: how counts come about, the views.
 */
import { useState } from 'react';
import type { FacetName } from '../../engine/port.ts';
import { useApp } from '../../state/hooks.tsx';
import { Lazy } from '../../ui/Lazy.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import type { ValueMenuTarget } from './ValueMenu.tsx';
import './filters.css';

const loadValueMenu = () => import('./ValueMenu.tsx').then((module) => module.ValueMenu);

export function Filters() {
  const facets = useApp((state) => state.history?.facets);
  const isWaiting = useIsWaiting();
  const [menu, setMenu] = useState<ValueMenuTarget | null>(null);
  return (
    <section className="filters" aria-label="Filters">
      <h2 className="visually-hidden">Filters</h2>
      {isWaiting ? (
        <Waiting />
      ) : (
        facets?.map((facet) => (
          <FacetGroup
            key={facet}
            facet={facet}
            menuAnchor={menu?.anchor ?? null}
            onMenu={setMenu}
          />
        ))
      )}
      {isWaiting || facets === undefined ? null : <Rest />}
      {menu === null ? null : (
        <Lazy
          name="the menu"
          load={loadValueMenu}
          props={{ target: menu, onClose: () => setMenu(null) }}
          fallback={null}
        />
      )}
    </section>
  );
}

/** Until the first counts are here: then everything comes at once, and nothing moves. */
function useIsWaiting(): boolean {
  return useApp(
    ({ history, opening, facets, answerFailure }) =>
      facets === null && (history === null ? opening !== null : answerFailure === null),
  );
}

/** How values count and what becomes of events that do not match. */
function Rest() {
  const includesParts = useApp((state) => state.choices.includesParts);
  const rest = useApp((state) => state.choices.rest);
  const choose = useApp((state) => state.choose);
  return (
    <div className="filters-rest">
      <Switch
        label="Include their parts"
        hint="An organisation also finds what its parts did, a place what happened within it"
        isOn={includesParts}
        onChange={(isOn) => choose((now) => ({ ...now, includesParts: isOn }))}
      />
      <Switch
        label="Fade what does not match"
        hint="Switched off, it is hidden"
        isOn={rest === 'fade'}
        onChange={(isOn) => choose((now) => ({ ...now, rest: isOn ? 'fade' : 'hide' }))}
      />
    </div>
  );
}

const WAITING_GROUPS: readonly (readonly [FacetName, number])[] = [
  ['organisation', 8],
  ['person', 6],
  ['place', 4],
];

/** The room that the groups will take, while the history is on its way. */
function Waiting() {
  return (
    <div className="filters-waiting" aria-hidden>
      {WAITING_GROUPS.map(([facet, rows]) => (
        <div key={facet} className="waiting-block" style={{ blockSize: `${rows * 1.7 + 2}rem` }} />
      ))}
    </div>
  );
}
