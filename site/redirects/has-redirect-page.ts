/** Whether the site can have a redirect page at an old address. */
export function hasRedirectPage(oldUrl: string): boolean {
  return /^(\/[\w-]+)+(\/|\.html?)$/.test(oldUrl);
}
