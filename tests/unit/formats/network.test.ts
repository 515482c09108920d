import { describe, expect, it } from 'vitest';
import { opened, readingOf } from './opened.ts';

function gexf(inner: string, graph = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf version="1.3" xmlns="http://gexf.net/1.3"><meta><title>Friends.gexf</title></meta>
<graph ${graph}>${inner}</graph></gexf>`;
}

function graphml(inner: string): string {
  return `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
<key id="d0" for="node" attr.name="country" attr.type="string"><default>FR</default></key>
<key id="d1" for="node" attr.name="type" attr.type="string"/>
<key id="d2" for="edge" attr.name="weight" attr.type="double"/>
<key id="d3" for="edge" attr.name="start" attr.type="string"/><key id="d4" for="edge" attr.name="end" attr.type="string"/>
<graph edgedefault="directed">${inner}</graph></graphml>`;
}

describe('GEXF', () => {
  it('becomes actors and ties, without events', () => {
    const { dataset, report } = readingOf(
      gexf(`<attributes class="node"><attribute id="0" title="Country" type="string"/>
        <attribute id="1" title="kind" type="string"><default>Organization</default></attribute></attributes>
        <nodes><node id="a" label="R&D &amp; Co"><attvalues><attvalue for="0" value="Spain"/>
          <attvalue for="secret" value="7"/></attvalues><viz:color r="1" xmlns:viz="x"/></node>
        <node id="b" label="Bea"><attvalues><attvalue for="1" value="person"/></attvalues></node></nodes>
        <edges><edge id="0" source="a" target="b" weight="2.5" label="funds" type="directed"/></edges>`),
      'friends.gexf',
    );
    expect(dataset).toMatchObject({
      title: 'Friends',
      events: [],
      places: [{ id: 'spain', name: 'Spain', kind: 'country' }],
      actors: [
        { id: 'a', name: 'R&D & Co', kind: 'organisation', place: 'spain' },
        { id: 'b', name: 'Bea', kind: 'person' },
      ],
      ties: [{ from: 'a', to: 'b', weight: 2.5, kind: 'funds' }],
    });
    expect(dataset.actors?.[0]?.description).toContain('- secret: 7');
    expect(report).toMatchObject({
      format: 'gexf',
      unitsTotal: 3,
      actorsTotal: 2,
      tiesTotal: 1,
      problems: [],
    });
    expect(report.notes.join(' ')).toContain('does not declare, by their ids: secret');
  });

  it('gives ties the times in which they held', () => {
    const { dataset } = readingOf(
      gexf(
        `<attributes class="edge" mode="dynamic"><attribute id="w" title="Weight" type="float"/></attributes>
        <nodes><node id="a"/><node id="b"/></nodes><edges>
        <edge source="a" target="b" start="2009-03-01" end="2010"/>
        <edge source="a" target="b"><spells><spell start="2011"/><spell end="2001-02-03T00:00:00"/></spells></edge>
        <edge source="a" target="b" weight="9"><attvalues><attvalue for="w" value="2" start="2012" end="2013"/>
          <attvalue for="w" value="3" start="2014"/></attvalues></edge>
        <edge source="a" target="b" timestamp="2015"/></edges>`,
        'mode="dynamic" timeformat="date"',
      ),
    );
    expect(dataset.ties?.map(({ date, weight }) => [date, weight])).toEqual([
      ['2009-03-01/2010', undefined],
      ['2011/..', undefined],
      ['../2001-02-03', undefined],
      ['2012/2013', 2],
      ['2014/..', 3],
      ['2015', undefined],
    ]);
  });

  it('takes numbers for years or instants only where they can be', () => {
    const dated = (start: string, end: string) => {
      const { dataset, report } = readingOf(
        gexf(
          `<nodes><node id="a"/><node id="b"/></nodes>
          <edges><edge source="a" target="b" start="${start}" end="${end}"/></edges>`,
          'timeformat="double"',
        ),
      );
      return [dataset.ties?.[0]?.date, report.notes.some((note) => note.includes('plain numbers'))];
    };
    expect(dated('1999.0', '2001.5')).toEqual(['1999/2001', false]);
    expect(dated('1356998400000', '1388534400000')).toEqual(['2013-01-01/2014-01-01', false]);
    expect(dated('1356998400', 'Infinity')).toEqual(['2013-01-01/..', false]);
    expect(dated('1', '3')).toEqual([undefined, true]);
  });

  it('keeps what lies in what', () => {
    const { dataset } = readingOf(
      gexf(`<nodes><node id="whole"><nodes><node id="part"/></nodes></node><node id="other" pid="whole"/></nodes>
        <edges/>`),
    );
    expect(dataset.actors?.map(({ partOf }) => partOf)).toEqual([
      undefined,
      [{ actor: 'whole' }],
      [{ actor: 'whole' }],
    ]);
  });

  it('lists what leads nowhere and hands it back as it came', () => {
    const edge = '<edge id="7" source="a" target="nobody"/>';
    const { dataset, report } = readingOf(
      gexf(`<nodes><node id="a"/><node id="a" label="again"/></nodes>\n<edges>${edge}</edges>`),
    );
    expect(dataset.actors).toHaveLength(1);
    expect(report.leftOut).toEqual([
      { place: 'node 2, line 3', raw: '<node id="a" label="again"/>' },
      { place: 'edge 1, line 4', raw: edge },
    ]);
    expect(report.problems.map(({ place }) => place)).toEqual([
      'node 2, line 3, id',
      'edge 1, line 4, target',
    ]);
  });

  it('expands no entity and asks nobody for one', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE gexf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">
      <!ENTITY file SYSTEM "file:///etc/passwd">]>
      <gexf><graph><nodes><node id="x" label="&b;&file;"/></nodes></graph></gexf>`;
    const { dataset, report } = readingOf(bomb);
    expect(dataset.actors?.[0]?.name).toBe('&b;&file;');
    expect(report.problems[0]?.found).toContain('undefined entity');
  });

  it('says of one without nodes that it holds no network', () => {
    const result = opened(gexf('<nodes/>'));
    expect(result.kind === 'refused' && result.failure.message).toContain('not one node');
  });
});

