/* The presenter's parts that need no picture: time against the plan, notes, buttons. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NotesPane } from '../../../src/briefing/NotesPane.tsx';
import { PresenterControls } from '../../../src/briefing/PresenterControls.tsx';
import { clockWords, PresenterTime } from '../../../src/briefing/PresenterTime.tsx';
import { newSession, type Act, type Session } from '../../../src/briefing/session.ts';
import type { Scene } from '../../../src/model/types.ts';

const SCENES: readonly Scene[] = [
  {
    id: 'a',
    title: 'Speech',
    view: 'v=1',
    notes: 'Say *announced*, not went.',
    plannedSeconds: 60,
  },
  { id: 'b', title: 'Summit', view: 'v=1', plannedSeconds: 120 },
  { id: 'c', title: 'Spare', view: 'v=1', hidden: true, plannedSeconds: 600 },
];
const SESSION = newSession('stage', { scene: 'a', step: 0 }, 1);

function spent(spentMs: number): Session {
  return { ...SESSION, timing: { spentMs, sceneMs: { a: spentMs }, runningSinceMs: null } };
}

describe('the time', () => {
  const show = (session: Session): void => {
    render(<PresenterTime session={session} scenes={SCENES} onAct={() => undefined} />);
  };

  it('stands at nothing before the first advance, beside the plan of what is shown today', () => {
    show(SESSION);
    expect(screen.getByRole('timer', { name: 'Elapsed' })).toHaveTextContent('0:00');
    const time = screen.getByRole('region', { name: 'Time' });
    expect(time).toHaveTextContent('of 3:00');
    expect(time).toHaveTextContent('of 1:00');
    expect(screen.getByRole('button', { name: 'Start the clock' })).toBeVisible();
  });

  it('says in words when a scene is over its plan', () => {
    show(spent(61_000));
    expect(screen.getByRole('timer', { name: 'This scene' })).toHaveTextContent('1:01');
    expect(screen.getByRole('region', { name: 'Time' })).toHaveTextContent('over the plan of 1:00');
    expect(screen.getByRole('button', { name: 'Go on with the clock' })).toBeVisible();
  });

  it('is worded in minutes, and in hours where there are some', () => {
    expect([0, 59_999, 725_000, 3_723_000].map(clockWords)).toEqual([
      '0:00',
      '0:59',
      '12:05',
      '1:02:03',
    ]);
  });
});

describe('notes', () => {
  it('are set larger and smaller, as far as there are sizes', async () => {
    const user = userEvent.setup();
    render(<NotesPane scene={SCENES[0] ?? { id: '', title: '', view: '' }} />);
    const text = screen.getByText('announced').closest('.notes-text');
    const sizes: string[] = [];
    const size = (): string => (text instanceof HTMLElement ? text.style.fontSize : '');
    for (let turn = 0; turn < 8; turn += 1) {
      sizes.push(size());
      await user.click(screen.getByRole('button', { name: 'Larger notes' }));
    }
    expect(new Set(sizes).size).toBe(4);
    expect(screen.getByRole('button', { name: 'Larger notes' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    for (let turn = 0; turn < 8; turn += 1) {
      await user.click(screen.getByRole('button', { name: 'Smaller notes' }));
    }
    expect(size()).toBe('1rem');
  });

  it('say so where a scene has none', () => {
    render(<NotesPane scene={SCENES[1] ?? { id: '', title: '', view: '' }} />);
    expect(screen.getByRole('region', { name: 'Notes' })).toHaveTextContent('No notes');
  });
});

describe('the buttons', () => {
  it('say what they do and whether it holds, and a list goes to any scene', async () => {
    const user = userEvent.setup();
    const onAct = vi.fn<(act: Act) => void>();
    const onCommand = vi.fn<(command: string) => boolean>(() => true);
    render(
      <PresenterControls
        session={{ ...SESSION, isBlack: true, look: 'v=1&q=x' }}
        scenes={SCENES.slice(0, 2)}
        at={0}
        onAct={onAct}
        onCommand={onCommand}
      />,
    );
    const black = screen.getByRole('button', { name: 'Black' });
    expect(black).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('button', { name: 'Freeze' })).toHaveAttribute('aria-pressed', 'false');
    for (const name of ['Back', 'Next', 'Black', 'Freeze', 'Back to the scene']) {
      await user.click(screen.getByRole('button', { name }));
    }
    expect(onCommand.mock.calls.flat()).toEqual(['back', 'next', 'black', 'freeze', 'return']);
    // The mouse has left the focus where it was: the space bar goes on with the briefing.
    expect(document.body).toHaveFocus();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Go to scene' }), '2. Summit');
    expect(onAct).toHaveBeenCalledWith({ kind: 'go', place: { scene: 'b', step: 0 } });
  });
});
