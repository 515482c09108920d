/*
 * A text as a QR code: the path of its dark squares.
 * Knows: the encoder. Must not know: React, what the text is.
 */
import { encode } from 'uqr';

/** White squares around it, without which cameras do not find it (ISO/IEC 18004, 6.3.8). */
const QUIET = 4;
/** What the densest QR code of the least correction holds (ISO/IEC 18004, table 7: 40-L). */
export const QR_BYTES = 2953;

export interface QrCode {
  /** Squares on a side, with the quiet ones. */
  readonly size: number;
  /** One unit a square. */
  readonly path: string;
}

/** Null where the text is longer than any QR code. */
export function qrCodeOf(text: string): QrCode | null {
  const bytes = [...new TextEncoder().encode(text)];
  if (bytes.length > QR_BYTES) return null;
  // As much correction as fits without more squares.
  const { data, size } = encode(bytes, { ecc: 'L', boostEcc: true, border: QUIET });
  const runs = data.flatMap((row, y) => rowRuns(row, y));
  return { size, path: runs.join('') };
}

/** Dark squares side by side are one piece, so that no seam shows between them. */
function rowRuns(row: readonly boolean[], y: number): readonly string[] {
  const runs: string[] = [];
  let start = -1;
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] === true;
    if (isDark && start === -1) start = x;
    if (isDark || start === -1) continue;
    const length = String(x - start);
    runs.push(`M${String(start)} ${String(y)}h${length}v1h-${length}z`);
    start = -1;
  }
  return runs;
}
