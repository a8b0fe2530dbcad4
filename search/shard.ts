import { ByteReader, ByteWriter } from './bytes.ts';

/** The shard that holds a term with this hash, and the term's number within the shard. */
export function termShard(hash: number, shards: number): { readonly shard: number; readonly number: number } {
  return { shard: hash % shards, number: Math.floor(hash / shards) };
}

/**
 * A shard as bytes: the numbers of its terms (ascending, as gaps), the length of the data of value term, the data.
 * `ends` are offsets in `bytes`.
 */
export function writeShard(numbers: readonly number[], ends: readonly number[], bytes: Uint8Array): Uint8Array {
  const writer = new ByteWriter(bytes.length + numbers.length * 5 + 5);
  writer.writeVarint(numbers.length);
  for (const list of [numbers, ends]) {
    let last = 0;
    for (const value of list) {
      writer.writeVarint(value - last);
      last = value;
    }
  }
  writer.writeBytes(bytes);
  return writer.finish();
}

/** The data of a term in a shard; undefined where the shard does not hold it. */
export function readShard(shard: Uint8Array, term: number): Uint8Array | undefined {
  const reader = new ByteReader(shard);
  const count = reader.readVarint();
  let position = -1;
  for (let index = 0, number = 0; index < count; index++) {
    number += reader.readVarint();
    if (number === term) position = index;
  }
  if (position < 0) return undefined;
  const lengths = Array.from({ length: count }, () => reader.readVarint());
  const offset = lengths.slice(0, position).reduce((sum, length) => sum + length, 0);
  reader.position += offset;
  return reader.bytes(lengths[position] ?? 0);
}
