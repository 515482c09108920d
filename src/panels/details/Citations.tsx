import type { CitedSource } from '../../engine/port.ts';
import { kerningClass } from '../../ui/Prose.tsx';
import { SourceLine } from '../SourceLine.tsx';
import { Section } from './Section.tsx';

/** The account's own words, and what they refer to. */
export function Citations({ citations }: { readonly citations: readonly CitedSource[] }) {
  if (citations.length === 0) return null;
  return (
    <Section title="From the account">
      <CitationList citations={citations} />
    </Section>
  );
}

export function CitationList({ citations }: { readonly citations: readonly CitedSource[] }) {
  return citations.map((citation) => (
    <Quotation
      key={`${citation.source.id} ${citation.locator ?? ''} ${citation.quote ?? ''}`}
      citation={citation}
    />
  ));
}

function Quotation({ citation }: { readonly citation: CitedSource }) {
  const { source, locator, quote, cites } = citation;
  return (
    <figure className="quotation">
      {quote === null ? null : (
        <blockquote dir="auto">
          <p className={kerningClass(quote)}>“{quote}”</p>
        </blockquote>
      )}
      <figcaption>
        <p className="quotation-source">
          {source.number === undefined ? (
            <cite dir="auto">{source.title}</cite>
          ) : (
            <SourceLine source={source} />
          )}
          {locator === null ? null : `, ${locator}`}
        </p>
        {cites.length === 0 ? null : (
          <ul className="quotation-cites" aria-label="Referring to">
            {cites.map((cited) => (
              <li key={cited.id}>
                <SourceLine source={cited} />
              </li>
            ))}
          </ul>
        )}
      </figcaption>
    </figure>
  );
}
