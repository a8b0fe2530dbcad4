/** A Range header of the kind that sirv reads as HTTP means it, "bytes=5-" and "bytes=5-9"; HTTP lets any other be answered whole. */
export function plainRange(header: string | undefined): string | undefined {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined) return undefined;
  return to === '' || (Number(to) > 0 && Number(from) <= Number(to)) ? header : undefined;
}
