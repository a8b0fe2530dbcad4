import { ByteReader, ByteWriter } from './bytes.ts';

/** Which shard holds a term of this hash, and the number it goes by there. */
export function shardOf(hash: number, shards: number): { readonly shard: number; readonly number: number } {
  return { shard: hash % shards, number: Math.floor(hash / shards) };
}

/** What a shard holds of one term; terms that share a number share it (some fifty of a million do). */
export interface ShardTerm {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** A shard as bytes: the numbers of its terms, how long each is, then what is held of them. */
export function writeShard(terms: readonly ShardTerm[]): Uint8Array {
  const sorted = terms.toSorted((a, b) => a.number - b.number);
  const writer = new ByteWriter();
  writer.number(sorted.length);
  let last = 0;
  for (const { number } of sorted) {
    writer.number(number - last);
    last = number;
  }
  for (const { bytes } of sorted) writer.number(bytes.length);
  for (const { bytes } of sorted) writer.bytes(bytes);
  return writer.written();
}

/** What a shard holds of a term; undefined where it holds nothing. */
export function readShard(shard: Uint8Array, wanted: number): Uint8Array | undefined {
  const reader = new ByteReader(shard);
  const count = reader.number();
  let place = -1;
  for (let index = 0, number = 0; index < count; index++) {
    number += reader.number();
    if (number === wanted) place = index;
  }
  if (place < 0) return undefined;
  const lengths = Array.from({ length: count }, () => reader.number());
  const before = lengths.slice(0, place).reduce((sum, length) => sum + length, 0);
  reader.at += before;
  return reader.bytes(lengths[place] ?? 0);
}
