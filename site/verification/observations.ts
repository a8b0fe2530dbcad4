import type { Deviation, Difference, Verification } from './difference.ts';
import type { Answer, Unanswered } from './site-client.ts';
import { accepting, mainVisitors, type Visitor } from './visitors.ts';

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
    return {
      differences: this.#differences,
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
      const form =
        visitors.length < judged.size && judgeAgain ? await commonForm(found, visitors, judged, judgeAgain) : undefined;
      this.#differences.push({ ...found, address: shown, who: form ?? names(visitors, judged.size) });
    }
  }
}

function keyOf({ kind, what }: Deviation): string {
  return `${kind} ${what}`;
}

function names(visitors: readonly Visitor[], asked: number): string {
  if (visitors.length === asked) return 'mọi người';
  return `chỉ ${visitors.map(({ label }) => label).join(', ')}`;
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
  const isAlike = !('reason' in again) && again.found.some((each) => keyOf(each) === keyOf(found));
  return isAlike ? `mọi người nhận bản nén ${encoding === 'br' ? 'br' : 'gz'}` : undefined;
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
