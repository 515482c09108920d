/*
 * As much of a valibot schema as a walk through it needs: an object, a list, an optional, a leaf or a step.
 * Knows: shapes only. Must not know: valibot, which records there are.
 */

export interface SchemaPart {
  readonly kind?: string;
  readonly type?: string;
  readonly message?: unknown;
  readonly entries?: Readonly<Record<string, SchemaPart>>;
  readonly item?: SchemaPart;
  readonly wrapped?: SchemaPart;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly SchemaPart[];
  readonly requirement?: unknown;
  readonly metadata?: unknown;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
