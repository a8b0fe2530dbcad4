import { type Finding, finding } from '#site/finding.ts';
import type { YamlBlock } from './yaml-document.ts';

/** Findings for times that look like a period and are an offset: "2026-12-01 08:00-11:30". */
export function timeRangeFindings({ path, text, linesBefore }: YamlBlock): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    // Programs, which do write offsets, write seconds or a T too.
    const [, before = '', written, start, offset] =
      /^([\w-]+:[ \t]*["']?)(\d{4}-\d\d-\d\d (\d\d:\d\d)(-\d\d:\d\d))["']?[ \t]*$/.exec(line) ?? [];
    if (written === undefined) return [];
    const wrong = `“${written}” được hiểu là ${start} ở múi giờ ${offset}, không phải một khoảng giờ`;
    const remedy = 'chỉ viết giờ bắt đầu; giờ kết thúc của sự kiện ghi ở mục to';
    return [finding({ path, line: index + linesBefore + 1, column: before.length + 1 }, 'khoang-gio', wrong, remedy)];
  });
}
