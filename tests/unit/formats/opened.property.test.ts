import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../../src/model/parse.ts';
import { opened } from './opened.ts';

/** One small file of each kind, to be spoiled. */
const FILES: readonly string[] = [
  '{"version": 1, "title": "A", "actors": [{"id": "b", "name": "B", "kind": "person"}], "events": [{"id": "a", "title": "A", "date": "2014-02/2015", "actors": [{"actor": "b"}]}]}',
  '{"title": {"text": {"headline": "T"}}, "events": [{"start_date": {"year": "-44", "month": 3}, "end_date": {"year": 2}, "text": {"headline": "<b>A</b>", "text": "<ul><li>x<li>y</ul>"}, "media": {"url": "https://example.org/a.png"}, "group": "G"}], "eras": []}',
  'onJSONP({"timeline": {"headline": "T", "date": [{"startDate": "1975,1,1", "headline": "A", "asset": {"media": "http://youtu.be/x",},},],}});',
  '<?xml version="1.0"?><!DOCTYPE gexf [<!ENTITY a "b">]><gexf version="1.2"><graph mode="dynamic"><attributes class="node"><attribute id="0" title="country"/></attributes><nodes><node id="a" label="A &amp; B"><attvalues><attvalue for="0" value="FR"/></attvalues></node><node id="b"/></nodes><edges><edge source="a" target="b" weight="2" start="2010" end="2012"/></edges></graph></gexf>',
  '<graphml><key id="d0" for="node" attr.name="label"/><graph edgedefault="directed"><node id="a"><data key="d0"><![CDATA[A]]></data></node><edge source="a" target="a"/></graph></graphml>',
  '{"attributes": {"name": "N"}, "nodes": [{"key": "1", "attributes": {"label": "A", "x": 1}}], "edges": [{"source": "1", "target": "1", "attributes": {"weight": 2}}]}',
  'Title,Date,Who,URL\n"A, ""b""",02/03/2024,"X; Y",https://example.org\nB,March 2014,,\n',
];

interface Spoiling {
  readonly at: number;
  readonly removed: number;
  readonly put: string;
}

const aSpoiling: fc.Arbitrary<Spoiling> = fc.record({
  at: fc.nat(400),
  removed: fc.nat(30),
  put: fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom(
      '"',
      '<',
      '>',
      '</node>',
      '{',
      '}',
      '[',
      ']',
      ',',
      '&',
      '\\ud800',
      '\n',
      '1e999',
      'null',
    ),
  ),
});

describe('opening a file', () => {
  it('that is spoiled anywhere never throws, and what is read is sound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.array(aSpoiling, { minLength: 1, maxLength: 4 }),
        (file, spoilings) => {
          let text = file;
          for (const { at, removed, put } of spoilings) {
            text = text.slice(0, at) + put + text.slice(at + removed);
          }
          const result = opened(text);
          if (result.kind === 'refused') expect(result.failure.message).not.toBe('');
          else expect(parseDataset(result.dataset)).toMatchObject({ ok: true });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('of any bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const result = opened(bytes);
        expect(['read', 'refused']).toContain(result.kind);
      }),
      { numRuns: 1000 },
    );
  });
});
