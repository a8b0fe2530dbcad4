/** A Range header that sirv handles correctly: "bytes=5-" or "bytes=5-9". HTTP lets a server ignore any other. */
export function supportedRange(header: string | undefined): string | undefined {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined) return undefined;
  return to === '' || (Number(to) > 0 && Number(from) <= Number(to)) ? header : undefined;
}
