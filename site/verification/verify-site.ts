import { createHash, randomInt } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { addedAddresses } from './added-addresses.ts';
import { AnswerNotes } from './answer-notes.ts';
import { type BuiltFile, type BuiltSite, isPage, readBuiltFile, targetOf } from './built-site.ts';
import type { Verification } from './difference.ts';
import { notFoundFile } from './files-for-hosts.ts';
import { followAddress, isSameAddress, sentTo } from './follow-address.ts';
import { type BuiltBytes, judgeAnswer, judgeUnknown, unseenReason } from './judge-answer.ts';
import { askEach, type Judged, Observations } from './observations.ts';
import { type Answer, type ClientOptions, SiteClient } from './site-client.ts';
import { addressesWithQuery, otherRoots, otherSpellings, spread, unknownAddresses } from './unknown-addresses.ts';
import { mainVisitors, otherVisitors, returning, type Visitor } from './visitors.ts';
import { visitorsOf } from './visitors-of-file.ts';

/** The options of `verifySite`. */
export interface VerifyOptions extends ClientOptions {
  /** How many requests are made at the same time. */
  readonly connections?: number;
  /** Chooses what only a part of the addresses is asked for: another part with another number. */
  readonly seed: number;
  readonly progress?: (done: number, all: number) => void;
}

/** In bytes: larger files are compared by their hash. */
const heldSize = 2 ** 22;
/** In bytes: how much longer than the built file an answer may be until no more of it is read. */
const excess = 2 ** 18;
/** How many pages the less common visitors ask for. */
const sampledPages = 200;
/** How many addresses are asked for that changed files name. */
const mostNamed = 60;

const [reader, googlebot, phone] = mainVisitors as readonly [Visitor, Visitor, Visitor];

/**
 * Compares what a server answers with the built site: every page as a reader, as Googlebot and as a telephone that comes
 * from Google, every other file, every old address, and addresses that do not exist.
 */
export async function verifySite(site: BuiltSite, root: URL, options: VerifyOptions): Promise<Verification> {
  const client = new SiteClient(options.connections ?? 8, options);
  try {
    return await new SiteVerifier(site, root, client, options).verify();
  } finally {
    client.close();
  }
}

class SiteVerifier {
  readonly #site: BuiltSite;
  readonly #root: URL;
  readonly #client: SiteClient;
  readonly #options: VerifyOptions;
  readonly #observations: Observations;
  readonly #notes: AnswerNotes;
  readonly #named = new Set<string>();
  readonly #addresses: ReadonlySet<string>;
  #compared = 0;
  #unredirected = 0;

  constructor(site: BuiltSite, root: URL, client: SiteClient, options: VerifyOptions) {
    this.#site = site;
    this.#root = root;
    this.#client = client;
    this.#options = options;
    this.#observations = new Observations(root);
    this.#notes = new AnswerNotes(site);
    this.#addresses = new Set(site.files.map(({ address }) => address));
  }

