/*
 * The program's colours in one of its two themes, for what is written around pictures.
 * Knows: the design tokens. Must not know: what is drawn with them.
 */
import { colourOf } from './colours.ts';
import type { Theme } from './takePicture.ts';

const NAMES = [
  'ground',
  'ground-view',
  'ground-bar',
  'ink',
  'ink-soft',
  'ink-faint',
  'line',
  'line-strong',
  'accent',
  'hatch',
  'bar',
  'thread',
  'slot-0',
  'slot-1',
  'slot-2',
  'slot-3',
  'slot-4',
  'slot-5',
  'slot-6',
  'slot-7',
] as const;

export type Tokens = Readonly<Record<(typeof NAMES)[number], string>>;

/** Each as "#1f66ad". */
export function tokensOf(theme: Theme): Tokens {
  const probe = document.createElement('span');
  probe.style.colorScheme = theme;
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return colourOf(getComputedStyle(probe).color)?.hex ?? '#000000';
  };
  const tokens = Object.fromEntries(NAMES.map((name) => [name, read(name)]));
  probe.remove();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of these very names
  return tokens as Tokens;
}

/** What the page shows at the moment. */
export function themeOf(element: Element): Theme {
  const scheme = getComputedStyle(element).colorScheme;
  if (scheme === 'light' || scheme === 'dark') return scheme;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
