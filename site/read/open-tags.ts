import { says } from '#news/rule.ts';
import type { BodyFault, BodyPlace } from './body-fault.ts';

/** An HTML tag as CommonMark knows it (§6.6): its slash, its name, its end. */
const tag = /<(\/?)([a-z][a-z0-9-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*(\/?)>/gi;
const empty = new Set(['br', 'hr', 'wbr', 'img']);

/** Follows the HTML of one stretch of a body, which must close what it opens: a browser would guess the rest. */
export function openTags(): {
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
        if (!slash) open.push({ name, place });
        else if (open.at(-1)?.name === name) open.pop();
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
