import { useId, type ReactNode } from 'react';

/** A part of the details under its heading. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  const titleId = useId();
  return (
    <div role="group" aria-labelledby={titleId} className="details-section">
      <h3 id={titleId}>{title}</h3>
      {children}
    </div>
  );
}
