import type { Deviation, Difference, Verification } from './difference.ts';
import type { Answer, Unanswered } from './site-client.ts';
import { accepting, desktopFromGoogle, mainVisitors, phoneReader, type Visitor } from './visitors.ts';

/** An answer of a server that was judged, or why it was not. */
export type Judged = { readonly found: readonly Deviation[]; readonly answer?: Answer } | Unanswered;

/** What each of several visitors got, one asking after the other. */
export async function askEach(
  visitors: readonly Visitor[],
  judge: (visitor: Visitor) => Promise<Judged>,
): Promise<Map<Visitor, Judged>> {
  const judged = new Map<Visitor, Judged>();
  for (const visitor of visitors) judged.set(visitor, await judge(visitor));
  return judged;
}

/** Collects what visitors got at the addresses of a site, and says who sees what. */
export class Observations {
  readonly #root: URL;
  readonly #differences: Difference[] = [];
  readonly #unseen = new Map<string, string>();

  constructor(root: URL) {
    this.#root = root;
  }

  found(): Pick<Verification, 'differences' | 'unseen'> {
    const told = new Set(this.#differences.map((difference) => `${difference.address} ${keyOf(difference)}`));
    // What a page does, it does with a query and under another spelling as well.
    const isToldOfPage = (difference: Difference) => {
      const page = difference.address.replace(/\?.*$/, '').replace(/(?:\/index\.html|\/)?$/, '/');
      return page !== difference.address && told.has(`${page} ${keyOf(difference)}`);
    };
    return {
      differences: this.#differences.filter((difference) => !isToldOfPage(difference)),
      unseen: [...this.#unseen].map(([address, reason]) => ({ address, reason })),
    };
  }

  /**
   * Records what visitors got at an address, alike deviations of several of them as one. `judgeAgain` asks once more, to
   * tell a visitor from the compressed form that was sent to her.
   */
  async record(
    address: string,
    judged: ReadonlyMap<Visitor, Judged>,
    judgeAgain?: (visitor: Visitor) => Promise<Judged>,
  ): Promise<void> {
    const shown = shownAddress(address, this.#root);
    const seen = new Map<string, { readonly found: Deviation; readonly visitors: Visitor[] }>();
    for (const [visitor, result] of judged) {
      if ('reason' in result) {
        this.#unseen.set(shown, result.reason);
        continue;
      }
      for (const found of result.found) {
        const alike = seen.get(keyOf(found)) ?? { found, visitors: [] };
        alike.visitors.push(visitor);
        seen.set(keyOf(found), alike);
      }
    }
    for (const { found, visitors } of seen.values()) {
      const isForAll = visitors.length === judged.size;
      const form = isForAll || !judgeAgain ? undefined : await commonForm(found, visitors, judged, judgeAgain);
      const others = isForAll || !judgeAgain || form ? [] : await alsoSeenBy(found, visitors, judgeAgain);
      const who = form ?? names([...visitors, ...others], [...judged.keys()]);
      this.#differences.push({ ...found, address: shown, who });
    }
  }
}

function keyOf({ kind, what }: Deviation): string {
  return `${kind} ${what}`;
}

function names(visitors: readonly Visitor[], asked: readonly Visitor[]): string {
  const without = asked.filter((visitor) => !visitors.includes(visitor)).map(({ label }) => label);
  if (without.length === 0) return 'mọi người';
  if (without.length === 1 && asked.length > 2) return `mọi người trừ ${without.join('')}`;
  return `chỉ ${visitors
    .map(({ label }) => label)
    .toSorted()
    .join(', ')}`;
}

/** Whether it is coming from Google that makes the difference, or the telephone: who else sees it. */
async function alsoSeenBy(
  found: Deviation,
  visitors: readonly Visitor[],
  judgeAgain: (visitor: Visitor) => Promise<Judged>,
): Promise<Visitor[]> {
  const [, , phone] = mainVisitors;
  if (visitors.length !== 1 || visitors[0] !== phone) return [];
  const others = [desktopFromGoogle, phoneReader];
  const seen: Visitor[] = [];
  for (const visitor of others) if (isAlike(await judgeAgain(visitor), found)) seen.push(visitor);
  return seen;
}

function isAlike(judged: Judged, found: Deviation): boolean {
  return !('reason' in judged) && judged.found.some((each) => keyOf(each) === keyOf(found));
}

/** Who is given the compressed form that a visitor got, if a reader who takes that form gets the same. */
async function commonForm(
  found: Deviation,
  visitors: readonly Visitor[],
  judged: ReadonlyMap<Visitor, Judged>,
  judgeAgain: (visitor: Visitor) => Promise<Judged>,
): Promise<string | undefined> {
  const [[reader], [visitor]] = [mainVisitors, visitors];
  if (!reader || !visitor || visitors.includes(reader)) return undefined;
  const result = judged.get(visitor);
  const encoding = result && 'answer' in result ? result.answer?.headers['content-encoding'] : undefined;
  if (encoding === undefined) return undefined;
  const again = await judgeAgain(accepting(reader, visitor.headers['Accept-Encoding'] ?? ''));
  return isAlike(again, found) ? `mọi người nhận bản nén ${encoding === 'br' ? 'br' : 'gz'}` : undefined;
}

/** An address as people read it: decoded, and with the path of the site. */
function shownAddress(address: string, root: URL): string {
  const shown = address.startsWith('/') ? root.pathname.replace(/\/$/, '') + address : address;
  try {
    return decodeURI(shown);
  } catch {
    return shown;
  }
}
