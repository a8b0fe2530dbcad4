/** The parsed target of a request: the decoded path, beginning with "/", and the undecoded query with its "?". */
export interface RequestTarget {
  /** Undefined if no file of a site can have this path. */
  readonly path: string | undefined;
  readonly query: string;
}

/** Parses the target of a request in origin form; undefined if malformed. The path never leaves its folder or names a hidden file. */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  if (!/^\/[\x21-\x7e]*$/.test(target)) return undefined;
  const [raw = '', ...query] = target.split('?');
  const segments = raw.split('/').slice(1);
  try {
    const names = segments.map(decodeURIComponent);
    const lastIndex = names.length - 1;
    const isValid = names.every((name, index) => (name === '' ? index === lastIndex : isFileName(name)));
    return {
      path: isValid ? `/${names.join('/')}` : undefined,
      query: query.length > 0 ? `?${query.join('?')}` : '',
    };
  } catch {
    return undefined;
  }
}

function isFileName(name: string): boolean {
  return !/^\.|[/\\\p{Cc}]/u.test(name);
}

/** Percent-encodes a decoded path. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
