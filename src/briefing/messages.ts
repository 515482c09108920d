/*
 * What the windows of a briefing say to each other, and how it is checked before anything is believed.
 * Knows: the session, scenes. Must not know: how messages travel.
 */
import {
  array,
  boolean,
  finite,
  integer,
  literal,
  maxEntries,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  record,
  safeParse,
  strictObject,
  string,
  variant,
  type InferOutput,
} from 'valibot';
import { sceneSchema } from '../model/schema.ts';
import type { Scene } from '../model/types.ts';
import { POINTERS, type Session } from './session.ts';

/** Counts up when a message means something else than before; windows of different age do not talk. */
const WIRE_VERSION = 1;

const id = pipe(string(), maxLength(1000));
const milliseconds = pipe(number(), finite());
const share = pipe(number(), minValue(0), maxValue(1));

const placeSchema = strictObject({
  scene: id,
  step: pipe(number(), integer(), minValue(0), maxValue(1000)),
});

const sessionSchema = strictObject({
  revision: pipe(number(), integer(), minValue(0)),
  author: id,
  place: placeSchema,
  frozenAt: nullable(placeSchema),
  isBlack: boolean(),
  isAway: boolean(),
  isCovered: boolean(),
  look: nullable(pipe(string(), maxLength(100_000))),
  pointer: picklist(POINTERS),
  timing: strictObject({
    spentMs: milliseconds,
    sceneMs: pipe(record(id, milliseconds), maxEntries(1000)),
    runningSinceMs: nullable(milliseconds),
  }),
});

export const ROLES = ['stage', 'presenter'] as const;
export type Role = (typeof ROLES)[number];

const head = {
  version: literal(WIRE_VERSION),
  /** Which briefing: two may be given in one browser. */
  briefing: id,
  /** Which window, by a name that it makes up when it loads. */
  from: id,
  role: picklist(ROLES),
};

const messageSchema = variant('kind', [
  /** Asks whoever is there to say how things stand. */
  strictObject({ ...head, kind: literal('hello') }),
  strictObject({ ...head, kind: literal('here'), session: sessionSchema }),
  /** The scenes as edited, which the other window's file does not have. */
  strictObject({
    ...head,
    kind: literal('scenes'),
    scenes: pipe(array(sceneSchema), maxLength(500)),
  }),
  /** The pointer, in parts of the slide's width and height; null: taken away. */
  strictObject({
    ...head,
    kind: literal('point'),
    at: nullable(strictObject({ x: share, y: share })),
  }),
  strictObject({ ...head, kind: literal('bye') }),
]);

export type Message = InferOutput<typeof messageSchema>;
type Body<M> = M extends Message ? Omit<M, keyof typeof head> : never;
/** A message without what stands on every one. */
export type MessageBody =
  | Exclude<Body<Message>, { readonly kind: 'scenes' }>
  | { readonly kind: 'scenes'; readonly scenes: readonly Scene[] };

export interface Sender {
  readonly briefing: string;
  readonly from: string;
  readonly role: Role;
}

export function messageOf(sender: Sender, body: MessageBody): unknown {
  return { version: WIRE_VERSION, ...sender, ...body };
}

/** Null for whatever is not a message of another window of this briefing. */
export function readMessage(data: unknown, own: Sender): Message | null {
  const read = safeParse(messageSchema, data);
  if (!read.success) return null;
  const message = read.output;
  return message.briefing === own.briefing && message.from !== own.from ? message : null;
}

/** A session out of storage; null where that holds none. */
export function readSession(text: string | null): Session | null {
  if (text === null) return null;
  try {
    const read = safeParse(sessionSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    // Not JSON: written by something else.
    return null;
  }
}
