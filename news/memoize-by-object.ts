/** Memoizes a function of an object: the result is kept as long as the object. */
export function memoizeByObject<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const cache = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const cached = cache.get(key);
    if (cached) return cached.result;
    const result = compute(key);
    cache.set(key, { result });
    return result;
  };
}
