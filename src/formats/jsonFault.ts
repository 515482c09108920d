/*
 * Finds where a text stops being JSON. Browsers word it differently, and most do not say where.
 * Knows: RFC 8259. Must not know: what the JSON is for.
 */

export interface JsonFault {
  /** Counted in UTF-16 units from the beginning. */
  readonly offset: number;
  /** What could have stood there, in words. */
  readonly expected: string;
}

type State = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'next';

const SPACE = /[ \t\n\r]*/uy;
const PLAIN_VALUE = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/uy;

/** Null for a text that is JSON. Linear, and as deep as the text: no recursion. */
export function jsonFaultOf(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at = afterMatch(SPACE, text, at) ?? at;
    const char = text[at];
    if (char === undefined) {
      const isWhole = state === 'next' && open.length === 0;
      return isWhole ? null : { offset: at, expected: wanted(state, open) };
    }
    const isFirst = state === 'first value' || state === 'first name';
    const ends = (open.at(-1) === '{' ? '}' : ']') === char && open.length > 0;
    if (ends && (isFirst || state === 'next')) {
      open.pop();
      state = 'next';
      at += 1;
    } else if (state === 'next') {
      const inside = open.at(-1);
      if (char !== ',' || inside === undefined) {
        return { offset: at, expected: wanted(state, open) };
      }
      state = inside === '{' ? 'name' : 'value';
      at += 1;
    } else if (state === 'colon') {
      if (char !== ':') return { offset: at, expected: wanted(state, open) };
      state = 'value';
      at += 1;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      state = isName(state) ? 'colon' : 'next';
      at = end;
    } else if (isName(state)) {
      return { offset: at, expected: wanted(state, open) };
    } else if (char === '{' || char === '[') {
      open.push(char);
      state = char === '{' ? 'first name' : 'first value';
      at += 1;
    } else {
      const end = afterMatch(PLAIN_VALUE, text, at);
      if (end === null) return { offset: at, expected: wanted(state, open) };
      state = 'next';
      at = end;
    }
  }
}

function isName(state: State): boolean {
  return state === 'name' || state === 'first name';
}

function wanted(state: State, open: readonly string[]): string {
  switch (state) {
    case 'value':
      return 'a value';
    case 'first value':
      return 'a value or ]';
    case 'name':
      return 'a name in double quotation marks';
    case 'first name':
      return 'a name in double quotation marks or }';
    case 'colon':
      return 'a colon';
    case 'next': {
      const inside = open.at(-1);
      if (inside === undefined) return 'the end of the file';
      return inside === '{' ? 'a comma or }' : 'a comma or ]';
    }
    default:
      return state satisfies never;
  }
}

/** The offset after a string that begins at `from`, or what is wrong in it. */
function stringEnd(text: string, from: number): number | JsonFault {
  let at = from + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    // A control character may not stand in a string; nor may the text end in it (NaN).
    if (!(code >= 0x20)) return { offset: at, expected: 'a closing quotation mark' };
    if (code === 0x22) return at + 1;
    if (code === 0x5c) {
      const end = afterMatch(ESCAPE, text, at);
      if (end === null) return { offset: at, expected: 'an escape such as \\n or \\u00e9' };
      at = end;
    } else {
      at += 1;
    }
  }
}

/** The offset after a sticky pattern that matches at `from`; null where it does not. */
function afterMatch(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}
