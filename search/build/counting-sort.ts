/** Groups the numbers from 0 to `count` - 1 by counting sort (four bytes each); each group is ascending. */
export function countingSort(
  count: number,
  groups: number,
  groupOf: (item: number) => number,
): (group: number) => Uint32Array {
  const ends = new Uint32Array(groups);
  for (let item = 0; item < count; item++) {
    const group = groupOf(item);
    ends[group] = (ends[group] ?? 0) + 1;
  }
  for (let group = 1; group < groups; group++) ends[group] = (ends[group] ?? 0) + (ends[group - 1] ?? 0);
  const starts = ends.slice();
  const sorted = new Uint32Array(count);
  for (let item = count - 1; item >= 0; item--) {
    const group = groupOf(item);
    const at = (starts[group] ?? 0) - 1;
    starts[group] = at;
    sorted[at] = item;
  }
  return (group) => sorted.subarray(starts[group], ends[group]);
}
