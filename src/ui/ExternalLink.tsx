import type { ReactNode } from 'react';
import { ExternalLink as Icon } from 'lucide-react';

/** An address out of a history, if it is one that a page may open: http or https. */
export function webAddress(text: string | undefined): string | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

interface ExternalLinkProps {
  readonly href: string | undefined;
  readonly children: ReactNode;
}

/** A link to another site, told nothing of where it was followed; plain text where the address is none. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  const address = webAddress(href);
  if (address === null) return children;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" className="external-link">
      {children}
      <Icon aria-hidden className="external-link-icon" />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
