import { ByteReader, ByteWriter } from './bytes.ts';

/** Which shard holds a term of this hash, and the number it goes by there. */
export function shardOf(hash: number, shards: number): { readonly shard: number; readonly number: number } {
  return { shard: hash % shards, number: Math.floor(hash / shards) };
}

/** A shard as bytes: its numbers, ascending, how long what is held of each is, then what is held; `ends` says where in `bytes`. */
export function writeShard(numbers: readonly number[], ends: readonly number[], bytes: Uint8Array): Uint8Array {
  const writer = new ByteWriter(bytes.length + numbers.length * 5 + 5);
  writer.number(numbers.length);
  for (const list of [numbers, ends]) {
    let last = 0;
    for (const each of list) {
      writer.number(each - last);
      last = each;
    }
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
