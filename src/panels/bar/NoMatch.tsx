import { useEffect, useState } from 'react';
import { SearchX } from 'lucide-react';
import { DEFAULT_CHOICES, queryOf, withoutFilters } from '../../state/choices.ts';
import { useApp } from '../../state/hooks.tsx';
import { chipsOf, type Chip } from '../chips.ts';
import { eventsWords } from '../names.ts';
import { useChips } from '../useChips.ts';

const NO_COUNTS: ReadonlyMap<string, number> = new Map();
/** The number of matches is all that is wanted. */
const NO_ROWS = { sort: { by: 'date', isDescending: false }, offset: 0, limit: 0 } as const;

/** When nothing matches: says so, and what each filter's going would bring back. */
export function NoMatch() {
  const chips = useChips();
  const choose = useApp((state) => state.choose);
  const counts = useCounts();
  const ways = chips
    .map((chip) => ({ chip, count: counts.get(chip.key) ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <div className="no-match">
      <SearchX aria-hidden className="no-match-icon" />
      <h2>No event matches all of this</h2>
      <ul className="no-match-ways">
        {ways.map(({ chip, count }) => (
          <li key={chip.key}>
            <button type="button" className="button" onClick={() => choose(chip.remove)}>
              {eventsWords(count)} without “{chip.words}”
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="button is-primary"
            onClick={() => choose(withoutFilters)}
          >
            Show all events
          </button>
        </li>
      </ul>
    </div>
  );
}

/** How many events would match without each chip, by its key, as far as known. */
function useCounts(): ReadonlyMap<string, number> {
  const history = useApp((state) => state.history);
  const clauses = useApp((state) => state.choices.clauses);
  const words = useApp((state) => state.choices.words);
  const during = useApp((state) => state.choices.during);
  const includesParts = useApp((state) => state.choices.includesParts);
  const askEvents = useApp((state) => state.askEvents);
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(NO_COUNTS);

  useEffect(() => {
    if (history === null) return undefined;
    const control = new AbortController();
    const choices = { ...DEFAULT_CHOICES, clauses, words, during, includesParts };
    const ask = async (chip: Chip): Promise<readonly [string, number]> => {
      const query = queryOf(chip.remove(choices));
      const answer = await askEvents({ query, ...NO_ROWS }, control.signal);
      return [chip.key, answer.matched];
    };
    Promise.all(chipsOf(choices, history).map(ask)).then(
      (entries) => setCounts(new Map(entries)),
      // Without the counts the ways on still work: they are a help, not the answer.
      () => setCounts(NO_COUNTS),
    );
    return () => control.abort();
  }, [history, clauses, words, during, includesParts, askEvents]);
  return counts;
}
