import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a client has the version with this entity tag and date already (RFC 9110 §13.1.2, §13.1.3): tags are compared
 * weakly, a date counts only without tags and to the second.
 */
export function isNotModified(headers: IncomingHttpHeaders, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    const opaque = etag.replace(/^W\//, '');
    return tags.trim() === '*' || Array.from(tags.matchAll(/"[^"]*"/g), ([tag]) => tag).includes(opaque);
  }
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(modified.getTime() / 1000) * 1000 <= since;
}
