import type { Scene } from '../model/types.ts';
import type { BriefingCommand } from './keys.ts';
import type { Act, Session } from './session.ts';

interface PresenterControlsProps {
  readonly session: Session;
  /** The scenes that are shown, and which of them this is. */
  readonly scenes: readonly Scene[];
  readonly at: number;
  readonly onAct: (act: Act) => void;
  readonly onCommand: (command: BriefingCommand) => boolean;
}

const POINTER_NAMES: Readonly<Record<Session['pointer'], string>> = {
  off: 'Pointer',
  dot: 'Pointer: dot',
  spotlight: 'Pointer: spotlight',
};

export function PresenterControls({
  session,
  scenes,
  at,
  onAct,
  onCommand,
}: PresenterControlsProps) {
  const press = (command: BriefingCommand, name: string, isPressed?: boolean, isMain = false) => (
    <button
      type="button"
      className={isMain ? 'button is-primary' : 'button'}
      aria-pressed={isPressed}
      // The mouse leaves the focus where it is, so that the space bar goes on afterwards.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCommand(command)}
    >
      {name}
    </button>
  );
  return (
    <div className="presenter-controls" role="toolbar" aria-label="Briefing">
      {press('back', 'Back')}
      {press('next', 'Next', undefined, true)}
      {press('black', 'Black', session.isBlack)}
      {press('freeze', 'Freeze', session.frozenAt !== null)}
      {press('cover', 'Hide until next', session.isCovered)}
      {press('pointer', POINTER_NAMES[session.pointer], session.pointer !== 'off')}
      {session.look === null ? null : press('return', 'Back to the scene')}
      {press('overview', 'All scenes')}
      <select
        className="select"
        aria-label="Go to scene"
        value={scenes[at]?.id}
        onChange={(event) => {
          onAct({ kind: 'go', place: { scene: event.target.value, step: 0 } });
          // The keys go on with the briefing, not with the list.
          event.target.blur();
        }}
      >
        {scenes.map((scene, index) => (
          <option key={scene.id} value={scene.id}>
            {index + 1}. {scene.title}
          </option>
        ))}
      </select>
    </div>
  );
}
