/** Whether a page that sends readers on can stand at an old address. */
export function hasPage(oldUrl: string): boolean {
  return /^(\/[\w-]+)+(\/|\.html?)$/.test(oldUrl);
}
