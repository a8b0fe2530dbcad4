/**
 * Returns the object that was last computed under a name if its inputs are identical now, else a new one. While an
 * object stays the same, all that `memoizeByObject` derives from it is computed once.
 */
export type Reuse = <Value>(name: string, inputs: readonly unknown[], compute: () => Value) => Value;

/** For the only build of a process: computes everything and holds nothing. */
export const reuseNothing: Reuse = (_name, _inputs, compute) => compute();

/** For several builds of one process, such as those of npm start. */
export function reuseBetweenBuilds(): Reuse {
  const computed = new Map<string, { readonly inputs: readonly unknown[]; readonly value: unknown }>();
  return <Value>(name: string, inputs: readonly unknown[], compute: () => Value) => {
    const last = computed.get(name);
    if (last?.inputs.length === inputs.length && last.inputs.every((input, index) => input === inputs[index]))
      // The caller that gets a name is the one that set it.
      return last.value as Value;
    const value = compute();
    computed.set(name, { inputs, value });
    return value;
  };
}
