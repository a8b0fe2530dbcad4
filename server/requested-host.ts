import type { IncomingMessage } from 'node:http';

/** The target of a request in absolute form (RFC 9112 §3.2.2), as proxies send it: its authority and the rest. */
const absoluteForm = /^https?:\/\/([^/?#]*)(.*)$/i;

/** The target of a request in origin form: "http://example.org/a?b" → "/a?b". */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const [, , rest] = absoluteForm.exec(target) ?? [];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** A host with an optional port (RFC 9110 §7.2), without a user or a path; or nothing. */
const hostField = /^(?:(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d*)?)?$/i;

/**
 * The name of the host that a request is for, in lower case and without a port: that of an absolute target, else of the
 * Host header; '' without either (HTTP/1.0). Undefined if it is malformed or there are two (RFC 9112 §3.2).
 */
export function requestedHost({
  url = '',
  rawHeaders,
}: Pick<IncomingMessage, 'url' | 'rawHeaders'>): string | undefined {
  let header: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'host') continue;
    if (header !== undefined) return undefined;
    header = rawHeaders[index + 1] ?? '';
  }
  const inHeader = hostField.exec(header ?? '');
  const [, authority] = url.startsWith('/') ? [] : (absoluteForm.exec(url) ?? []);
  const match = authority === undefined ? inHeader : hostField.exec(authority);
  return inHeader && match ? (match[1] ?? match[2] ?? '').toLowerCase() : undefined;
}
