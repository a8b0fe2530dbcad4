import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { writeShard } from '#search/shard.ts';
import { StaleIndexError } from './stale-index-error.ts';

/**
 * Replaces the data of some terms of a shard. `change` gets the old data of a term, empty where the shard does not hold
 * it, and returns the new data, empty to remove the term.
 */
export function updateShard(
  shard: Uint8Array,
  numbers: readonly number[],
  change: (number: number, oldData: Uint8Array) => Uint8Array,
): Uint8Array {
  const old = parseShard(shard);
  const [newNumbers, newEnds]: [number[], number[]] = [[], []];
  const writer = new ByteWriter(shard.length + 512);
  const changed = numbers.toSorted((a, b) => a - b);
  let [next, copied, start] = [0, 0, 0];
  const put = (number: number, end: number) => {
    writer.writeBytes(old.bytes.subarray(copied, start));
    copied = end;
    writer.writeBytes(change(number, old.bytes.subarray(start, end)));
    if (writer.length === (newEnds.at(-1) ?? 0)) return;
    newNumbers.push(number);
    newEnds.push(writer.length);
  };
  for (const [at, number] of old.numbers.entries()) {
    const end = old.ends[at] ?? 0;
    for (; (changed[next] ?? number) < number; next++) put(changed[next] ?? 0, start);
    if (changed[next] === number) {
      put(number, end);
      next++;
    } else {
      newNumbers.push(number);
      // The unchanged data up to here is copied together, before the next changed term.
      newEnds.push(writer.length + end - copied);
    }
    start = end;
  }
  for (; next < changed.length; next++) put(changed[next] ?? 0, start);
  writer.writeBytes(old.bytes.subarray(copied));
  return writeShard(newNumbers, newEnds, writer.finish());
}

function parseShard(shard: Uint8Array): { numbers: readonly number[]; ends: readonly number[]; bytes: Uint8Array } {
  const reader = new ByteReader(shard);
  const count = reader.readVarint();
  if (count > shard.length) throw new StaleIndexError('a shard of more numbers than bytes');
  const [numbers, ends]: [number[], number[]] = [[], []];
  for (const list of [numbers, ends]) {
    let last = 0;
    for (let i = 0; i < count; i++) {
      last += reader.readVarint();
      list.push(last);
    }
  }
  if (reader.position + (ends.at(-1) ?? 0) !== shard.length) throw new StaleIndexError('a shard of another length');
  return { numbers, ends, bytes: shard.subarray(reader.position) };
}
