import { blockTagNames } from '#site/markdown/sanitize-body.ts';
import type { BodyFinding, BodyPosition } from './body-finding.ts';

/** An HTML tag as CommonMark defines it (§6.6); the groups are its slash, name and end. */
const tag = /<(\/?)([a-z][a-z0-9-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*(\/?)>/gi;
const voidTags = new Set(['br', 'hr', 'wbr', 'img']);

/** The parents that some tags require (HTML §4.4, §4.9). */
const requiredParents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  summary: ['details'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
};
/** Tags whose only children are tags of the table above. */
const containers = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr']);

/**
 * Checks the HTML of one part of a body, a paragraph or everything outside paragraphs: every tag must be closed and
 * have a valid parent, because browsers repair invalid HTML in unexpected ways.
 */
export function htmlTagChecker(where: 'paragraph' | 'body'): {
  check: (html: string, position: BodyPosition) => void;
  findings: () => BodyFinding[];
} {
  const open: { readonly name: string; readonly position: BodyPosition }[] = [];
  const findings: BodyFinding[] = [];
  const report = (position: BodyPosition, wrong: string, remedy: string) =>
    findings.push({ ...position, rule: 'html', wrong, remedy });
  return {
    check(html, position) {
      for (const [, slash, rawName = ''] of html.matchAll(tag)) {
        const name = rawName.toLowerCase();
        if (voidTags.has(name)) continue;
        if (!slash) {
          if (isMisplaced(name, open.at(-1)?.name, where))
            report(position, `thẻ <${name}> không đứng được ở chỗ này`, 'xóa đi, viết bằng Markdown');
          open.push({ name, position });
        } else if (open.at(-1)?.name === name) open.pop();
        else report(position, `thẻ </${name}> đóng cái không mở ở đây`, 'xóa đi, hoặc đóng đúng thứ tự đã mở');
      }
      if (/<\/?[a-z]/i.test(html.replace(tag, '')))
        report(position, 'thẻ HTML chưa đóng bằng dấu >', 'xóa đi, viết bằng Markdown');
    },
    findings: () => [
      ...findings,
      ...open.map(
        ({ name, position }): BodyFinding => ({
          ...position,
          rule: 'html',
          wrong: `thẻ <${name}> mở ở đây mà không đóng`,
          remedy: `thêm </${name}> ở cuối chỗ ấy`,
        }),
      ),
    ],
  };
}

function isMisplaced(name: string, parent: string | undefined, where: 'paragraph' | 'body'): boolean {
  if (where === 'paragraph' && blockTagNames.includes(name)) return true;
  const parents = requiredParents[name];
  if (parents) return parent === undefined || !parents.includes(parent);
  return parent !== undefined && containers.has(parent);
}
