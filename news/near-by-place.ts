/** What is near to each thing of a list, things by their places in it: plain data. */
export interface NearByPlace {
  /** Where what is near to each begins; a last place more, where all ends. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly nearness: Float64Array;
}

/** For each thing of a list those of the same list that are near, and how near, by their places. */
export function nearByPlace<Item>(
  near: readonly (ReadonlyMap<Item, number> | undefined)[],
  placeOf: ReadonlyMap<Item, number>,
): NearByPlace {
  const starts = new Int32Array(near.length + 1);
  const places: number[] = [];
  const nearness: number[] = [];
  near.forEach((found, place) => {
    found?.forEach((value, other) => {
      places.push(placeOf.get(other) ?? -1);
      nearness.push(value);
    });
    starts[place + 1] = places.length;
  });
  return { starts, places: Int32Array.from(places), nearness: Float64Array.from(nearness) };
}

/** Whether the same is near to a thing as before, and as near. */
export function hasSameNear(before: NearByPlace, now: NearByPlace, place: number): boolean {
  const [then, start] = [before.starts[place] ?? 0, now.starts[place] ?? 0];
  const length = (now.starts[place + 1] ?? 0) - start;
  if ((before.starts[place + 1] ?? 0) - then !== length) return false;
  for (let at = 0; at < length; at++)
    if (before.places[then + at] !== now.places[start + at] || before.nearness[then + at] !== now.nearness[start + at])
      return false;
  return true;
}
