/** A growing byte buffer; `expected` is its initial capacity. */
export class ByteWriter {
  #bytes: Uint8Array;
  length = 0;

  constructor(expected = 256) {
    this.#bytes = new Uint8Array(expected);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + more, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  /** Writes an integer below 2^32 as a varint: seven bits per byte (LEB128). */
  writeVarint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The bytes written, as a view of the buffer: write nothing after this. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}

/** Reads what a ByteWriter wrote; reading past the end gives zeros. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  position: number;

  constructor(readBytes: Uint8Array, position = 0) {
    this.#bytes = readBytes;
    this.position = position;
  }

  readVarint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.position++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  bytes(length: number): Uint8Array {
    this.position += length;
    return this.#bytes.subarray(this.position - length, this.position);
  }
}
