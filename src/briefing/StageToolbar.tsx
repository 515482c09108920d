import {
  ChevronLeft,
  ChevronRight,
  Grid2x2,
  LogOut,
  Maximize,
  MonitorUp,
  Moon,
  MousePointer2,
  NotebookText,
  Snowflake,
  type LucideIcon,
} from 'lucide-react';
import type { BriefingCommand } from './keys.ts';
import type { Session } from './session.ts';

interface StageToolbarProps {
  readonly session: Session;
  readonly isOverviewOpen: boolean;
  readonly areNotesShown: boolean;
  readonly isPresenterHere: boolean;
  readonly onCommand: (command: BriefingCommand) => boolean;
}

/** For mouse, finger and Tab; out of sight while the mouse rests and the focus is elsewhere. */
export function StageToolbar({
  session,
  isOverviewOpen,
  areNotesShown,
  isPresenterHere,
  onCommand,
}: StageToolbarProps) {
  const press = (
    command: BriefingCommand,
    name: string,
    Icon: LucideIcon,
    keys: string,
    isPressed?: boolean,
  ) => (
    <button
      type="button"
      className="stage-button"
      aria-label={name}
      title={`${name} (${keys})`}
      aria-pressed={isPressed}
      // The mouse leaves the focus where it is, so that the space bar goes on afterwards.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onCommand(command)}
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <div className="stage-toolbar" role="toolbar" aria-label="Briefing">
      {press('back', 'Back', ChevronLeft, 'PageUp')}
      {press('next', 'Next', ChevronRight, 'PageDown')}
      {press('overview', 'All scenes', Grid2x2, 'O', isOverviewOpen)}
      {press('black', 'Black screen', Moon, 'B', session.isBlack)}
      {press('freeze', 'Freeze', Snowflake, 'Z', session.frozenAt !== null)}
      {press('pointer', 'Pointer', MousePointer2, 'L', session.pointer !== 'off')}
      {press('notes', 'Notes', NotebookText, 'T', areNotesShown)}
      {press('presenter', 'Presenter’s window', MonitorUp, 'S', isPresenterHere)}
      {press('fullscreen', 'Fullscreen', Maximize, 'F')}
      {press('leave', 'Leave', LogOut, 'Esc')}
    </div>
  );
}
