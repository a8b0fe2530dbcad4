/** A header by its lower-case name, without having Node make an object of all of them; said twice, both values joined. */
export function headerOf(raw: readonly string[], wanted: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at];
    if (name?.length !== wanted.length || name.toLowerCase() !== wanted) continue;
    found = found === undefined ? raw[at + 1] : `${found}, ${raw[at + 1]}`;
  }
  return found;
}
