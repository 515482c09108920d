/*
 * What the fields of one form share: its values, its problems, who is named in it.
 * Knows: React's context, drafts. Must not know: what a field looks like, who saves.
 */
import { createContext, use } from 'react';
import type { AnyRecord } from '../../document/history/commands.ts';
import type { Draft } from '../../document/history/draft.ts';
import type { FieldProblems } from './draft.ts';
import type { NamedList } from './fields.ts';

export type Path = readonly (string | number)[];

export interface Form {
  readonly draft: Draft;
  readonly problems: FieldProblems;
  /** `made` comes into the history with the record, if it is still named then. */
  readonly put: (path: Path, value: unknown, made?: AnyRecord) => void;
  /** What a record is called; its id where it is not known. */
  readonly nameOf: (list: NamedList, id: string) => string;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = use(FormContext);
  if (form === null) throw new Error('A field stands in a form.');
  return form;
}
