import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Prose } from '../../src/ui/Prose.tsx';

function htmlOf(text: string): string {
  const { container } = render(<Prose text={text} />);
  return container.firstElementChild?.innerHTML ?? '';
}

test('paragraphs, emphasis, strong, lists and links become elements', () => {
  expect(htmlOf('One *two* **three**\n\n- a\n- b')).toBe(
    '<p>One <em>two</em> <strong>three</strong></p><ul><li><p>a</p></li><li><p>b</p></li></ul>',
  );
  render(<Prose text="[a page](https://example.org/page)" />);
  expect(screen.getByRole('link', { name: /^a page/u })).toHaveAttribute(
    'href',
    'https://example.org/page',
  );
});

test.each([
  ['<img src=x onerror=alert(1)>'],
  ['<script>alert(1)</script>'],
  ['# A heading'],
  ['`code`'],
  ['> quoted'],
  ['&lt;b&gt; &amp;'],
])('everything else stays the letters that it is: %s', (text) => {
  const { container } = render(<Prose text={text} />);
  expect(container.textContent).toBe(text);
  expect(container.querySelectorAll('p *')).toHaveLength(0);
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'page.html', 'vbscript:x'])(
  'a link to %s is text and no link',
  (address) => {
    render(<Prose text={`[press](${address})`} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('press')).toBeInTheDocument();
  },
);

test('a text that is nested or long beyond reason is shown as it stands', () => {
  const deep = '- '.repeat(3000) + 'x';
  const { container } = render(<Prose text={deep} />);
  expect(container.querySelectorAll('ul').length).toBeLessThan(10);
  expect(container.textContent).toContain('x');
  const long = '*a* '.repeat(6000);
  render(<Prose text={long} className="is-long" />);
  expect(document.querySelector('.is-long')?.textContent).toBe(long);
});
