/*
 * A quiet strip below the view: events over time, who was most active, when ties began.
 * Knows: the statistics' answer, choices. Must not know: the views, how counts come about.
 *
 *   Events per month    Most active   Joanna Shields 9   Damian Green 5    New ties per month
 *   ▁ ▂▁ █ ▃            UK Gov… 4     WePROTECT 4        Google 3          ▂ ▁ ▆
 */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId } from 'react';
import type { StatisticsAnswer } from '../../engine/port.ts';
import { valueUse, withUse } from '../../state/choices.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { eventsWords, facetOf, numberWords } from '../names.ts';
import { Bars } from './Bars.tsx';
import { barsWords, binWords, yearsWords } from './binWords.ts';
import './statistics.css';

export function StatisticsStrip() {
  const store = useAppStore();
  const isShown = useApp((state) => state.isStatisticsShown);
  const statistics = useApp((state) => state.statistics);
  const contentId = useId();
  return (
    <section className="statistics" aria-label="Statistics" data-shown={isShown || undefined}>
      <button
        type="button"
        className="statistics-toggle"
        aria-expanded={isShown}
        aria-controls={contentId}
        onClick={() => store.getState().showStatistics(!isShown)}
      >
        <span>Statistics</span>
        {isShown ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
      </button>
      <div id={contentId} className="statistics-content" hidden={!isShown}>
        {statistics === null ? null : <Content statistics={statistics} />}
      </div>
    </section>
  );
}

function Content({ statistics }: { readonly statistics: StatisticsAnswer }) {
  const { over, counts, totals, actors, newTies, newTiesAmong } = statistics;
  const among =
    newTiesAmong === undefined ? '' : ` among the ${numberWords(newTiesAmong)} most active`;
  const per = binWords(over, counts.length);
  const span = yearsWords(over);
  return (
    <>
      <figure className="statistics-figure">
        <figcaption>
          <span>Events {per}</span> <span>{span}</span>
        </figcaption>
        <Bars counts={counts} totals={totals} words={barsWords('Events', over, counts)} />
      </figure>
      <ol className="statistics-actors" aria-label="Most active">
        <li className="statistics-caption" aria-hidden="true">
          Most active
        </li>
        {actors.map((actor) => (
          <li key={actor.id}>
            <Actor actor={actor} />
          </li>
        ))}
      </ol>
      <figure className="statistics-figure is-ties">
        <figcaption>
          <span>
            New ties {per}
            {among}
          </span>{' '}
          <span>{span}</span>
        </figcaption>
        <Bars counts={newTies} totals={null} words={barsWords('New ties', over, newTies)} />
      </figure>
    </>
  );
}

function Actor({ actor }: { readonly actor: StatisticsAnswer['actors'][number] }) {
  const { id, name, kind, events } = actor;
  const facet = facetOf(kind);
  const use = useApp((state) => valueUse(state.choices, facet, id));
  const choose = useApp((state) => state.choose);
  const setHighlight = useApp((state) => state.setHighlight);
  const isOn = use === 'any' || use === 'all';
  const light = (): void => setHighlight({ kind: 'actor', id });
  const unlight = (): void => setHighlight(null);
  return (
    <button
      type="button"
      className="statistics-actor"
      aria-label={`${name}, ${eventsWords(events)}`}
      aria-pressed={isOn}
      title={`Filter by ${name}`}
      onClick={() => choose((now) => withUse(now, facet, id, isOn ? null : 'any'))}
      onPointerEnter={light}
      onPointerLeave={unlight}
      onFocus={light}
      onBlur={unlight}
    >
      <span className="statistics-name" dir="auto">
        {name}
      </span>
      <span className="statistics-count">{numberWords(events)}</span>
    </button>
  );
}
