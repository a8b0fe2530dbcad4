import { ByteReader, ByteWriter } from './bytes.ts';
import { groupSize } from './hash.ts';

/** The shard that holds a term with this hash, and the term's number within the shard; a group is in one shard. */
export function termShard(hash: number, shards: number): { readonly shard: number; readonly number: number } {
  const group = Math.floor(hash / groupSize);
  return { shard: group % shards, number: Math.floor(group / shards) * groupSize + (hash % groupSize) };
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

/** The data of those terms that a shard holds, by their numbers; `terms` are ascending numbers. */
export function readShard(shard: Uint8Array, terms: readonly number[]): ReadonlyMap<number, Uint8Array> {
  const reader = new ByteReader(shard);
  const count = reader.readVarint();
  const positions: (readonly [index: number, number: number])[] = [];
  for (let index = 0, number = 0, next = 0; index < count; index++) {
    number += reader.readVarint();
    while ((terms[next] ?? Infinity) < number) next++;
    if (terms[next] === number) positions.push([index, number]);
  }
  const found = new Map<number, Uint8Array>();
  if (positions.length === 0) return found;
  const lengths = Array.from({ length: count }, () => reader.readVarint());
  const first = reader.position;
  let [read, offset] = [0, 0];
  for (const [index, number] of positions) {
    for (; read < index; read++) offset += lengths[read] ?? 0;
    reader.position = first + offset;
    found.set(number, reader.bytes(lengths[index] ?? 0));
  }
  return found;
}
