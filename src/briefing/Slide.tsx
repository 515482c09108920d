/*
 * A scene as it is shown: words on the one side, a live view on the other.
 * Knows: a scene, its fork. Must not know: which window it stands in, the session, keys.
 *
 *   ┌ when and where · ┬ picture ───────────┐
 *   │ title            │                    │
 *   │ text, steps      │                    │
 *   │ figures          │                    │
 *   │ sources          │                    │
 *   └──────────────────┴────────────────────┘
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { shortWords, statedWords, statusWords } from '../model/dateWords.ts';
import { sourcesWords, stageFigure } from '../model/sceneWords.ts';
import type { Scene } from '../model/types.ts';
import type { AppState } from '../state/appState.ts';
import { decodeChoices } from '../state/codec.ts';
import { fitToHistory } from '../state/fit.ts';
import { AppStoreProvider, useApp } from '../state/hooks.tsx';
import type { Fork } from '../state/fork.ts';
import { joinNotices } from '../state/notices.ts';
import type { DrawsArrangement } from '../ui/arrangement.ts';
import { kerningClass, Prose } from '../ui/Prose.tsx';
import { fitWords } from './fitWords.ts';
import { viewAt } from './places.ts';
import { usePicture } from './usePicture.ts';
import { usePictureScale } from './usePictureScale.ts';
import { useStanding } from './useStanding.ts';

export interface SlideProps {
  readonly scene: Scene;
  readonly step: number;
  /** The choices' string where somebody looks closer than the scene does. */
  readonly look: string | null;
  readonly onLook: ((look: string) => void) | null;
  /** Hears what the scene names that the history does not hold, in words; null where nothing is amiss. */
  readonly onAmiss?: ((words: string | null) => void) | undefined;
  /** Hears the choices' string whose picture stands; null while one is on its way. */
  readonly onStanding?: ((view: string | null) => void) | undefined;
  readonly Arrangement: DrawsArrangement;
}

export function Slide({ scene, step, look, onLook, onAmiss, onStanding, Arrangement }: SlideProps) {
  const ground = useRef<HTMLDivElement>(null);
  const view = viewOf(scene, step, look);
  const fork = usePicture({ view, onLook, ground });
  usePictureScale(ground, view);
  const language = useApp((state) => state.history?.language ?? undefined);

  useStanding({ fork, ground, view, onStanding });

  return (
    <article className="slide" lang={language}>
      <Words key={scene.id} scene={scene} step={step} fork={fork} view={view} onAmiss={onAmiss} />
      <div ref={ground} className="slide-picture">
        <div className="slide-scaled">
          {fork === null ? null : (
            <AppStoreProvider store={fork.store}>
              <Standing Arrangement={Arrangement} />
            </AppStoreProvider>
          )}
        </div>
      </div>
    </article>
  );
}

/** The choices' string that a slide shows. */
export function viewOf(scene: Scene, step: number, look: string | null): string {
  return look ?? viewAt(scene, step);
}

interface WordsProps extends Pick<SlideProps, 'scene' | 'step' | 'onAmiss'> {
  readonly fork: Fork | null;
  readonly view: string;
}

/** The column of words, at the largest type that stands in its place. */
function Words({ scene, step, fork, view, onAmiss }: WordsProps) {
  const words = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const column = words.current;
    const slide = column?.closest<HTMLElement>('.slide');
    if (!column || !slide) return undefined;
    const fit = (): void => fitWords(slide, column);
    fit();
    let isThere = true;
    // Until its faces have loaded, a text has another length.
    void document.fonts.ready.then(() => {
      if (isThere) fit();
      return null;
    });
    const observer = new ResizeObserver(fit);
    observer.observe(slide);
    return () => {
      isThere = false;
      observer.disconnect();
    };
  }, []);

  return (
    <div ref={words} className="slide-words">
      <div className="slide-said">
        <p className="slide-when">
          {fork === null ? null : (
            <AppStoreProvider store={fork.store}>
              <WhenAndWhere />
              {onAmiss === undefined ? null : <Amiss view={view} onAmiss={onAmiss} />}
            </AppStoreProvider>
          )}
        </p>
        <h1 className={`slide-title ${kerningClass(scene.title)}`} dir="auto">
          {scene.title}
        </h1>
        {scene.text === undefined ? null : <Prose className="slide-text" text={scene.text} />}
        <Steps scene={scene} step={step} />
      </div>
      <div className="slide-proof">
        <Figures scene={scene} />
        <Sources scene={scene} />
      </div>
    </div>
  );
}

/** A fork's history stands a moment after it was made. */
function Standing({ Arrangement }: { readonly Arrangement: DrawsArrangement }) {
  const hasHistory = useApp((state) => state.history !== null);
  return hasHistory ? <Arrangement isStage /> : null;
}

/** More letters than stand beside each other over a scene's title. */
const ONE_LINE = 30;

/** Of what is lit; what was said stays until the next is known. */
function WhenAndWhere() {
  const details = useApp((state) => state.details);
  const isSelected = useApp((state) => state.choices.selection !== null);
  const [said, setSaid] = useState<AppState['details']>(null);
  if (details !== null && details !== said) setSaid(details);
  if (!isSelected || said?.kind !== 'event') return null;
  const place = said.places[0]?.[0]?.name;
  const words = statedWords(statusWords(said.date, said.status));
  const date = words.length > ONE_LINE ? shortWords(words) : words;
  const when = date.slice(0, 1).toUpperCase() + date.slice(1);
  return place === undefined ? when : `${when} · ${place}`;
}

interface AmissProps {
  readonly view: string;
  readonly onAmiss: (words: string | null) => void;
}

/** What the scene names that is not there: filters by the history's lists, an event by its answer. */
function Amiss({ view, onAmiss }: AmissProps) {
  const notice = useApp((state) => state.notice);
  const history = useApp((state) => state.history);
  useEffect(() => {
    if (history === null) return;
    const { choices, problems } = decodeChoices(view);
    const all = [...problems, ...fitToHistory(choices, history).problems];
    onAmiss(joinNotices(notice, all));
  }, [history, notice, onAmiss, view]);
  return null;
}

/** All of them have their room from the start, so that nothing moves when one is due. */
function Steps({ scene, step }: { readonly scene: Scene; readonly step: number }) {
  const said = (scene.steps ?? []).flatMap(({ text }, index) =>
    text === undefined ? [] : { text, index },
  );
  if (said.length === 0) return null;
  return (
    <ul className="slide-steps">
      {said.map(({ text, index }) => (
        <li
          key={index}
          data-state={index >= step ? 'to-come' : index === step - 1 ? 'due' : 'said'}
          aria-hidden={index >= step || undefined}
        >
          <Prose text={text} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ scene }: { readonly scene: Scene }) {
  const figures = scene.figures ?? [];
  if (figures.length === 0) return null;
  return (
    <ul className="slide-figures">
      {figures.map((figure) => {
        const { amount, caption, words } = stageFigure(figure);
        return (
          <li key={`${words} ${figure.label ?? ''}`}>
            <span className="slide-amount" aria-hidden="true">
              {amount}
            </span>
            <span className="slide-caption" aria-hidden="true">
              {caption}
            </span>
            <span className="visually-hidden">{words}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Sources({ scene }: { readonly scene: Scene }) {
  const sources = useApp((state) => state.history?.sources);
  const words = sourcesWords(scene.citations ?? [], sources ?? []);
  return words === '' ? null : <p className="slide-sources">{words}</p>;
}