  async verify(): Promise<Verification> {
    const { files, redirects } = this.#site;
    const { seed, progress = () => {} } = this.#options;
    // Digits, which differ in any two mails about the same finding.
    const name = `khong-co-${randomInt(2 ** 40)}`;
    const sampled = new Set(spread(files.filter(isPage), sampledPages, seed).map(({ address }) => address));
    const home = files.find(({ address }) => address === '/');
    if (home) sampled.add(home.address);
    const ofFiles = files.map((file, index) => () => this.#verifyFile(file, index, sampled.has(file.address)));
    const others = [
      ...redirects.map(
        ({ from, to }) =>
          () =>
            this.#verifyRedirect(from, to),
      ),
      ...addressesWithQuery(this.#site, name, seed).map(
        ({ file, query }) =>
          () =>
            this.#verifyWithQuery(file, query),
      ),
      ...unknownAddresses(this.#site, name, seed).map((address) => () => this.#verifyUnknown(address)),
      ...this.#spellings(home, seed).map((spelling) => () => this.#verifySpelling(spelling)),
    ];
    await this.#runAll(mixed(ofFiles, others), progress);
    // What changed pages, sitemaps and feeds name may be there as well.
    const named = [...this.#named].slice(0, mostNamed);
    await this.#runAll(
      named.map((address) => () => this.#verifyUnknown(address)),
      () => {},
    );
    return {
      ...this.#observations.found(),
      notes: [...this.#notes.sentences(), ...this.#redirectNotes()],
      compared: this.#compared,
      requests: this.#client.requests,
      interrupted: this.#client.broken,
    };
  }

  #spellings(home: BuiltFile | undefined, seed: number): Spelling[] {
    return [
      ...otherSpellings(this.#site, seed).map(({ file, address }) => ({ file, address, url: this.#url(address) })),
      ...otherRoots(this.#root).flatMap((url) => (home ? [{ file: home, url, address: url.href }] : [])),
    ];
  }

  #redirectNotes(): string[] {
    return this.#unredirected === 0
      ? []
      : [
          `${this.#unredirected} địa chỉ cũ không được máy chủ chuyển sang địa chỉ mới (xem “Old addresses” trong docs/deploy.md)`,
        ];
  }

  async #runAll(work: readonly (() => Promise<void>)[], progress: (done: number, all: number) => void): Promise<void> {
    const queue = work.values();
    let done = 0;
    const runFromQueue = async () => {
      for (const run of queue) {
        if (this.#client.broken !== undefined) return;
        await run();
        progress(++done, work.length);
      }
    };
    await Promise.all(Array.from({ length: this.#options.connections ?? 8 }, runFromQueue));
  }

  #url(address: string): URL {
    return new URL(this.#root.pathname.replace(/\/$/, '') + address, this.#root);
  }

  /** Asks as each visitor in turn; another begins at each file, for a server that answers otherwise only once. */
  async #verifyFile(file: BuiltFile, index: number, isSampled: boolean): Promise<void> {
    const built = await this.#builtBytes(file);
    const visitors = visitorsOf(file);
    const turn = index % visitors.length;
    const main = await askEach([...visitors.slice(turn), ...visitors.slice(0, turn)], (visitor) =>
      this.#judgeFile(file, built, this.#url(file.address), visitor),
    );
    this.#compared++;
    const isClean = [...main.values()].every((judged) => !('reason' in judged) && judged.found.length === 0);
    await this.#observations.record(file.address, main, (visitor) =>
      this.#judgeFile(file, built, this.#url(file.address), visitor),
    );
    if (!isSampled || !isClean) return;
    const others = await askEach([...otherVisitors, ...this.#returning(main)], (visitor) =>
      this.#judgeFile(file, built, this.#url(file.address), visitor),
    );
    await this.#observations.record(file.address, others);
  }

  /** The reader with the cookies that were set, if any were. */
  #returning(main: ReadonlyMap<Visitor, Judged>): Visitor[] {
    const cookies = [...main.values()].flatMap((judged) =>
      'answer' in judged ? (judged.answer?.headers['set-cookie'] ?? []) : [],
    );
    return cookies.length > 0 ? [returning(reader, cookies), returning(phone, cookies)] : [];
  }

  async #builtBytes(file: BuiltFile): Promise<BuiltBytes> {
    if (file.size > heldSize) return { sha256: await hashOf(join(this.#site.folder, file.path)) };
    const bytes = await readBuiltFile(this.#site, file);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  async #judgeFile(file: BuiltFile, built: BuiltBytes, url: URL, visitor: Visitor): Promise<Judged> {
    const limit = file.size + excess;
    const answer = await followAddress(this.#client, url, visitor, {
      limit,
      kept: built.bytes ? limit : 0,
    });
    if ('reason' in answer) return answer;
    if ('target' in answer)
      return { found: this.#isOldAddressOf(file, url, answer.target) ? [] : [sentTo(answer.target)] };
    const reason = unseenReason(answer);
    if (reason !== undefined) return { reason };
    const { status } = answer;
    if (status >= 400 && status !== 404 && status !== 410) return { reason: `máy chủ từ chối lệnh này (mã ${status})` };
    if (status !== 200 && status < 400)
      return { found: [{ kind: 'changed', what: `được trả lời mã ${status}, không phải 200`, detail: '' }] };
    const found = judgeAnswer(this.#site, file, built, answer);
    if (status === 200) this.#notes.add(file, answer);
    if (found.length > 0 && status === 200 && built.bytes) this.#rememberNamed(built.bytes.toString('utf8'), answer);
    return { found, answer };
  }

  /** Whether a redirect is that of an old address, which has a page for hosts that redirect nothing. */
  #isOldAddressOf(file: BuiltFile, asked: URL, target: string): boolean {
    const to = targetOf(this.#site, file.address, asked.search);
    return to !== undefined && URL.canParse(target, asked) && leadsTo(this.#url(to), new URL(target, asked), asked);
  }

  #rememberNamed(built: string, { body, url }: Answer): void {
    for (const address of addedAddresses(built, body.toString('utf8'), new URL(url), this.#root))
      if (!this.#isBuilt(address)) this.#named.add(address);
  }

  async #verifyWithQuery(file: BuiltFile, query: string): Promise<void> {
    const built = await this.#builtBytes(file);
    const url = this.#url(`${file.address}?${query}`);
    const judged = await askEach(mainVisitors, (visitor) => this.#judgeFile(file, built, url, visitor));
    await this.#observations.record(`${file.address}?${query}`, judged);
  }

  async #verifyUnknown(address: string): Promise<void> {
    const judged = await askEach(mainVisitors, async (visitor): Promise<Judged> => {
      const answer = await followAddress(this.#client, this.#url(address), visitor, { limit: excess });
      if ('reason' in answer) return answer;
      if ('target' in answer)
        return {
          found: [{ ...sentTo(answer.target), what: `bị chuyển sang ${answer.target}, dù trang không có địa chỉ này` }],
        };
      const reason = unseenReason(answer);
      return reason === undefined ? { found: judgeUnknown(this.#site, answer) } : { reason };
    });
    await this.#observations.record(address, judged);
  }

  /** An old address leads where the build says, or says that there is nothing; some hosts redirect nothing. */
  async #verifyRedirect(from: string, to: string): Promise<void> {
    const expected = this.#url(to);
    let isRedirected = true;
    const judged = await askEach([googlebot, phone], async (visitor): Promise<Judged> => {
      const asked = this.#url(from);
      const answer = await followAddress(this.#client, asked, visitor, { limit: excess });
      if ('reason' in answer) return answer;
      const target = 'target' in answer ? answer.target : answer.url;
      if (URL.canParse(target, asked) && leadsTo(expected, new URL(target, asked), asked)) return { found: [] };
      if ('target' in answer) return { found: [{ ...sentTo(target), detail: `bản dựng: ${to}` }] };
      const reason = unseenReason(answer);
      if (reason !== undefined) return { reason };
      isRedirected = false;
      // A page that sends readers on is compared as a file.
      return { found: this.#isBuilt(from) ? [] : judgeUnknown(this.#site, answer) };
    });
    if (!isRedirected) this.#unredirected++;
    await this.#observations.record(from, judged);
  }

  /** Whether an address, without its query, has a file of its own. */
  #isBuilt(address: string): boolean {
    const [path = ''] = address.split('?');
    return path === `/${notFoundFile}` || this.#addresses.has(path) || this.#addresses.has(`${path}/`);
  }

  /** Another spelling of the address of a page leads to it, shows it, or says that there is nothing. */
  async #verifySpelling({ file, url, address }: Spelling): Promise<void> {
    const built = await this.#builtBytes(file);
    const judged = await askEach([phone, googlebot], async (visitor): Promise<Judged> => {
      const result = await this.#judgeFile(file, built, url, visitor);
      if ('reason' in result) return { found: [] };
      if (result.answer?.status !== 404) return result;
      // It leads to the page, which is missing: that is told of the page.
      if (isSameAddress(this.#url(file.address), new URL(result.answer.url))) return { found: [] };
      // What another host name says of an address that it does not have is its own business.
      return { found: url.host === this.#root.host ? judgeUnknown(this.#site, result.answer) : [] };
    });
    await this.#observations.record(address, judged);
  }
}

/** Another way to write the address of a page. */
interface Spelling {
  readonly file: BuiltFile;
  readonly url: URL;
  readonly address: string;
}

/** The items of two lists, each spread over the other: a firewall that refuses some addresses does not look like no network. */
function mixed<Item>(first: readonly Item[], second: readonly Item[]): Item[] {
  const placed = [first, second].flatMap((list) =>
    list.map((item, index): [number, Item] => [(index + 0.5) / list.length, item]),
  );
  return placed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

/** Whether an old address leads where it must; a host may hand its query on. */
function leadsTo(expected: URL, target: URL, asked: URL): boolean {
  const plain = new URL(target);
  if (plain.search === asked.search) plain.search = '';
  return isSameAddress(expected, plain);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
