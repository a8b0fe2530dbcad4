/** Returns the cached value of a key, or calls `make` and caches its value instead. */
export type MemoizeLast<Value> = (key: object, make: () => Value) => Value;

/** Caches only the last value: the formats of a feed are rendered one after the other from the same props. */
export function memoizeLast<Value>(): MemoizeLast<Value> {
  let last: { readonly key: object; readonly value: Value } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
