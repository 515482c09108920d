import type { Source } from '../model/types.ts';
import { ExternalLink, webAddress } from '../ui/ExternalLink.tsx';

/** "Reference 7: On-line safety …, no address given"; a link where the source has an address. */
export function SourceLine({ source }: { readonly source: Source }) {
  return (
    <span className="source">
      {source.number === undefined ? null : `Reference ${source.number}: `}
      <ExternalLink href={source.url}>
        <bdi>{source.title}</bdi>
      </ExternalLink>
      {source.publisher === undefined ? null : `, ${source.publisher}`}
      {webAddress(source.url) === null ? (
        <span className="source-none">, no address given</span>
      ) : null}
    </span>
  );
}
