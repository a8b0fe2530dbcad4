import type { ForeignLinkResult } from './check-foreign-links.ts';

/** What became of links to other sites, in Vietnamese lines; `places` says where the content names them. */
export function reportForeignLinks(result: ForeignLinkResult, places: ReadonlyMap<string, string>): string[] {
  const { asked, dead, unseen } = result;
  if (hasNoNames(result))
    return [
      `CHƯA XEM ĐƯỢC liên kết nào trong ${asked} liên kết: máy này không tìm thấy tên miền nào. Mạng hay DNS của máy có bị chặn không?`,
    ];
  const count = [...unseen.values()].reduce((sum, each) => sum + each, 0);
  const reasons = [...unseen].map(([reason, each]) => `${reason}: ${each}`).join(', ');
  const rest =
    count > 0 ? ` ${count} liên kết chưa rõ (${reasons}): nhiều trang không trả lời chương trình, hãy mở thử.` : '';
  return [
    ...dead.map(({ url, page, otherPages, problem }) => {
      const place = places.get(url);
      const more = otherPages > 0 ? ` và ${otherPages} trang nữa` : '';
      return `${url}: ${problem} · ở trang ${page}${more}${place === undefined ? '' : ` (content/${place})`}`;
    }),
    asked === 0
      ? 'Trang này không dẫn tới trang nào khác.'
      : count === asked
        ? `CHƯA XEM ĐƯỢC liên kết nào trong ${asked} liên kết (${reasons}): máy này có mạng không?`
        : `Đã mở ${asked} liên kết ra ngoài: ${dead.length} liên kết cần sửa.${rest}`,
  ];
}

/** Whether nothing answered and every name is unknown, which says more of this machine than of all those sites. */
function hasNoNames({ asked, dead, unseen }: ForeignLinkResult): boolean {
  const unknown = dead.filter(({ isUnknownHost }) => isUnknownHost).length;
  const silent = unseen.get('không trả lời') ?? 0;
  return unknown > 1 && unknown + silent === asked;
}

/** The exit code: 1 if a link has to be mended, 2 if none could be asked. */
export function foreignLinksExitCode(result: ForeignLinkResult): 0 | 1 | 2 {
  const { asked, dead, unseen } = result;
  if (hasNoNames(result)) return 2;
  const count = [...unseen.values()].reduce((sum, each) => sum + each, 0);
  if (asked > 0 && count === asked) return 2;
  return dead.length > 0 ? 1 : 0;
}
