/*
 * What a scene says, for a page or a slide: words, figures, notes, and its sources numbered.
 * Knows: scenes, sources. Must not know: how they are set, pictures.
 */
import { stageFigure, type StageFigure } from '../../model/sceneWords.ts';
import type { Citation, Scene, Source } from '../../model/types.ts';
import { sourceTitle } from '../sheet/words.ts';
import { plainBlocks, type Block } from './plainText.ts';

export interface SceneWords {
  readonly title: string;
  readonly text: readonly Block[];
  /** What is added step by step. */
  readonly steps: readonly string[];
  readonly figures: readonly StageFigure[];
  readonly notes: readonly Block[];
  /** In the order of their numbers, from 1. */
  readonly sources: readonly string[];
}

export function sceneWords(scene: Scene, sources: readonly Source[]): SceneWords {
  return {
    title: scene.title,
    text: plainBlocks(scene.text),
    steps: (scene.steps ?? []).flatMap(({ text }) =>
      text === undefined || text.trim() === '' ? [] : [text],
    ),
    figures: (scene.figures ?? []).map(stageFigure),
    notes: plainBlocks(scene.notes),
    sources: numberedSources(scene.citations ?? [], sources),
  };
}

/**
 * Each source that is cited, or that what is cited refers to, once, in the order in which it is named:
 * "The History Of WePROTECT, paragraph 1; paragraph 2", "BBC News, … (reference 2)".
 */
export function numberedSources(
  citations: readonly Citation[],
  sources: readonly Source[],
): readonly string[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const named = new Map<string, Set<string>>();
  const name = (id: string): Set<string> => {
    const locators = named.get(id) ?? new Set<string>();
    named.set(id, locators);
    return locators;
  };
  for (const { source, locator, cites = [] } of citations) {
    const locators = name(source);
    if (locator !== undefined) locators.add(locator);
    for (const id of cites) name(id);
  }
  return [...named].map(([id, locators]) => {
    const source = byId.get(id);
    const title = source === undefined ? id : sourceTitle(source);
    const places = locators.size === 0 ? '' : `, ${[...locators].join('; ')}`;
    const reference = source?.number === undefined ? '' : ` (reference ${String(source.number)})`;
    return title + places + reference;
  });
}
