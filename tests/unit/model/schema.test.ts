/**
 * Holds three descriptions of a dataset against one another: the types, the schema that the program
 * validates with, and the JSON Schema that is served. After a change to the schema or the descriptions,
 * `npm run schema` writes the JSON Schema anew.
 */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type { InferOutput } from 'valibot';
import { expect, expectTypeOf, test } from 'vitest';
import {
  actorSchema,
  citationSchema,
  datasetSchema,
  eventSchema,
  figureSchema,
  periodSchema,
  placeSchema,
  sceneSchema,
  sourceSchema,
  themeSchema,
  tieSchema,
} from '../../../src/model/schema.ts';
import type { Dataset } from '../../../src/model/types.ts';
import { DESCRIPTIONS } from './schemaDescriptions.ts';

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

test('the types and the schema say the same', () => {
  expectTypeOf<DeepReadonly<InferOutput<typeof datasetSchema>>>().toEqualTypeOf<Dataset>();
  // The line above is checked by the compiler; this one shows that it was not the wrong schema.
  expect(Object.keys(datasetSchema.entries)).toContain('events');
});

const definitions = {
  source: sourceSchema,
  citation: citationSchema,
  figure: figureSchema,
  actor: actorSchema,
  place: placeSchema,
  theme: themeSchema,
  event: eventSchema,
  tie: tieSchema,
  period: periodSchema,
  scene: sceneSchema,
};

/** The JSON Schema with its descriptions, and the fields and descriptions that found no partner. */
function described() {
  const { $schema, $defs, ...dataset } = toJsonSchema(datasetSchema, {
    target: 'draft-2020-12',
    definitions,
    // JSON has no other numbers; what an address must be beyond its pattern, no JSON Schema can say.
    ignoreActions: ['finite', 'check'],
  });
  const undescribed: string[] = [];
  const unused = new Set(
    Object.entries(DESCRIPTIONS).flatMap(([name, paths]) =>
      Object.keys(paths).map((path) => `${name} ${path}`),
    ),
  );
  const describe = (schema: JsonSchema, name: string, path: string): JsonSchema => {
    const isShared = schema.$ref !== undefined && path.endsWith('[]');
    const isPlainItem = path.endsWith('[]') && schema.type !== 'object';
    const description = DESCRIPTIONS[name]?.[path];
    if (description === undefined && !isShared && !isPlainItem) undescribed.push(`${name} ${path}`);
    unused.delete(`${name} ${path}`);
    const child = (inner: unknown, innerPath: string): JsonSchema =>
      describe(inner as JsonSchema, name, innerPath);
    return {
      ...(description !== undefined && { description }),
      ...schema,
      ...(schema.properties !== undefined && {
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([key, inner]) => [
            key,
            child(inner, path === '' ? key : `${path}.${key}`),
          ]),
        ),
      }),
      ...(schema.items !== undefined && { items: child(schema.items, `${path}[]`) }),
    };
  };
  const file = {
    $schema,
    title: 'Threadline dataset, version 1',
    ...describe(dataset, 'dataset', ''),
    $defs: Object.fromEntries(
      Object.entries($defs ?? {}).map(([name, inner]) => [
        name,
        describe(inner as JsonSchema, name, ''),
      ]),
    ),
  };
  return { file, undescribed, unused: [...unused] };
}

test('every field is described, and every description belongs to a field', () => {
  const { undescribed, unused } = described();
  expect({ undescribed, unused }).toEqual({ undescribed: [], unused: [] });
});

test('the served JSON Schema is what the program validates with (npm run schema writes it)', async () => {
  const text = `${JSON.stringify(described().file, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../../public/datasets/dataset.v1.schema.json');
});
