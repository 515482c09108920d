import { deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkable, unplaced } from '../../../scripts/oneFile.ts';
import { holdsAny } from '../../../src/export/files/fontFiles.ts';
import { scriptJson, withHistory } from '../../../src/export/files/oneFile.ts';
import { scaleOf } from '../../../src/export/files/pngFile.ts';
import { runsOf } from '../../../src/export/pdf/faces.ts';
import { unpackWoff } from '../../../src/export/pdf/woff.ts';
import { colourOf, over } from '../../../src/export/picture/colours.ts';
import { mendText } from '../../../src/export/slides/mendDeck.ts';

describe('colours', () => {
  test.each([
    ['rgb(31, 102, 173)', '#1f66ad', 1],
    ['rgba(31, 102, 173, 0.5)', '#1f66ad', 0.5],
    ['color(srgb 1 0.5 0)', '#ff8000', 1],
    ['color(srgb 0 0 1 / 0.25)', '#0000ff', 0.25],
    ['oklab(1 0 0)', '#ffffff', 1],
    ['oklab(0.627955 0.224863 0.125846)', '#ff0000', 1],
    ['#A1B2C3', '#a1b2c3', 1],
    ['transparent', '#000000', 0],
  ])('%s', (text, hex, alpha) => {
    expect(colourOf(text)).toEqual({ hex, alpha });
  });

  test.each(['none', 'url("#hatch")', 'currentcolor', ''])('%j is none', (text) => {
    expect(colourOf(text)).toBeNull();
  });

  test('over a ground they mix', () => {
    expect(over({ hex: '#000000', alpha: 0.5 }, 0.5, '#ffffff')).toBe('#bfbfbf');
  });
});

describe('letters', () => {
  test.each([
    ['U+0100-02BA,U+2C7F', 'ž', true],
    ['U+0100-02BA,U+2C7F', 'z', false],
    ['U+2C7F', 'Ɀ', true],
    ['U+??', 'ÿ', true],
    ['U+??', 'Ā', false],
    ['U+4??', 'Я', true],
    ['', 'anything', true],
  ])('%s holds %s: %j', (range, letters, isHeld) => {
    expect(holdsAny(range, letters)).toBe(isHeld);
  });

  test('a line is cut where its faces change, and spaces stay with what is before them', () => {
    const runs = runsOf('Łódź – Ελλάδα 漢字!', 'Inter');
    expect(runs.map(({ text, file }) => [text, file?.family ?? null])).toEqual([
      ['Ł', 'Inter-latin-ext'],
      ['ód', 'Inter-latin'],
      ['ź ', 'Inter-latin-ext'],
      ['– ', 'Inter-latin'],
      ['Ελλάδα ', 'Inter-greek'],
      ['漢字', null],
      ['!', 'Inter-latin'],
    ]);
    expect(runsOf('Я', 'SourceSerifSemiBold')[0]?.file?.family).toBe('InterSemiBold-cyrillic');
  });

  test('a packed typeface comes out as the TrueType file that it was', async () => {
    const woff = readFileSync(
      new URL(
        '../../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff',
        import.meta.url,
      ),
    );
    const sfnt = await unpackWoff(new Uint8Array(woff).buffer);
    const view = new DataView(sfnt.buffer);
    expect(view.getUint32(0)).toBe(0x00010000);
    const count = view.getUint16(4);
    const tags = Array.from({ length: count }, (_, i) => 12 + 16 * i).map((at) => {
      const offset = view.getUint32(at + 8);
      const length = view.getUint32(at + 12);
      const tag = String.fromCodePoint(...sfnt.subarray(at, at + 4));
      // Each table adds up to the checksum that the font gives of it; head's leaves its own field out.
      const padded = new Uint8Array((length + 3) & ~3);
      padded.set(sfnt.subarray(offset, offset + length));
      if (tag === 'head') padded.fill(0, 8, 12);
      const words = new DataView(padded.buffer);
      let sum = 0;
      for (let i = 0; i < padded.length; i += 4) sum = (sum + words.getUint32(i)) >>> 0;
      expect(sum).toBe(view.getUint32(at + 4));
      return tag;
    });
    expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca', 'maxp']));
  });

  test('what is no typeface is refused', async () => {
    await expect(unpackWoff(new Uint8Array(deflateSync('nothing')).buffer)).rejects.toThrow(
      'damaged',
    );
  });
});

