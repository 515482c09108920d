import { useRef, useState } from 'react';
import { Menu, MenuButton, MenuItem, MenuProvider, MenuSeparator } from '@ariakit/react';
import { Ellipsis, Plus, Redo2, Undo2 } from 'lucide-react';
import { useStore } from 'zustand/react';
import { readBriefing, wordsOf } from '../../document/briefingFile.ts';
import { replaceAll } from '../../document/sceneCommands.ts';
import { isSameValue } from '../../document/sceneEdits.ts';
import type { BriefingStore } from '../../state/briefingDocument.ts';
import { saveBriefing } from './saveBriefing.ts';

interface BriefingBarProps {
  readonly document: BriefingStore;
  readonly title: string;
  readonly onAdd: () => void;
  readonly onSay: (words: string) => void;
}

/** What is done with the briefing as a whole. */
export function BriefingBar({ document, title, onAdd, onSay }: BriefingBarProps) {
  const last = useStore(document, (state) => state.past.at(-1)?.words ?? null);
  const next = useStore(document, (state) => state.future[0]?.words ?? null);
  const isChanged = useStore(document, (state) => !isSameValue(state.scenes, state.original));
  const hasOriginal = useStore(document, (state) => state.original.length > 0);
  const { undo, redo, perform, putBack } = document.getState();
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const load = async (file: File): Promise<void> => {
    const read = readBriefing(await file.text());
    if (!read.ok) {
      setProblem(read.error);
      return;
    }
    perform(replaceAll(read.value.scenes, `load ${file.name}`));
    const { problems } = read.value;
    const more = problems.length > 1 ? ` And ${String(problems.length - 1)} more.` : '';
    setProblem(problems.length === 0 ? null : `Not all of it: ${wordsOf(problems[0])}${more}`);
    onSay(`${String(read.value.scenes.length)} scenes were loaded. Undo brings the others back.`);
  };

  return (
    <div className="making-bar">
      <button type="button" className="button is-primary" onClick={onAdd}>
        <Plus aria-hidden />
        Add scene
      </button>
      <span className="making-bar-end">
        <StepButton name="Undo" words={last} Icon={Undo2} act={undo} onSay={onSay} />
        <StepButton name="Redo" words={next} Icon={Redo2} act={redo} onSay={onSay} />
        <MenuProvider placement="bottom-end">
          <MenuButton
            className="button is-icon is-quiet"
            aria-label="Options for the briefing"
            title="Options"
          >
            <Ellipsis aria-hidden />
          </MenuButton>
          <Menu
            className="menu"
            aria-label="Options for the briefing"
            gutter={4}
            portal={false}
            fixed
            unmountOnHide
          >
            <MenuItem
              className="menu-item"
              onClick={() => saveBriefing(title, document.getState().scenes)}
            >
              Download the briefing
            </MenuItem>
            <MenuItem className="menu-item" onClick={() => picker.current?.click()}>
              Load a briefing…
            </MenuItem>
            <MenuSeparator className="menu-separator" />
            <MenuItem
              className="menu-item"
              disabled={!isChanged}
              onClick={() => {
                putBack();
                onSay('The original was put back. Undo brings your changes back.');
              }}
            >
              {hasOriginal ? 'Put back the original' : 'Delete all scenes'}
            </MenuItem>
          </Menu>
        </MenuProvider>
      </span>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Briefing file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void load(file);
          event.currentTarget.value = '';
        }}
      />
      {problem === null ? null : (
        <p className="making-problem" role="alert">
          {problem}{' '}
          <button type="button" className="text-button" onClick={() => setProblem(null)}>
            Close
          </button>
        </p>
      )}
    </div>
  );
}

interface StepButtonProps {
  readonly name: 'Undo' | 'Redo';
  /** What would be undone or done again; null: nothing. */
  readonly words: string | null;
  readonly Icon: typeof Undo2;
  readonly act: () => void;
  readonly onSay: (words: string) => void;
}

/** Its name says what it would do: the header has buttons of the same sign for what is shown. */
function StepButton({ name, words, Icon, act, onSay }: StepButtonProps) {
  const label = words === null ? `${name} in the briefing` : `${name}: ${words}`;
  return (
    <button
      type="button"
      className="button is-icon is-quiet"
      aria-label={label}
      title={label}
      aria-disabled={words === null}
      onClick={
        words === null
          ? undefined
          : () => {
              act();
              onSay(`${name === 'Undo' ? 'Undone' : 'Done again'}: ${words}.`);
            }
      }
    >
      <Icon aria-hidden />
    </button>
  );
}
