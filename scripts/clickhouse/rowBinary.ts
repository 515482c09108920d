/*
 * Rows as bytes, in ClickHouse's format RowBinary: exact for every number, and quick.
 * Knows: the format. Must not know: tables' contents.
 */
import { EVENT_COLUMNS, type EventValues } from '../../src/engine/remote/columns.ts';

const COLUMNS = Object.entries(EVENT_COLUMNS);

/** Grows as it is written to. */
export class RowBinary {
  #bytes = Buffer.allocUnsafe(1 << 20);
  #length = 0;

  get bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes.subarray(0, this.#length));
  }

  get length(): number {
    return this.#length;
  }

  addEvent(values: EventValues): void {
    for (const [name, type] of COLUMNS) {
      // The types of EventValues say the same, but not for a name that is only known while this runs.
      const value: unknown = values[name as keyof EventValues];
      if (Array.isArray(value)) {
        const items: readonly unknown[] = value;
        this.#count(items.length);
        for (const item of items) {
          if (type === 'Array(String)') this.#text(String(item));
          else this.#uint32(Number(item));
        }
      } else if (type === 'String') {
        this.#text(String(value));
      } else {
        this.#number(type, Number(value));
      }
    }
  }

  addTexts(texts: readonly string[]): void {
    for (const text of texts) this.#text(text);
  }

  #number(type: string, value: number): void {
    switch (type) {
      case 'UInt8':
        this.#room(1);
        this.#length = this.#bytes.writeUInt8(value, this.#length);
        return;
      case 'UInt32':
        this.#uint32(value);
        return;
      case 'UInt64':
        this.#uint32(value % 2 ** 32);
        this.#uint32(Math.floor(value / 2 ** 32));
        return;
      case 'Float64':
        this.#room(8);
        this.#length = this.#bytes.writeDoubleLE(value, this.#length);
        return;
      default:
        throw new RangeError(`No way to write ${type}`);
    }
  }

  #uint32(value: number): void {
    this.#room(4);
    this.#length = this.#bytes.writeUInt32LE(value, this.#length);
  }

  #text(text: string): void {
    const most = text.length * 3;
    this.#room(most + 5);
    if (most < 128) {
      // So short that its length takes one byte, whatever it is.
      const written = this.#bytes.write(text, this.#length + 1, 'utf8');
      this.#bytes[this.#length] = written;
      this.#length += written + 1;
      return;
    }
    this.#count(Buffer.byteLength(text));
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
  }

  /** Seven bits a byte, the lowest first (LEB128). */
  #count(count: number): void {
    this.#room(5);
    let left = count;
    while (left >= 128) {
      this.#length = this.#bytes.writeUInt8((left % 128) + 128, this.#length);
      left = Math.floor(left / 128);
    }
    this.#length = this.#bytes.writeUInt8(left, this.#length);
  }

  #room(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const longer = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + bytes));
    this.#bytes.copy(longer, 0, 0, this.#length);
    this.#bytes = longer;
  }
}
