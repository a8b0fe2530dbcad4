export function sameBytes(some: Uint8Array, others: Uint8Array | undefined): boolean {
  return some.length === others?.length && some.every((byte, at) => byte === others[at]);
}
