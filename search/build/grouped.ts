/** Things numbered from 0 by the group each belongs to, in their order (counting sort: no more memory than four bytes each). */
export function grouped(
  count: number,
  groups: number,
  groupOf: (thing: number) => number,
): (group: number) => Uint32Array {
  const ends = new Uint32Array(groups);
  for (let thing = 0; thing < count; thing++) {
    const group = groupOf(thing);
    ends[group] = (ends[group] ?? 0) + 1;
  }
  for (let group = 1; group < groups; group++) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  const starts = ends.slice();
  const things = new Uint32Array(count);
  for (let thing = count - 1; thing >= 0; thing--) {
    const group = groupOf(thing);
    const at = (starts[group] ?? 0) - 1;
    starts[group] = at;
    things[at] = thing;
  }
  return (group) => things.subarray(starts[group], ends[group]);
}