describe('pixels', () => {
  test.each([
    ['screen', 1000, 600, 1],
    ['double', 1000, 600, 2],
    ['4k', 1920, 1080, 2],
    ['4k', 100, 8000, 2.048],
  ] as const)('%s of %d by %d', (size, width, height, scale) => {
    expect(scaleOf(size, width, height)).toBe(scale);
  });
});

describe('one file', () => {
  const page = [
    '<title>Threadline</title>',
    '<meta name="threadline-home" content="">',
    '<style data-letters="U+0-ff">latin</style>',
    '<style data-letters="U+370-3ff">greek</style>',
    '<script type="text/plain" data-file="a.woff" data-letters="U+400-45f">QUJD</script>',
    '<script type="application/json" id="threadline-history">null</script>',
    '<script id="rest"></script>',
  ].join('\n');
  const history = { title: '</script><!--', events: ['$& &amp; 漢\u2028'] };

  test('nothing in a history ends the element that it stands in', () => {
    const text = scriptJson(history);
    expect(text).not.toContain('<');
    expect(text).not.toContain('\u2028');
    expect(JSON.parse(text)).toEqual(history);
  });

  test('takes a history, its title and the way back, letter by letter', () => {
    const file = withHistory(page, {
      history,
      title: 'A & B</title>',
      home: 'https://a.org/?x="1"',
    });
    expect(file).toContain('<title>A &amp; B&lt;/title&gt; – Threadline</title>');
    expect(file).toContain('content="https://a.org/?x=&quot;1&quot;"');
    const [, text = ''] = /id="threadline-history">([^<]*)<\/script>/u.exec(file) ?? [];
    expect(JSON.parse(text)).toEqual(history);
    expect(file.endsWith('<script id="rest"></script>')).toBe(true);
  });

  test('takes along the typefaces that the history has letters for', () => {
    const faces = (text: string): string[] =>
      ['latin', 'greek', 'QUJD'].filter((each) =>
        withHistory(page, { history: text, title: '', home: '' }).includes(`>${each}<`),
      );
    expect(faces('plain')).toEqual(['latin']);
    expect(faces('Ελλάδα')).toEqual(['latin', 'greek']);
    expect(faces('Россия')).toEqual(['latin', 'QUJD']);
  });

  test('can be filled again from itself', () => {
    const once = withHistory(page, { history, title: 'One', home: 'https://a.org/' });
    const twice = withHistory(once, { history: { events: [] }, title: 'Two', home: '' });
    expect(twice).toBe(withHistory(page, { history: { events: [] }, title: 'Two', home: '' }));
  });

  test('refuses a page without the places for them', () => {
    expect(() => withHistory('<p>', { history, title: '', home: '' })).toThrow(
      'not as it should be',
    );
  });

  test('modules are linked by name, now and later', () => {
    const code =
      'import{a}from"./a.js";import"./b.js";export*from"./c.js";let d=()=>import(`./d.js`);export{a,d}';
    expect(linkable('x.js', code)).toBe(
      'import{a}from"threadline:a.js";import"threadline:b.js";export*from"threadline:c.js";let d=()=>threadlineFile.load("d.js");export{a,d}',
    );
    expect(() => linkable('x.js', 'import(x)')).toThrow('only its running tells');
  });

  test('modules no longer ask where they lie', () => {
    const { code, beside } = unplaced(
      'x.js',
      'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./a.js"])))=>i.map(i=>d[i]);var w=""+new URL(`w.js`,import.meta.url).href,f=new URL("f.woff",import.meta.url).href',
    );
    expect(beside).toEqual(['w.js', 'f.woff']);
    expect(code).toBe(
      'const __vite__mapDeps=()=>[];var w=""+new URL(`w.js`,"own:/assets/").href,f=new URL("f.woff","own:/assets/").href',
    );
  });
});

describe('slides', () => {
  test('lines of notes become paragraphs, in the history’s language', () => {
    const xml = '<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>one\ntwo</a:t></a:r></a:p>';
    expect(mendText(xml, 'fr"<')).toBe(
      '<a:p><a:r><a:rPr lang="fr" dirty="0"/><a:t>one</a:t></a:r></a:p><a:p><a:r><a:rPr lang="fr" dirty="0"/><a:t>two</a:t></a:r></a:p>',
    );
  });
});
