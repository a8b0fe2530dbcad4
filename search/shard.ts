import { ByteReader, ByteWriter } from './bytes.ts';

/** Which shard holds a term of this hash, and the number it goes by there. */
export function shardOf(hash: number, shards: number): { readonly shard: number; readonly number: number } {
  return { shard: hash % shards, number: Math.floor(hash / shards) };
}

/** What a shard holds of a number ends there in the bytes of all; it begins where the number before ends. */
export interface Held {
  readonly number: number;
  readonly end: number;
}

/** A shard as bytes: the numbers in it, ascending, how long what is held of each is, then what is held of them. */
export function writeShard(held: readonly Held[], bytes: Uint8Array): Uint8Array {
  const writer = new ByteWriter();
  writer.number(held.length);
  let last = 0;
  for (const { number } of held) {
    writer.number(number - last);
    last = number;
  }
  let start = 0;
  for (const { end } of held) {
    writer.number(end - start);
    start = end;
  }
  writer.bytes(bytes);
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
