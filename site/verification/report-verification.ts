import { type Difference, differenceKinds, type Verification } from './difference.ts';

/** How many alike differences are told one by one; the others as a number. */
const toldEach = 3;

/** The exit code of a verification: 0 the same, 1 different, 2 not (all) seen, which is never "the same". */
export function verificationExitCode({ differences, unseen, interrupted }: Verification): 0 | 1 | 2 {
  if (interrupted !== undefined) return 2;
  if (differences.length > 0) return 1;
  return unseen.length > 0 ? 2 : 0;
}

/** What a verification found, in Vietnamese lines: the address first, the most dangerous first, alike ones together. */
export function reportVerification(verification: Verification, all = false): string[] {
  const { differences, unseen, notes } = verification;
  return [
    ...grouped(differences.toSorted(byAddress), ({ kind, who, what }) => `${kind} ${who} ${what}`)
      .toSorted(([a], [b]) => rank(a) - rank(b))
      .flatMap((group) => told(group, differenceLine, ({ who, what }) => `${who} ${what}`.trim(), all)),
    ...grouped(unseen, ({ reason }) => reason).flatMap((group) =>
      told(
        group,
        ({ address, reason }) => `${address}: CHƯA XEM ĐƯỢC, ${reason}`,
        ({ reason }) => `chưa xem được, ${reason}`,
        all,
      ),
    ),
    ...[...notes, ...otherBuild(verification)].map((note) => `LƯU Ý: ${note}`),
    summary(verification),
  ];
}

/** Whether most pages differ for everyone, which is what another build looks like. */
function otherBuild({ differences, compared }: Verification): string[] {
  const alike = differences.filter(({ kind, who }) => kind === 'changed' && (who === 'mọi người' || who === ''));
  return alike.length >= 10 && alike.length > compared / 2
    ? [
        'hơn nửa số địa chỉ khác như nhau với mọi người: có khi bản đem so không phải bản đang đăng, hay SITE_URL khác; thử --rebuild',
      ]
    : [];
}

function byAddress(a: { readonly address: string }, b: { readonly address: string }): number {
  return a.address < b.address ? -1 : 1;
}

function differenceLine({ address, who, what, detail }: Difference): string {
  return `${address}: ${[who, what].filter(Boolean).join(' ')}${detail && ` · ${detail}`}`;
}

function rank(difference: Difference | undefined): number {
  return difference ? differenceKinds.indexOf(difference.kind) : differenceKinds.length;
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  return [...Map.groupBy(items, key).values()];
}

function told<Item extends { readonly address: string }>(
  group: readonly Item[],
  line: (item: Item) => string,
  common: (item: Item) => string,
  all: boolean,
): string[] {
  const sorted = group.toSorted(byAddress);
  // To tell two more takes no more lines than to say that there are two more.
  const each = all || sorted.length <= toldEach + 2 ? sorted.length : toldEach;
  const [next] = sorted.slice(each);
  return [
    ...sorted.slice(0, each).map(line),
    ...(next
      ? [`${next.address} và ${sorted.length - each - 1} địa chỉ nữa cũng vậy: ${common(next)} (xem hết: thêm --all)`]
      : []),
  ];
}

function summary({ differences, unseen, compared, requests, against = 'bản dựng', interrupted }: Verification): string {
  const extent = requests > 0 ? `${compared} địa chỉ, ${requests} lượt hỏi` : `${compared} tệp`;
  const changed = new Set(differences.map(({ address }) => address)).size;
  const rest = unseen.length > 0 ? `; ${unseen.length} địa chỉ chưa xem được` : '';
  if (interrupted !== undefined)
    return `CHƯA XEM HẾT: ${interrupted}, nên dừng ở ${extent}${changed > 0 ? `; tới đó đã có ${changed} chỗ khác bản dựng (ở trên)` : ''}. Chưa thể nói là sạch: kiểm tra máy chủ và mạng rồi chạy lại.`;
  if (changed > 0)
    return `KHÁC BẢN DỰNG: ${changed} chỗ (ở trên)${rest}. Đã so ${extent}. Việc cần làm: docs/deploy.md, mục “Is it what was built?”.`;
  if (unseen.length > 0)
    return `CHƯA XEM HẾT: ${unseen.length} địa chỉ chưa xem được (ở trên), nên chưa thể nói là sạch. Đã so ${extent}.`;
  return `Sạch: ${extent}, đều như ${against}.`;
}
