import type { Neighbour } from '../../engine/port/network.ts';
import { useApp } from '../../state/hooks.tsx';
import { numberWords } from '../names.ts';
import { EventList } from './EventList.tsx';
import { Opens } from './names.tsx';
import { Section } from './Section.tsx';

/** With whom the selected actor is tied, how, and by which events: what the network draws, in words. */
export function Ties({ actor }: { readonly actor: string }) {
  const answer = useApp((state) => state.neighbours);
  if (answer?.actor !== actor || answer.neighbours.length === 0) return null;
  const { neighbours, total } = answer;
  return (
    <Section title={total === 1 ? '1 tie' : `${numberWords(total)} ties`}>
      <ul className="ties">
        {neighbours.map((neighbour) => (
          <li key={neighbour.id} className="tie">
            <Opens to={{ kind: 'actor', id: neighbour.id }}>{neighbour.name}</Opens>
            {neighbour.isTentative ? <span className="tag">planned or mentioned</span> : null}
            <TieWords neighbour={neighbour} />
          </li>
        ))}
      </ul>
      {total > neighbours.length ? <p className="aside">The {neighbours.length} closest.</p> : null}
    </Section>
  );
}

/** "3 events together, part of", which opens to those events. */
function TieWords({ neighbour: { ties, events, eventsTotal } }: { readonly neighbour: Neighbour }) {
  const words = ties.join(', ');
  if (events.length === 0) return <span className="tie-words">{words}</span>;
  return (
    <details className="tie-events">
      <summary>{words}</summary>
      <EventList events={events} />
      {eventsTotal > events.length ? (
        <p className="aside">
          The first {events.length} of {numberWords(eventsTotal)}.
        </p>
      ) : null}
    </details>
  );
}
