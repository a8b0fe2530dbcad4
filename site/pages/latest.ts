/** What was made for a key, or makes it. */
export type Latest<Value> = (key: object, make: () => Value) => Value;

/** Remembers what was made last and no more: the forms of a feed are printed one after the other from one making. */
export function latest<Value>(): Latest<Value> {
  let last: { readonly key: object; readonly value: Value } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
