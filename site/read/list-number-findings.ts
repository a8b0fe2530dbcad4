import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

/** Findings for numbered items that are printed with another number than was written: lists count on from the first. */
export function listNumberFindings(body: ParsedBody): BodyFinding[] {
  const findings: BodyFinding[] = [];
  const open: { readonly written: number[]; readonly lines: number[] }[] = [];
  for (const { type, info, map } of body.tokens) {
    if (type === 'ordered_list_open') open.push({ written: [], lines: [] });
    if (type === 'list_item_open' && info !== '' && /^\d+$/.test(info)) {
      open.at(-1)?.written.push(Number(info));
      open.at(-1)?.lines.push(map?.[0] ?? 0);
    }
    if (type !== 'ordered_list_close') continue;
    const { written = [], lines = [] } = open.pop() ?? {};
    const [first = 1] = written;
    // "1. 1. 1." asks the program to count.
    if (written.every((number) => number === first)) continue;
    const wrong = written.findIndex((number, index) => number !== first + index);
    if (wrong < 0) continue;
    findings.push({
      ...positionAt(body, body.lineStarts[lines[wrong] ?? 0] ?? 0),
      rule: 'markdown',
      wrong: `số “${written[wrong]}.” của mục này in ra thành “${first + wrong}.”`,
      remedy: `muốn giữ đúng số thì viết “${written[wrong]}\\.”`,
    });
  }
  return findings;
}
