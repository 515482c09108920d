/*
 * The dialog that takes things along: choose a format, save the file.
 * Knows: the store, what export makes. Must not know: how a file is made, what a view draws.
 */
import { useState } from 'react';
import { Download, Printer } from 'lucide-react';
import { assertNever } from '../../base/assertNever.ts';
import type { Work } from '../../export/takeAlong.ts';
import type { PngSize } from '../../export/files/pngFile.ts';
import type { Theme } from '../../export/picture/takePicture.ts';
import { themeOf } from '../../export/picture/tokens.ts';
import { download } from '../../export/files/download.ts';
import {
  handoutFile,
  pictureFile,
  programFile,
  printHandout,
  slidesFileOf,
  type MadeFile,
} from '../../export/takeAlong.ts';
import type { DeskWorker } from '../../formats/desk/client.ts';
import { isFiltered } from '../../state/choices.ts';
import { useApp, useAppStore } from '../../state/hooks.tsx';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Choice } from './Choice.tsx';
import { dataFile, type DataFile } from './dataFile.ts';
import { FormatChoice } from './FormatChoice.tsx';
import {
  COLOURS,
  COLOUR_WORDS,
  FORMAT_WORDS,
  PNG_SIZES,
  PNG_SIZE_WORDS,
  type Kind,
} from './formats.ts';
import { Said } from './Said.tsx';
import { surroundings } from './surroundings.ts';
import { Told } from './Told.tsx';
import { useWork } from './useWork.ts';
import './exportDialog.css';

interface ExportDialogProps {
  readonly Arrangement: DrawsArrangement;
  readonly startFormats: () => DeskWorker;
  readonly onClose: () => void;
}

/** Of which events. */
const EXTENTS = ['all', 'matching'] as const;
type Extent = (typeof EXTENTS)[number];

export function ExportDialog({ Arrangement, startFormats, onClose }: ExportDialogProps) {
  const store = useAppStore();
  const [kind, setKind] = useState<Kind>('svg');
  const [theme, setTheme] = useState<Theme>(() => themeOf(document.documentElement));
  const [size, setSize] = useState<PngSize>('double');
  const [areNotesWanted, setNotesWanted] = useState(false);
  const [extent, setExtent] = useState<Extent>('all');
  const [told, setTold] = useState<DataFile['told'] | null>(null);
  const { state, start, cancel } = useWork();
  const isFilteredNow = useApp(({ choices }) => isFiltered(choices));
  const matched = useApp(({ facets }) => facets?.matched ?? 0);
  const total = useApp(({ facets }) => facets?.total ?? 0);
  const extentWords = {
    all: `All ${String(total)}`,
    matching: `The ${String(matched)} that match the filters, without the briefing`,
  };
  const hasScenes = useApp(({ briefing }) => briefing.scenes.some(({ hidden }) => hidden !== true));
  const isBusy = state.kind === 'busy';

  const make = (work: Work): Promise<MadeFile | DataFile> => {
    const around = surroundings(store, Arrangement);
    switch (kind) {
      case 'svg':
        return pictureFile(around, { kind }, theme, work);
      case 'png':
        return pictureFile(around, { kind, size }, theme, work);
      case 'pdf':
        return handoutFile(around, theme, areNotesWanted, work);
      case 'pptx':
        return slidesFileOf(around, theme, work);
      case 'html':
        return programFile(around, work);
      case 'threadline':
      case 'csv':
      case 'timelinejs':
      case 'gexf':
      case 'graphml':
      case 'icalendar':
      case 'markdown': {
        const isPart = isFilteredNow && FORMAT_WORDS[kind].canBePart && extent === 'matching';
        return dataFile({ store, startFormats, writer: kind, isPart, home: around.home }, work);
      }
      default:
        return assertNever(kind);
    }
  };
  const save = async (work: Work): Promise<string> => {
    setTold(null);
    const file = await make(work);
    work.signal.throwIfAborted();
    download(file.content, file.name);
    const saved = `Saved “${file.name}”, ${sizeWords(file.content.size)}`;
    if (!('told' in file)) return `${saved}.`;
    setTold(file.told);
    const { writtenTotal, unitsTotal, unit } = file.told;
    return `${saved}: ${String(writtenTotal)} of ${String(unitsTotal)} ${unit}.`;
  };

  const print = async (work: Work): Promise<string> => {
    const pages = await printHandout(surroundings(store, Arrangement), areNotesWanted, work);
    return `Handed ${String(pages)} ${pages === 1 ? 'page' : 'pages'} to the printer’s dialog.`;
  };

  return (
    <Dialog
      title="Export"
      className="export-dialog"
      onClose={onClose}
      footer={
        <>
          <Said state={state} onCancel={cancel} />
          {kind === 'pdf' ? (
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => start(print)}
            >
              <Printer aria-hidden />
              Print
            </button>
          ) : null}
          <button
            type="button"
            className="button is-primary"
            aria-disabled={isBusy}
            onClick={() => start(save)}
          >
            <Download aria-hidden />
            Save file
          </button>
        </>
      }
    >
      <FormatChoice
        kind={kind}
        hasScenes={hasScenes}
        onChange={(next) => {
          setKind(next);
          setTold(null);
        }}
      />
      <div className="export-options">
        {FORMAT_WORDS[kind].hasColours ? (
          <Choice
            legend="Colours"
            value={theme}
            values={COLOURS}
            words={COLOUR_WORDS}
            onChange={setTheme}
          />
        ) : null}
        {kind === 'png' ? (
          <Choice
            legend="Size"
            value={size}
            values={PNG_SIZES}
            words={PNG_SIZE_WORDS}
            onChange={setSize}
          />
        ) : null}
        {isFilteredNow && FORMAT_WORDS[kind].canBePart ? (
          <Choice
            legend="Events"
            value={extent}
            values={EXTENTS}
            words={extentWords}
            onChange={setExtent}
          />
        ) : null}
        {kind === 'pdf' ? (
          <Switch label="With speaker’s notes" isOn={areNotesWanted} onChange={setNotesWanted} />
        ) : null}
      </div>
      {told === null ? null : <Told told={told} />}
    </Dialog>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
