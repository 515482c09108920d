/*
 * What is wrong with a value that somebody writes into a scene, in words for the place beside the field.
 * Knows: the dataset's schema. Must not know: React, how a field looks.
 */
import { safeParse } from 'valibot';
import { figureSchema, sceneSchema } from '../model/schema.ts';
import type { Figure, Scene } from '../model/types.ts';
import { withFields, type SceneFields } from './sceneCommands.ts';

/** Null where the scene may hold these fields; what the schema says of the first that it may not. */
export function fieldProblem(scene: Scene, fields: SceneFields): string | null {
  const read = safeParse(sceneSchema, withFields(scene, fields), { abortEarly: true });
  return read.success ? null : sentence(read.issues[0].message);
}

export type FigureField = keyof Figure;

/** A figure as it is written: every field a text, empty where nothing is said. */
export type WrittenFigure = Readonly<
  Record<'value' | 'unit' | 'label' | 'qualifier' | 'currency', string>
>;

export interface ReadFigure {
  /** Null while it cannot be taken. */
  readonly figure: Figure | null;
  /** By field, what was expected there. */
  readonly problems: Readonly<Partial<Record<FigureField, string>>>;
}

/** What stays of a figure beside the fields that can be written. */
export function readFigure(written: WrittenFigure, kept: Partial<Figure> = {}): ReadFigure {
  const number = numberOf(written.value);
  const raw = {
    ...kept,
    ...leaveOutEmpty({
      label: written.label,
      qualifier: written.qualifier,
      currency: written.currency.trim(),
    }),
    value: number,
    unit: written.unit,
  };
  const read = safeParse(figureSchema, raw);
  // The schema's own type has what it checked.
  if (read.success) return { figure: read.output, problems: {} };
  const problems: Partial<Record<FigureField, string>> = {};
  for (const { path, message } of read.issues) {
    const field = path?.[0]?.key;
    if (isFigureField(field)) problems[field] ??= sentence(message);
  }
  return { figure: null, problems };
}

/** "1,200" and "1 200" are what people write; anything else that is no number is not guessed at. */
function numberOf(text: string): number | null {
  const bare = text.trim().replaceAll(/(?<=\d)[,\s\u00A0\u202F](?=\d{3}(?:\D|$))/g, '');
  return /^[-−+]?(?:\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare.replace('−', '-')) : null;
}

function leaveOutEmpty(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

function isFigureField(key: unknown): key is FigureField {
  return typeof key === 'string' && Object.hasOwn(figureSchema.entries, key);
}

function sentence(expected: string): string {
  return `Expected here: ${expected}.`;
}
