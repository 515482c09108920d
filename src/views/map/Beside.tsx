/*
 * What the picture cannot show, beside it: places that nobody knows where to draw, events without a place.
 * Knows: the answer, choices. Must not know: the picture.
 */
import type { ReactNode } from 'react';
import type { PlaceCount, PlacesAnswer } from '../../engine/port/places.ts';
import { valueUse, withUse } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import { unlocated } from './layout.ts';
import { eventsWords, numberWords } from './words.ts';

interface BesideProps {
  /** The places stand without land around them. */
  readonly haveOutlinesFailed: boolean;
  readonly onRetry: () => void;
}

export function Beside({ haveOutlinesFailed, onRetry }: BesideProps): ReactNode {
  const places = useApp((state) => state.places);
  if (places === null) return null;
  const hidden = unlocated(places.places);
  const notes = notesOf(places);
  if (hidden.length === 0 && notes.length === 0 && !haveOutlinesFailed) return null;
  return (
    <div className={hidden.length === 0 ? 'map-beside is-brief' : 'map-beside'}>
      {hidden.length === 0 ? null : (
        <section aria-label="Places that are not on the map">
          <h2 className="map-beside-title">Not on the map</h2>
          <ul className="map-unlocated">
            {hidden.map((place) => (
              <li key={place.id}>
                <Unlocated place={place} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {notes.map((note) => (
        <p key={note} className="map-note">
          {note}
        </p>
      ))}
      {haveOutlinesFailed ? (
        <p className="map-note">
          The outlines of the countries could not be loaded.{' '}
          <button type="button" className="text-button" onClick={onRetry}>
            Try again
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Unlocated({ place }: { readonly place: PlaceCount }): ReactNode {
  const use = useApp((state) => valueUse(state.choices, 'place', place.id));
  const choose = useApp((state) => state.choose);
  const setHighlight = useApp((state) => state.setHighlight);
  const isOn = use === 'any' || use === 'all';
  const point = (): void => setHighlight({ kind: 'place', id: place.id });
  const leave = (): void => setHighlight(null);
  return (
    <button
      type="button"
      className="map-unlocated-place"
      aria-pressed={isOn}
      aria-label={`${place.name}, ${eventsWords(place.count)}`}
      onClick={() => choose((now) => withUse(now, 'place', place.id, isOn ? null : 'any'))}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <span className="map-unlocated-name" dir="auto">
        {place.name}
      </span>
      <span className="map-unlocated-count">{numberWords(place.count)}</span>
    </button>
  );
}

function notesOf({ places, placesTotal, arcs, arcsTotal, unplaced }: PlacesAnswer): string[] {
  const notes: string[] = [];
  if (unplaced > 0) {
    notes.push(`${eventsWords(unplaced)} ${unplaced === 1 ? 'names' : 'name'} no place`);
  }
  if (places.length < placesTotal) {
    notes.push(
      `The ${numberWords(places.length)} places with the most events, of ${numberWords(placesTotal)}`,
    );
  }
  if (arcs.length < arcsTotal) {
    notes.push(`The ${numberWords(arcs.length)} heaviest lines, of ${numberWords(arcsTotal)}`);
  }
  return notes;
}
