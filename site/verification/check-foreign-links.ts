import { setTimeout as wait } from 'node:timers/promises';
import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';
import type { ForeignLink } from './foreign-links.ts';
import { registrableDomain } from './registrable-domain.ts';
import { type Answer, type ClientOptions, SiteClient, type Unanswered } from './site-client.ts';
import { accepting, mainVisitors, type Visitor } from './visitors.ts';

/** A link to another site that does not lead any more where it did. */
export interface DeadLink extends ForeignLink {
  /** In Vietnamese. */
  readonly problem: string;
  /** Whether its host name is not found. */
  readonly isUnknownHost: boolean;
}

/** What became of the links to other sites. */
export interface ForeignLinkResult {
  readonly asked: number;
  readonly dead: readonly DeadLink[];
  /** The links of which nothing is known, by the reason: many sites refuse programs. */
  readonly unseen: ReadonlyMap<string, number>;
}

/** The options of `checkForeignLinks`. */
export interface ForeignLinkOptions extends ClientOptions {
  /** In ms, between two requests to one host. */
  readonly pause?: number;
  readonly progress?: (done: number, all: number) => void;
}

const hosts = 8;
const mostHops = 8;
/** In bytes: the title of a page is at its beginning. */
const limit = 65_536;

/** Asks every link to another site once, one host after the other request. */
export async function checkForeignLinks(
  links: readonly ForeignLink[],
  options: ForeignLinkOptions = {},
): Promise<ForeignLinkResult> {
  const client = new SiteClient(hosts, { retryPauses: [2_000], failuresInRow: Number.POSITIVE_INFINITY, ...options });
  const [reader] = mainVisitors;
  if (!reader) throw new Error('There is no visitor.');
  const visitor = accepting(reader, 'gzip, deflate, br');
  const dead: DeadLink[] = [];
  const unseen = new Map<string, number>();
  let done = 0;
  const queue = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()].values();
  const checkHosts = async () => {
    for (const ofHost of queue)
      for (const [index, link] of ofHost.entries()) {
        if (index > 0) await wait(options.pause ?? 500);
        const state = await linkState(client, link.url, visitor);
        if (state.problem !== undefined)
          dead.push({ ...link, problem: state.problem, isUnknownHost: state.isUnknownHost ?? false });
        if (state.unseen !== undefined) unseen.set(state.unseen, (unseen.get(state.unseen) ?? 0) + 1);
        options.progress?.(++done, links.length);
      }
  };
  try {
    await Promise.all(Array.from({ length: hosts }, checkHosts));
  } finally {
    client.close();
  }
  return { asked: links.length, dead, unseen };
}

interface LinkState {
  readonly problem?: string;
  readonly isUnknownHost?: boolean;
  readonly unseen?: string;
}

async function linkState(client: SiteClient, url: string, visitor: Visitor): Promise<LinkState> {
  const answer = await lastAnswer(client, new URL(url), visitor);
  if ('reason' in answer)
    return answer.isUnknownHost
      ? { problem: 'tên miền không còn (DNS)', isUnknownHost: true }
      : { unseen: 'không trả lời' };
  const from = registrableDomain(new URL(url).hostname);
  const to = registrableDomain(new URL(answer.url).hostname);
  const [, title = ''] = /<title[^>]{0,200}>([^<]{0,300})/i.exec(answer.body.toString('utf8')) ?? [];
  const [phrase] = gamblingPhrases(title);
  const gambling = phrase ? `; tiêu đề quảng cáo cờ bạc: “${title.trim()}”` : '';
  if (from !== to) return { problem: `nay chuyển sang tên miền khác: ${answer.url}${gambling}` };
  if (answer.status === 404 || answer.status === 410) return { problem: `không còn trang này (mã ${answer.status})` };
  if (phrase) return { problem: `trang nay đã là của người khác${gambling}` };
  return answer.status >= 400 ? { unseen: `mã ${answer.status}` } : {};
}

/** The answer at the end of all redirects. */
async function lastAnswer(client: SiteClient, url: URL, visitor: Visitor): Promise<Answer | Unanswered> {
  let asked = url;
  for (let hop = 0; hop < mostHops; hop++) {
    const answer = await client.ask(asked, visitor, { limit });
    if ('reason' in answer) return answer;
    const { location } = answer.headers;
    const isRedirect = answer.status >= 300 && answer.status < 400 && location !== undefined;
    if (!isRedirect || !URL.canParse(location, asked)) return answer;
    asked = new URL(location, asked);
    if (!/^https?:$/.test(asked.protocol)) return answer;
  }
  return { reason: 'chuyển vòng quanh' };
}
