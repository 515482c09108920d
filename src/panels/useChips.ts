import { useApp } from '../state/hooks.tsx';
import { chipsOf, type Chip } from './chips.ts';

const NO_CHIPS: readonly Chip[] = [];

/** The chips of the present choices; untouched by a pan or a zoom. */
export function useChips(): readonly Chip[] {
  const history = useApp((state) => state.history);
  const clauses = useApp((state) => state.choices.clauses);
  const words = useApp((state) => state.choices.words);
  const during = useApp((state) => state.choices.during);
  return history === null ? NO_CHIPS : chipsOf({ clauses, words, during }, history);
}
