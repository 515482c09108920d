import { useEffect, type ReactNode } from 'react';
import { markInUse } from './inUse.ts';

interface NoticeProps {
  readonly words: string;
  readonly more: string | null;
  readonly isAlert?: boolean;
  /** What can be done about it. */
  readonly children: ReactNode;
}

/** Something to be told for as long as it lasts. */
export function Notice({ words, more, isAlert = false, children }: NoticeProps) {
  return (
    <div className={`later-notice ${isAlert ? 'is-alert' : ''}`}>
      <p>
        <strong>{words}</strong> {more}
      </p>
      <div className="later-notice-ways">{children}</div>
    </div>
  );
}

/** While it is on the page no window takes a new version. */
export function InUse() {
  useEffect(() => markInUse(), []);
  return null;
}
