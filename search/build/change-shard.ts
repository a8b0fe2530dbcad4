import { ByteReader, ByteWriter } from '#search/bytes.ts';
import { type Held, writeShard } from '#search/shard.ts';
import { Doubtful } from './doubtful.ts';

/** A shard in which something else is held of some numbers: `change` is given what was held, and nothing of a number means none of it. */
export function changeShard(
  shard: Uint8Array,
  numbers: readonly number[],
  change: (number: number, held: Uint8Array) => Uint8Array,
): Uint8Array {
  const before = readHeld(shard);
  const held: Held[] = [];
  const writer = new ByteWriter();
  const changed = numbers.toSorted((a, b) => a - b);
  let [next, copied] = [0, 0];
  const put = (number: number, bytes: Uint8Array) => {
    const written = change(number, bytes);
    writer.bytes(written);
    if (written.length > 0) held.push({ number, end: writer.length });
  };
  /** Copies what is held up to a place; the ends of what is held there are put right as it is noted. */
  const copy = (to: number) => {
    writer.bytes(before.bytes.subarray(copied, to));
    copied = to;
  };
  let start = 0;
  for (const { number, end } of before.held) {
    for (let more = changed[next]; more !== undefined && more < number; more = changed[++next]) {
      copy(start);
      put(more, new Uint8Array());
    }
    if (changed[next] === number) {
      copy(start);
      put(number, before.bytes.subarray(start, end));
      copied = end;
      next++;
    } else held.push({ number, end: writer.length + end - copied });
    start = end;
  }
  copy(start);
  for (const more of changed.slice(next)) put(more, new Uint8Array());
  return writeShard(held, writer.written());
}

function readHeld(shard: Uint8Array): { held: readonly Held[]; bytes: Uint8Array } {
  const reader = new ByteReader(shard);
  const count = reader.number();
  if (count > shard.length) throw new Doubtful('a shard of more numbers than bytes');
  let number = 0;
  const numbers = Array.from({ length: count }, () => {
    number += reader.number();
    return number;
  });
  let end = 0;
  const held = numbers.map((number) => {
    end += reader.number();
    return { number, end };
  });
  if (reader.at + end !== shard.length) throw new Doubtful('a shard of another length');
  return { held, bytes: shard.subarray(reader.at) };
}
