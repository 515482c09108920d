/*
 * Parts of the presenter's window: whether the stage is there, what the room sees instead, the keys.
 * Knows: the session. Must not know: slides.
 */
import type { Scene } from '../model/types.ts';
import { BRIEFING_KEYS_HELP } from '../ui/briefingKeys.ts';
import type { BriefingInUse } from './useBriefing.ts';

interface StageStateProps {
  readonly briefing: BriefingInUse;
  readonly isBlocked: boolean;
  readonly onOpen: () => void;
  readonly onResume: () => void;
}

/** Whether the other window is there, and how to get it back. */
export function StageState({ briefing, isBlocked, onOpen, onResume }: StageStateProps) {
  const { isOtherHere, session, live } = briefing;
  if (isBlocked && !isOtherHere) {
    return (
      <p className="presenter-stage" role="alert">
        The browser kept the window from opening.{' '}
        <a href={live.otherAddress()} target="_blank" rel="opener">
          Open the stage
        </a>
      </p>
    );
  }
  return (
    <p className="presenter-stage" role="status">
      {!isOtherHere ? (
        <>
          The stage is not open.{' '}
          <button type="button" className="button" onClick={onOpen}>
            Open the stage
          </button>
        </>
      ) : session.isAway ? (
        <>
          The stage has been left.{' '}
          <button type="button" className="button" onClick={onResume}>
            Resume
          </button>
        </>
      ) : (
        'The stage is open.'
      )}
    </p>
  );
}

interface FlagsProps {
  readonly session: BriefingInUse['session'];
  readonly frozen: Scene | null;
}

/** What the room sees instead of this. */
export function Flags({ session, frozen }: FlagsProps) {
  return (
    <>
      {session.isBlack ? <b className="presenter-flag">The stage is black</b> : null}
      {session.isCovered ? <b className="presenter-flag">Hidden until you go on</b> : null}
      {frozen === null ? null : <b className="presenter-flag">Stage frozen at “{frozen.title}”</b>}
      {session.look === null ? null : <b className="presenter-flag">Looking closer</b>}
    </>
  );
}

export function KeysHelp() {
  return (
    <details className="presenter-keys">
      <summary>Keys</summary>
      <dl>
        {BRIEFING_KEYS_HELP.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
