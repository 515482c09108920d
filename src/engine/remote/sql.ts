/*
 * SQL as a value of its own: the one place where anything becomes part of a query.
 * Knows: ClickHouse's literals. Must not know: tables, questions.
 *
 * A query is written as sql`SELECT … WHERE id = ${id}`: texts become quoted literals, numbers become numbers
 * of exactly their value, lists become lists, and other Sql stays what it is. The connection takes nothing
 * but Sql, so that no text reaches the server that was not quoted here.
 */

class SqlText {
  /** Private, which makes it a type that no other value has. */
  readonly #text: string;
  readonly #readsLong: boolean;

  constructor(text: string, readsLong: boolean) {
    this.#text = text;
    this.#readsLong = readsLong;
  }

  get text(): string {
    return this.#text;
  }

  /** Whether it reads what takes long to be read. */
  get readsLong(): boolean {
    return this.#readsLong;
  }

  static is(literal: object): literal is SqlText {
    return #text in literal;
  }
}

/** Nothing outside this file can make one. */
export type Sql = SqlText;

type Literal = Sql | string | number | readonly Literal[];

export function sql(parts: TemplateStringsArray, ...literals: readonly Literal[]): Sql {
  return sqlOf(
    parts.reduce(
      (text, part, i) => text + part + (i < literals.length ? literalOf(literals[i] ?? '') : ''),
      '',
    ),
    literals.some((literal) => typeof literal === 'object' && isLong(literal)),
  );
}

/** The same, and known to read what takes long to be read; so does whatever it becomes a part of. */
export function long(part: Sql): Sql {
  return sqlOf(part.text, true);
}

function isLong(literal: Sql | readonly Literal[]): boolean {
  return SqlText.is(literal) && literal.readsLong;
}

/** The name of a database, a table or a column; only plain ones are let through. */
export function named(name: string): Sql {
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name)) {
    throw new RangeError(
      `“${name}” cannot be a name here: use letters, digits and underscores, not a digit first.`,
    );
  }
  return sqlOf(`\`${name}\``);
}

/** The parts one after another, with this between them. */
export function joined(parts: readonly Sql[], separator: Sql): Sql {
  return sqlOf(parts.map(({ text }) => text).join(separator.text), parts.some(isLong));
}

/** All of them hold; where there is none, anything does. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`1`;
  return sqlOf(conditions.map(({ text }) => `(${text})`).join(' AND '), conditions.some(isLong));
}

/** One of them holds; where there is none, nothing does. */
export function anyOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`0`;
  return sqlOf(conditions.map(({ text }) => `(${text})`).join(' OR '), conditions.some(isLong));
}

/** Numbers as an array, which may be empty. */
export function arrayOf(numbers: Iterable<number>): Sql {
  return sqlOf(`[${Array.from(numbers, numberOf).join(',')}]`);
}

function sqlOf(text: string, readsLong = false): Sql {
  return new SqlText(text, readsLong);
}

function literalOf(literal: Literal): string {
  if (typeof literal === 'string') return quoted(literal);
  if (typeof literal === 'number') return numberOf(literal);
  if (SqlText.is(literal)) return literal.text;
  if (literal.length === 0) throw new RangeError('SQL has no empty list');
  return `(${literal.map(literalOf).join(',')})`;
}

/** Within quotes only these two mean something; bytes of no meaning to SQL pass as they are. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Old servers read decimals almost right; bits are right everywhere. */
function numberOf(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value, true);
  const hex = Array.from({ length: 8 }, (_, i) => bits.getUint8(i).toString(16).padStart(2, '0'));
  return `reinterpretAsFloat64(unhex('${hex.join('')}'))`;
}
