import type { Deviation } from './difference.ts';
import type { Answer, AskOptions, SiteClient, Unanswered } from './site-client.ts';
import type { Visitor } from './visitors.ts';

/** A visitor was sent to another address than another spelling of the one that was asked for. */
export interface SentElsewhere {
  readonly target: string;
}

const mostHops = 5;

/**
 * The answer at an address, after redirects to other spellings of it: http to https, with or without "www.", a slash or
 * ".html" at the end. Any other redirect is the result itself.
 */
export async function followAddress(
  client: SiteClient,
  url: URL,
  visitor: Visitor,
  options: AskOptions = {},
): Promise<Answer | Unanswered | SentElsewhere> {
  let asked = url;
  for (let hop = 0; hop < mostHops; hop++) {
    const answer = await client.ask(asked, visitor, options);
    if ('reason' in answer) return answer;
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status >= 400 || location === undefined) return answer;
    const target = URL.canParse(location, asked) ? new URL(location, asked) : undefined;
    if (!target || !isSameAddress(asked, target)) return { target: target?.href ?? location };
    asked = target;
  }
  return { target: `${asked.href} (vòng quanh mãi)` };
}

/** Whether two URLs are spellings of one address; never a secure one and one that is not. */
export function isSameAddress(from: URL, to: URL): boolean {
  const isDowngrade = from.protocol === 'https:' && to.protocol !== 'https:';
  return !isDowngrade && host(from) === host(to) && path(from) === path(to) && from.search === to.search;
}

/** The default ports of both protocols are "". */
function host({ hostname, port }: URL): string {
  return `${hostname.replace(/^www\./, '')}:${port}`;
}

function path({ pathname }: URL): string {
  return pathname.replace(/\/(?:index\.html)?$|\.html$/, '');
}

/** That somebody is sent to an address. */
export function sentTo(target: string): Deviation {
  return { kind: 'redirect', what: `bị chuyển sang ${target}`, detail: '' };
}
