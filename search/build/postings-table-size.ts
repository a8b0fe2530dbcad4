/** How many words the terms of a table have, and the approximate size of a shard before it is deflated. */
export interface PostingsTableKind {
  readonly words: 1 | 2;
  readonly shardBytes: number;
}

/** How many terms a table holds, and how many postings all of them have together. */
export interface PostingsTableSize {
  readonly terms: number;
  readonly postings: number;
}

/** A search loads one or two shards of each segment per word. */
export const postingsTableKinds = {
  past: { pairs: { words: 2, shardBytes: 6000 }, words: { words: 1, shardBytes: 2500 } },
  year: { pairs: { words: 2, shardBytes: 2000 }, words: { words: 1, shardBytes: 1500 } },
} as const satisfies Record<string, Record<'pairs' | 'words', PostingsTableKind>>;

/** How many shards a table is written to; the number seldom changes as the table grows. */
export function postingsShardCount({ terms, postings }: PostingsTableSize, { shardBytes }: PostingsTableKind): number {
  const target = (terms * 7 + postings * 1.2) / shardBytes;
  let shards = 1;
  while (shards < target) shards = shards > 1 && shards % 3 === 0 ? (shards / 3) * 4 : Math.ceil(shards * 1.5);
  return shards;
}
