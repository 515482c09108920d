import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { proseOf } from '../../../src/base/prose.ts';
import { lineFrom, proseFrom } from '../../../src/formats/html/prose.ts';

describe('HTML from strangers', () => {
  it('becomes the prose of a history', () => {
    const cases: Readonly<Record<string, string>> = {
      'plain text': 'plain text',
      'a &amp; b &eacute; &#233; &nope;': 'a & b é é &nope;',
      '<p>One</p><p>Two': 'One\n\nTwo',
      'One<br>two<br/>': 'One\\\ntwo',
      'One\n\nTwo\nthree': 'One\n\nTwo three',
      'a <b>bold</b> and <em>thin</em> word': 'a **bold** and *thin* word',
      '<a href="https://example.org/a?b=1&amp;c=2">there</a>':
        '[there](https://example.org/a?b=1\\&c=2)',
      '<ul><li>One<li>Two<ul><li>Three</ul></ul>': '- One\n- Two\n  - Three',
      '<ol><li>One</li><li>Two</li></ol>': '1. One\n2. Two',
      '<h3>Head</h3>Text': '**Head**\n\nText',
      '<script>run()</script>Text<style>p{}</style>': 'Text',
      '<a href="javascript:run()">press</a>': 'press',
      '<img src="https://example.org/a.png" alt="A room" onerror="run()">':
        '[A room](https://example.org/a.png)',
      '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>': 'a b\n\nc',
      '1 * 2 * 3 and snake_case_name': '1 * 2 * 3 and snake\\_case\\_name',
      '3 < 4 and 5 > 4': '3 < 4 and 5 > 4',
    };
    const found = Object.keys(cases).map((html) => [html, readAgain(proseFrom(html))]);
    expect(found).toEqual(Object.entries(cases).map(([html, prose]) => [html, readAgain(prose)]));
  });

  it('is one line in a title', () => {
    expect(lineFrom('A <b>life</b><br/>1963\n\n&ndash; <i>2012</i>')).toBe('A life 1963 – 2012');
    expect(lineFrom('<script>x</script>')).toBe('');
  });

  it('that is nested without end is letters', () => {
    const deep = '<b>'.repeat(50_000);
    expect(proseFrom(deep)).toBe(deep);
    expect(lineFrom(`${deep}x`)).toContain('<b>');
  });

  it('keeps its words, and no tag of it is ever read as one', () => {
    const aTag = fc.constantFrom(
      ...'<b> </b> <p> </p> <i> </i> <li> <ul> </ul> <br> <a href="https://e.org"> </a> <div'.split(
        ' ',
      ),
    );
    const aWord = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom('*', '_', '[x](y)', '- ', '1. ', '&lt;', '&', '  ', '\n', '`', '#', '\\'),
    );
    const someHtml = fc.array(fc.oneof(aTag, aWord), { maxLength: 12 });
    fc.assert(
      fc.property(someHtml, (parts) => {
        const prose = proseFrom(parts.join(''));
        const line = lineFrom(parts.join(''));
        expect(line).not.toMatch(/\n/u);
        const read = proseOf(prose);
        expect(read === null ? '' : letters(read)).toBe(line.replaceAll(/\s/gu, ''));
        for (const url of linksIn(prose)) expect(url).toMatch(/^https?:\/\//u);
      }),
      { numRuns: 1000 },
    );
  });
});

/** As it will be seen: what differs in escapes alone is the same. */
function readAgain(prose: string): unknown {
  return JSON.parse(
    JSON.stringify(proseOf(prose), (key, value: unknown) =>
      key === 'position' ? undefined : value,
    ),
  );
}

function letters(node: Nodes): string {
  if (node.type === 'text') return node.value.replaceAll(/\s/gu, '');
  return 'children' in node ? node.children.map(letters).join('') : '';
}

function linksIn(prose: string): readonly string[] {
  const links: string[] = [];
  JSON.stringify(proseOf(prose), (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'link') {
      links.push(String('url' in value ? value.url : ''));
    }
    return value;
  });
  return links;
}
