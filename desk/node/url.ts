/** The path of a URL. */
export function fileURLToPath(url: URL): string {
  return decodeURIComponent(url.pathname);
}
