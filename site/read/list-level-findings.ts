import type { MarkdownToken } from '#site/markdown/markdown.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type BodyFinding, positionAt } from './body-finding.ts';

/**
 * Findings for lists whose items have another mark than the list right above: "+" below "-" is how offices write the
 * second level, but without an indentation both are printed on one.
 */
export function listLevelFindings(body: ParsedBody): BodyFinding[] {
  if (!body.tokens.some(({ type, markup }) => type === 'bullet_list_open' && markup === '+')) return [];
  const findings: BodyFinding[] = [];
  /** The list before, at each depth, if nothing stands between; true where it was told. */
  const above: { mark: string; isTold: boolean }[] = [];
  for (const { type, level, markup, map } of body.tokens) {
    if (!/_list_open$/.test(type)) {
      if (!/_list_close$/.test(type)) above.length = Math.min(above.length, level);
      continue;
    }
    const before = above[level];
    const isBelow = markup === '+' && before !== undefined && before.mark !== '+';
    if (isBelow && !before.isTold) findings.push(finding(body, map, before.mark));
    above[level] = { mark: markup, isTold: isBelow || (before?.isTold ?? false) };
  }
  return findings;
}

function finding(body: ParsedBody, map: MarkdownToken['map'], mark: string): BodyFinding {
  return {
    ...positionAt(body, body.lineStarts[map?.[0] ?? 0] ?? 0),
    rule: 'thut-dong',
    wrong: `các mục “+” ở đây in ngang hàng với mục “${/[.)]/.test(mark) ? `1${mark}` : mark}” ở trên`,
    remedy: 'mục con thì thụt vào, sao cho dấu + đứng thẳng dưới chữ đầu của mục mẹ',
  };
}