describe('GraphML', () => {
  it('is read with its attributes, and what yEd draws as labels', () => {
    const { dataset } = readingOf(
      graphml(`<node id="n0"><data key="d1">person</data><data key="d6"><y:ShapeNode><y:Geometry height="30"/>
        <y:NodeLabel>Jane Doe<y:LabelModel><y:SmartNodeLabelModel distance="4"/></y:LabelModel></y:NodeLabel>
        </y:ShapeNode></data></node>
        <node id="n1" yfiles.foldertype="group"><data key="d6"><y:GroupNode><y:NodeLabel>The Group</y:NodeLabel></y:GroupNode></data>
          <graph><node id="n1::n0"><data key="d0">Spain</data></node></graph></node>
        <edge source="n0" target="n1::n0"><data key="d2">3.0</data><data key="d3">2001</data><data key="d4">2003-05</data>
          <data key="d10"><y:PolyLineEdge><y:EdgeLabel>advises</y:EdgeLabel></y:PolyLineEdge></data></edge>`),
      'drawing.graphml',
    );
    expect(dataset).toMatchObject({
      title: 'drawing',
      actors: [
        { id: 'n0', name: 'Jane Doe', kind: 'person', place: 'fr' },
        { id: 'n1', name: 'The Group' },
        { id: 'n1::n0', name: 'n1::n0', partOf: [{ actor: 'n1' }], place: 'spain' },
      ],
      places: [{ id: 'fr', country: 'FR' }, { id: 'spain' }],
      ties: [{ from: 'n0', to: 'n1::n0', kind: 'advises', weight: 3, date: '2001/2003-05' }],
    });
  });

  it('is read where the end of the file is missing', () => {
    const { dataset, report } = readingOf(
      graphml('<node id="a"/><node id="b"/><edge source="a" target="b"/>').replace(
        '</graph></graphml>',
        '<node id="c"',
      ),
    );
    expect(dataset.ties).toHaveLength(1);
    expect(report.problems.length).toBeGreaterThan(0);
  });
});

describe('networks as JSON', () => {
  it('are read as graphology writes them', () => {
    const { dataset, report } = readingOf(
      JSON.stringify({
        attributes: { name: 'Links' },
        options: { type: 'undirected' },
        nodes: [
          { key: '1', attributes: { label: 'Institute', country: 'Italy', x: 1, tag_a: '0' } },
          { key: '2', attributes: { label: 'Museum', actor_type: 'Museums', tag_a: '1' } },
        ],
        edges: [
          { source: '1', target: '2', attributes: { weight: 4, kind: 'cites' } },
          { source: '1', target: '9' },
        ],
      }),
    );
    expect(report.format).toBe('graphology');
    expect(dataset).toMatchObject({
      title: 'Links',
      actors: [
        { id: '1', name: 'Institute', kind: 'organisation', place: 'italy' },
        { id: '2', sector: 'Museums', description: '- tag\\_a: 1' },
      ],
      ties: [{ from: '1', to: '2', weight: 4, kind: 'cites' }],
    });
    expect(dataset.actors?.[0]?.description).toBeUndefined();
    expect(report.leftOut.map(({ place }) => place)).toEqual(['edges[1]']);
  });

  it('are read as lists of nodes and links, by id, by place or in Cytoscape’s wrapping', () => {
    const tie = [{ from: 'B', to: 'A', weight: 2 }];
    for (const graph of [
      { nodes: [{ id: 'A' }, { id: 'B' }], links: [{ source: 'B', target: 'A', value: 2 }] },
      { nodes: [{ name: 'A' }, { name: 'B' }], links: [{ source: 1, target: 0, value: 2 }] },
      { nodes: [{ id: 'A' }, { id: 'B' }], edges: [{ from: 'B', to: 'A', weight: 2 }] },
      {
        elements: {
          nodes: [{ data: { id: 'A' } }, { data: { id: 'B' } }],
          edges: [{ data: { source: 'B', target: 'A', weight: 2 } }],
        },
      },
    ]) {
      const { dataset, report } = readingOf(JSON.stringify(graph));
      expect(report.format).toBe('node-link');
      expect(dataset.ties).toEqual(tie);
    }
  });

  it('keep keys that mean something to a program as plain words', () => {
    const { dataset } = readingOf(
      '{"nodes": [{"key": "__proto__", "attributes": {"__proto__": "x", "constructor": "y"}}, {"key": "constructor"}],' +
        ' "edges": [{"source": "__proto__", "target": "constructor"}]}',
    );
    expect(dataset.actors?.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(dataset.ties).toEqual([{ from: '__proto__', to: 'constructor' }]);
    expect(dataset.actors?.[0]?.description).toContain('constructor: y');
  });

  it('say what was guessed, and what looks encoded twice', () => {
    const { report } = readingOf(
      '{"nodes": [{"id": "dÃ©veloppement"}, {"id": "Ana"}], "links": []}',
    );
    expect(report.notes.join('\n')).toContain('taken for people');
    expect(report.notes.join('\n')).toContain('A name looks as if encoded twice');
  });
});
