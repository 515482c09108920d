import type { DataFile } from './dataFile.ts';

interface ToldProps {
  readonly told: DataFile['told'];
}

/** What the file that was written does not hold, and which events are not in it. */
export function Told({ told: { notes, notWritten } }: ToldProps) {
  if (notes.length === 0 && notWritten.length === 0) return null;
  return (
    <div className="export-told">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {notWritten.length === 0 ? null : (
        <details>
          <summary>
            {notWritten.length === 1
              ? '1 event does not fit this format'
              : `${String(notWritten.length)} events do not fit this format`}
          </summary>
          <ul>
            {notWritten.slice(0, LISTED).map(({ place, found, remedy }, i) => (
              // A list that was written once never changes: the index is the identity.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={i}>
                <strong dir="auto">{place}</strong>: {found}. {remedy}
              </li>
            ))}
          </ul>
          {notWritten.length > LISTED ? (
            <p>{`And ${String(notWritten.length - LISTED)} more.`}</p>
          ) : null}
        </details>
      )}
    </div>
  );
}

/** More than that nobody reads here. */
const LISTED = 200;
