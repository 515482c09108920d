import { Braces, FileCode, type LucideIcon } from 'lucide-react';
import { download } from '../../export/files/download.ts';
import { programFile, type MadeFile, type Work } from '../../export/takeAlong.ts';
import type { DeskWorker } from '../../formats/desk/client.ts';
import { useAppStore } from '../../state/hooks.tsx';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { dataFile } from '../export/dataFile.ts';
import { Said } from '../export/Said.tsx';
import { surroundings } from '../export/surroundings.ts';
import { useWork } from '../export/useWork.ts';

interface ShareFilesProps {
  readonly Arrangement: DrawsArrangement;
  readonly startFormats: () => DeskWorker;
}

/** For a history that is on this device alone: the files that hold all of it. */
export function ShareFiles({ Arrangement, startFormats }: ShareFilesProps) {
  const store = useAppStore();
  const { state, start, cancel } = useWork();
  const isBusy = state.kind === 'busy';
  const saving = (make: (work: Work) => Promise<MadeFile>) => async (work: Work) => {
    const file = await make(work);
    work.signal.throwIfAborted();
    download(file.content, file.name);
    return `Saved “${file.name}”. Send it as you send any file.`;
  };
  return (
    <div className="share-files">
      <p>
        This history is on this device alone, so an address would lead nobody to it. Hand it on as a
        file:
      </p>
      <FileButton
        Icon={FileCode}
        name="One HTML file"
        hint="For readers: program, history and briefing in one file that opens by double click, without a network"
        isFirst
        isBusy={isBusy}
        onClick={() => start(saving((work) => programFile(surroundings(store, Arrangement), work)))}
      />
      <FileButton
        Icon={Braces}
        name="Threadline JSON"
        hint="For whoever goes on with it: opened here with Open, edited, kept and compared"
        isFirst={false}
        isBusy={isBusy}
        onClick={() =>
          start(
            saving((work) =>
              dataFile(
                { store, startFormats, writer: 'threadline', isPart: false, home: '' },
                work,
              ),
            ),
          )
        }
      />
      <Said state={state} onCancel={cancel} />
    </div>
  );
}

interface FileButtonProps {
  readonly Icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onClick: () => void;
}

function FileButton({ Icon, name, hint, isFirst, isBusy, onClick }: FileButtonProps) {
  return (
    <button
      type="button"
      className="share-file"
      aria-disabled={isBusy}
      data-first-focus={isFirst || undefined}
      onClick={onClick}
    >
      <Icon aria-hidden />
      <span className="share-file-name">{name}</span>
      <span className="share-file-hint">{hint}</span>
    </button>
  );
}
