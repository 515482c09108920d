import type { Figure } from '../../model/types.ts';
import { figureWords } from '../../model/figureWords.ts';

/** Each figure on a card: the amount large, what it counts below. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <ul className="figures" aria-label="Figures">
      {figures.map((figure) => {
        const { amount, unit, over } = figureWords(figure);
        return (
          <li key={`${amount} ${unit} ${figure.label ?? ''}`} className="figure">
            <span className="figure-amount">{amount}</span>{' '}
            <span className="figure-words" dir="auto">
              {[unit, over, figure.label]
                .filter((part) => part !== undefined && part !== '')
                .join(', ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
