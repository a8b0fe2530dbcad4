import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { writeShard } from '#search/shard.ts';
import { Doubtful } from './doubtful.ts';

/** A shard in which something else is held of some numbers: `change` is given what was held, and nothing of a number means none of it. */
export function changeShard(
  shard: Uint8Array,
  numbers: readonly number[],
  change: (number: number, held: Uint8Array) => Uint8Array,
): Uint8Array {
  const before = readShardWhole(shard);
  const [nowNumbers, nowEnds]: [number[], number[]] = [[], []];
  const writer = new ByteWriter(shard.length + 512);
  const changed = numbers.toSorted((a, b) => a - b);
  let [next, copied, start] = [0, 0, 0];
  const put = (number: number, end: number) => {
    writer.bytes(before.bytes.subarray(copied, start));
    copied = end;
    writer.bytes(change(number, before.bytes.subarray(start, end)));
    if (writer.length === (nowEnds.at(-1) ?? 0)) return;
    nowNumbers.push(number);
    nowEnds.push(writer.length);
  };
  for (const [at, number] of before.numbers.entries()) {
    const end = before.ends[at] ?? 0;
    for (; (changed[next] ?? number) < number; next++) put(changed[next] ?? 0, start);
    if (changed[next] === number) {
      put(number, end);
      next++;
    } else {
      nowNumbers.push(number);
      // What stands between is copied when something else is put behind it.
      nowEnds.push(writer.length + end - copied);
    }
    start = end;
  }
  for (; next < changed.length; next++) put(changed[next] ?? 0, start);
  writer.bytes(before.bytes.subarray(copied));
  return writeShard(nowNumbers, nowEnds, writer.written());
}

function readShardWhole(shard: Uint8Array): { numbers: readonly number[]; ends: readonly number[]; bytes: Uint8Array } {
  const reader = new ByteReader(shard);
  const count = reader.number();
  if (count > shard.length) throw new Doubtful('a shard of more numbers than bytes');
  const [numbers, ends]: [number[], number[]] = [[], []];
  for (const list of [numbers, ends]) {
    let last = 0;
    for (let i = 0; i < count; i++) {
      last += reader.number();
      list.push(last);
    }
  }
  if (reader.at + (ends.at(-1) ?? 0) !== shard.length) throw new Doubtful('a shard of another length');
  return { numbers, ends, bytes: shard.subarray(reader.at) };
}
