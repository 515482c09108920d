import { useEffect, useRef } from 'react';
import { TriangleAlert } from 'lucide-react';
import type { SourceAddress } from '../../engine/port.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import { readSource } from '../../state/source.ts';
import { FailureWords } from './ProblemList.tsx';

interface OpenFailureNoticeProps {
  readonly bundled: SourceAddress;
  /** What was being opened last; null where that was before the page. */
  readonly last: SourceAddress | null;
}

/** A history could not be opened: what is wrong and where, what stayed open, and the ways on. */
export function OpenFailureNotice({ bundled, last }: OpenFailureNoticeProps) {
  const failure = useApp((state) => state.openFailure);
  const stayed = useApp((state) => state.history?.title);
  const open = useApp((state) => state.open);
  const dismiss = useApp((state) => state.dismissOpenFailure);
  const store = useAppStore();
  const failed = last ?? addressOfPage();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (failure !== null) heading.current?.focus();
  }, [failure]);

  if (failure === null) return null;
  /** What the address asked for is still wanted when the first history comes at the second try. */
  const openAnew = (address: SourceAddress): void => {
    const { history, choices } = store.getState();
    if (history === null) open(address, choices);
    else open(address);
  };
  return (
    <section className="open-failure" aria-label="Not opened">
      <TriangleAlert aria-hidden className="failure-icon" />
      <div className="open-failure-words">
        <h2 ref={heading} tabIndex={-1}>
          This history could not be opened
        </h2>
        {failed === null ? null : <p className="open-failure-address">{failed.url}</p>}
        <FailureWords failure={failure} />
        {stayed === undefined ? null : (
          <p>
            <strong dir="auto">{stayed}</strong> stays open.
          </p>
        )}
        <div className="open-failure-ways">
          {failed === null ? null : (
            <button type="button" className="button" onClick={() => openAnew(failed)}>
              Try again
            </button>
          )}
          {stayed === undefined && failed?.isBundled !== true ? (
            <button type="button" className="button is-primary" onClick={() => open(bundled)}>
              Open the bundled history
            </button>
          ) : null}
          {stayed === undefined ? null : (
            <button type="button" className="button" onClick={dismiss}>
              Close
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

/** What the page was asked for, where that failed before there was a page. */
function addressOfPage(): SourceAddress | null {
  const source = readSource(location.search, document.baseURI);
  return source.ok ? source.value : null;
}
