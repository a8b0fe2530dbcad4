/** An address as it was written, its percent-encoding undone; unchanged where that cannot be. */
export function readable(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
