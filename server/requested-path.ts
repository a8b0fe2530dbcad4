/** What a request asks for: a path below the site, decoded, beginning with "/"; and the query as it was sent, with its "?". */
export interface Requested {
  /** Undefined for what no file of a site can be called. */
  readonly path: string | undefined;
  readonly query: string;
}

/** Reads the target of a request; undefined when it is malformed. No path it gives can leave its folder or name a hidden file. */
export function requestedPath(target: string): Requested | undefined {
  // Proxies may send the whole address (RFC 9112 §3.2.2).
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '');
  if (!/^\/[\x21-\x7e]*$/.test(local)) return undefined;
  const [raw = '', ...query] = local.split('?');
  const segments = raw.split('/').slice(1);
  try {
    const names = segments.map(decodeURIComponent);
    const last = names.length - 1;
    const readable = names.every((name, index) => (name === '' ? index === last : isPlainName(name)));
    return {
      path: readable ? `/${names.join('/')}` : undefined,
      query: query.length > 0 ? `?${query.join('?')}` : '',
    };
  } catch {
    return undefined;
  }
}

function isPlainName(name: string): boolean {
  return !/^\.|[/\\\p{Cc}]/u.test(name);
}

/** A decoded path as it stands in an address. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
