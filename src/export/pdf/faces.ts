/*
 * The typefaces that go into a PDF: static cuts of the two that the page has, a file for each group of letters.
 * Knows: the packages' files. Must not know: PDF, what is written.
 */
import interCyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff?url';
import interCyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff?url';
import interGreek400 from '@fontsource/inter/files/inter-greek-400-normal.woff?url';
import interGreek600 from '@fontsource/inter/files/inter-greek-600-normal.woff?url';
import interLatin400 from '@fontsource/inter/files/inter-latin-400-normal.woff?url';
import interLatin600 from '@fontsource/inter/files/inter-latin-600-normal.woff?url';
import interLatinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?url';
import interLatinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff?url';
import interVietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff?url';
import interVietnamese600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff?url';
import ranges from '@fontsource/inter/unicode.json';
import serifLatin600 from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?url';
import serifLatinExt600 from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff?url';
import { hasOwnFile } from '../../base/oneFile.ts';
import { holdsAny } from '../files/fontFiles.ts';

/** As a PDF names them. */
export type Cut = 'Inter' | 'InterSemiBold' | 'SourceSerifSemiBold';

export interface FaceFile {
  /** A family of its own, since a PDF knows no ranges of letters. */
  readonly family: string;
  readonly cut: Cut;
  readonly url: string;
  readonly holds: (letter: string) => boolean;
}

type Range = Exclude<keyof typeof ranges, 'cyrillic-ext' | 'greek-ext'>;

function file(cut: Cut, range: Range, url: string): FaceFile {
  const known = new Map<string, boolean>();
  let isHere: boolean | null = null;
  return {
    family: `${cut}-${range}`,
    cut,
    url,
    holds(letter) {
      let isHeld = known.get(letter);
      if (isHeld === undefined) {
        isHere ??= hasOwnFile(url);
        isHeld = isHere && holdsAny(ranges[range], letter);
        known.set(letter, isHeld);
      }
      return isHeld;
    },
  };
}

/** Of several that hold a letter the first one is used. */
const FACE_FILES: readonly FaceFile[] = [
  file('Inter', 'latin', interLatin400),
  file('Inter', 'latin-ext', interLatinExt400),
  file('Inter', 'vietnamese', interVietnamese400),
  file('Inter', 'cyrillic', interCyrillic400),
  file('Inter', 'greek', interGreek400),
  file('InterSemiBold', 'latin', interLatin600),
  file('InterSemiBold', 'latin-ext', interLatinExt600),
  file('InterSemiBold', 'vietnamese', interVietnamese600),
  file('InterSemiBold', 'cyrillic', interCyrillic600),
  file('InterSemiBold', 'greek', interGreek600),
  file('SourceSerifSemiBold', 'latin', serifLatin600),
  file('SourceSerifSemiBold', 'latin-ext', serifLatinExt600),
];

export interface Run {
  readonly text: string;
  /** Null where none of the files holds these letters. */
  readonly file: FaceFile | null;
}

/** A line in pieces that each have one file; titles in other scripts than Latin take the text's own face. */
export function runsOf(text: string, cut: Cut): readonly Run[] {
  const runs: { text: string; file: FaceFile | null }[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    // A space goes with what is before it.
    const next = letter === ' ' && last !== undefined ? last.file : fileFor(letter, cut);
    if (last?.file === next) last.text += letter;
    else runs.push({ text: letter, file: next });
  }
  return runs;
}

function fileFor(letter: string, cut: Cut): FaceFile | null {
  const among = (wanted: Cut): FaceFile | undefined =>
    FACE_FILES.find((each) => each.cut === wanted && each.holds(letter));
  return among(cut) ?? (cut === 'SourceSerifSemiBold' ? among('InterSemiBold') : undefined) ?? null;
}
