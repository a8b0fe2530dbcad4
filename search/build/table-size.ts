/** Terms of how many words a table holds, and about what one of its files weighs before it is deflated. */
export interface TableKind {
  readonly words: 1 | 2;
  readonly shardBytes: number;
}

/** How many terms a table holds, and how many entries for all of them together. */
export interface TableSize {
  readonly terms: number;
  readonly places: number;
}

/** A search reads one or two files of each segment for every word. */
export const tableKinds = {
  past: { pairs: { words: 2, shardBytes: 6000 }, words: { words: 1, shardBytes: 2500 } },
  year: { pairs: { words: 2, shardBytes: 2000 }, words: { words: 1, shardBytes: 1500 } },
} as const satisfies Record<string, Record<'pairs' | 'words', TableKind>>;

/** How many shards a table is written in; it seldom changes as the table grows. */
export function shardsFor({ terms, places }: TableSize, { shardBytes }: TableKind): number {
  const wanted = (terms * 7 + places * 1.2) / shardBytes;
  let shards = 1;
  while (shards < wanted) shards = shards > 1 && shards % 3 === 0 ? (shards / 3) * 4 : Math.ceil(shards * 1.5);
  return shards;
}
