import { says } from '#news/rule.ts';
import { block } from '#site/markdown/allowed-html.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';

/** An HTML tag as CommonMark knows it (§6.6): its slash, its name, its end. */
const tag = /<(\/?)([a-z][a-z0-9-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*(\/?)>/gi;
const empty = new Set(['br', 'hr', 'wbr', 'img']);

/** Where some tags must stand (HTML §4.4, §4.9). */
const homes: Readonly<Record<string, readonly string[]>> = {
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
/** Tags that hold nothing but those of the table above. */
const containers = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr']);

/**
 * Follows the HTML of one stretch of a body, inside a paragraph or beside it: what it opens it must close, and each tag
 * must stand where HTML lets it, for a browser would guess the rest.
 */
export function openTags(where: 'paragraph' | 'body'): {
  read: (html: string, place: BodyPlace) => void;
  faults: () => BodyFault[];
} {
  const open: { readonly name: string; readonly place: BodyPlace }[] = [];
  const faults: BodyFault[] = [];
  const fault = (place: BodyPlace, wrong: string, remedy: string) =>
    faults.push({ ...place, message: says('html', wrong, remedy) });
  return {
    read(html, place) {
      for (const [, slash, written = ''] of html.matchAll(tag)) {
        const name = written.toLowerCase();
        if (empty.has(name)) continue;
        if (!slash) {
          if (isMisplaced(name, open.at(-1)?.name, where))
            fault(place, `thẻ <${name}> không đứng được ở chỗ này`, 'xóa đi, viết bằng Markdown');
          open.push({ name, place });
        } else if (open.at(-1)?.name === name) open.pop();
        else fault(place, `thẻ </${name}> đóng cái không mở ở đây`, 'xóa đi, hoặc đóng đúng thứ tự đã mở');
      }
      if (/<\/?[a-z]/i.test(html.replace(tag, '')))
        fault(place, 'thẻ HTML chưa đóng bằng dấu >', 'xóa đi, viết bằng Markdown');
    },
    faults: () => [
      ...faults,
      ...open.map(({ name, place }) => ({
        ...place,
        message: says('html', `thẻ <${name}> mở ở đây mà không đóng`, `thêm </${name}> ở cuối chỗ ấy`),
      })),
    ],
  };
}

function isMisplaced(name: string, parent: string | undefined, where: 'paragraph' | 'body'): boolean {
  if (where === 'paragraph' && block.includes(name)) return true;
  const home = homes[name];
  if (home) return parent === undefined || !home.includes(parent);
  return parent !== undefined && containers.has(parent);
}
