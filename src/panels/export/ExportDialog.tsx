/*
 * The dialog that takes things along: choose a format, save the file.
 * Knows: the store, what export makes. Must not know: how a file is made, what a view draws.
 */
import { useId, useState } from 'react';
import { Download, Printer } from 'lucide-react';
import { assertNever } from '../../base/assertNever.ts';
import { oneFile } from '../../base/oneFile.ts';
import type { Surroundings, Work } from '../../export/takeAlong.ts';
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
import { useApp, useAppStore } from '../../state/hooks.tsx';
import type { DrawsArrangement } from '../../ui/arrangement.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { chipsOf } from '../chips.ts';
import {
  COLOURS,
  COLOUR_WORDS,
  FORMAT_WORDS,
  KINDS,
  NO_SCENES,
  PNG_SIZES,
  PNG_SIZE_WORDS,
  type Kind,
} from './formats.ts';
import { Choice } from './Choice.tsx';
import { Said } from './Said.tsx';
import { useWork } from './useWork.ts';
import './exportDialog.css';

interface ExportDialogProps {
  readonly Arrangement: DrawsArrangement;
  readonly onClose: () => void;
}

/** The view's place on the page (App.tsx), whose size a picture takes. */
const VIEW = '[role="tabpanel"]';
const STRIP = '.statistics[data-shown]';
const LEAST = { widthPx: 960, heightPx: 540 };
const MOST = { widthPx: 1920, heightPx: 1080 };

export function ExportDialog({ Arrangement, onClose }: ExportDialogProps) {
  const store = useAppStore();
  const [kind, setKind] = useState<Kind>('svg');
  const [theme, setTheme] = useState<Theme>(() => themeOf(document.documentElement));
  const [size, setSize] = useState<PngSize>('double');
  const [areNotesWanted, setNotesWanted] = useState(false);
  const { state, start, cancel } = useWork();
  const hasScenes = useApp(({ briefing }) => briefing.scenes.some(({ hidden }) => hidden !== true));
  const name = useId();
  const isBusy = state.kind === 'busy';

  const make = (work: Work): Promise<MadeFile> => {
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
      default:
        return assertNever(kind);
    }
  };
  const save = async (work: Work): Promise<string> => {
    const file = await make(work);
    work.signal.throwIfAborted();
    download(file.content, file.name);
    return `Saved “${file.name}”, ${sizeWords(file.content.size)}.`;
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
      <fieldset className="export-formats">
        <legend>Format</legend>
        {KINDS.map((each) => {
          const words = FORMAT_WORDS[each];
          const isOff = words.isOfBriefing && !hasScenes;
          return (
            <label key={each} className={`export-format ${isOff ? 'is-off' : ''}`}>
              <input
                type="radio"
                name={name}
                value={each}
                checked={kind === each}
                disabled={isOff}
                aria-describedby={`${name}-${each}`}
                data-first-focus={kind === each || undefined}
                onChange={() => setKind(each)}
              />
              <span className="export-format-name">{words.name}</span>
              <span id={`${name}-${each}`} className="export-format-hint">
                {isOff ? NO_SCENES : words.hint}
              </span>
            </label>
          );
        })}
      </fieldset>
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
        {kind === 'pdf' ? (
          <Switch label="With speaker’s notes" isOn={areNotesWanted} onChange={setNotesWanted} />
        ) : null}
      </div>
    </Dialog>
  );
}

function surroundings(store: Surroundings['store'], Arrangement: DrawsArrangement): Surroundings {
  const box = document.querySelector(VIEW)?.getBoundingClientRect();
  const strip = document.querySelector(STRIP);
  return {
    store,
    Arrangement,
    filterWords: (choices, history) => chipsOf(choices, history).map(({ words }) => words),
    home: homeAddress(),
    strip: strip instanceof HTMLElement ? strip : null,
    widthPx: Math.round(Math.min(MOST.widthPx, Math.max(LEAST.widthPx, box?.width ?? 0))),
    heightPx: Math.round(Math.min(MOST.heightPx, Math.max(LEAST.heightPx, box?.height ?? 0))),
  };
}

/**
 * Where links lead: a file that was made from a page leads back to that page. One without such a page leads to
 * a file of its name, wherever that lies: where it lies here is nobody's business.
 */
function homeAddress(): string {
  const home = oneFile()?.home ?? '';
  if (home !== '') return home;
  const here = location.href.replace(/#.*$/su, '');
  return location.protocol === 'file:' ? here.slice(here.lastIndexOf('/') + 1) : here;
}

function sizeWords(bytes: number): string {
  return bytes < 1e6 ? `${String(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
