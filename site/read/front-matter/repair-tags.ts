import type { Line } from './front-matter-entries.ts';
import type { FrontMatterRepair } from './front-matter-repair.ts';

/** Items of `tags` that begin with the sign of a tag of other programs, or stand on one line. */
export function tagRepairs(block: readonly Line[]): FrontMatterRepair[] {
  const inline = block.flatMap(inlineTagRepair);
  if (inline.length > 0) return inline;
  const first = block.findIndex(({ text }) => /^tags[ \t]*:[ \t]*$/i.test(text));
  if (first < 0) return [];
  const repairs: FrontMatterRepair[] = [];
  for (const { text, offset } of block.slice(first + 1)) {
    if (!/^\s*- |^\s*$/.test(text)) break;
    const [, before = '', quote = '', tag] =
      /^([ \t]*- {1,9})(["']?)#([\p{L}\d][\p{L}\p{M}\d -]*)\2$/u.exec(text.trimEnd()) ?? [];
    if (tag === undefined) continue;
    const remedy = `viết cả dòng “${before}${quote}${tag}${quote}”`;
    const place = { offset: offset + before.length + quote.length, length: 1, text: '' };
    repairs.push({ ...place, rule: 'the-thang', wrong: `thẻ “#${tag}” viết không có dấu #`, remedy });
  }
  return repairs;
}

/** Tags on one line, each with its sign or between commas: "tags: đại hội, khoa học", "tags: #đại hội #khoa học" */
function inlineTagRepair({ text, offset }: Line): FrontMatterRepair[] {
  const [, before = '', written = ''] = /^(tags[ \t]*:[ \t]+)(\S.*)$/i.exec(text.trimEnd()) ?? [];
  const isList = written.startsWith('[');
  if (written === '' || (isList && !/[[\s,"']#/.test(written)) || /^(null|~)$/i.test(written)) return [];
  const bare = written.replace(/^\[|\]$/g, '');
  const tags = bare
    .split(/,|(?:^|\s)(?=["']?#)/)
    .map((tag) => tag.trim().replace(/^(["']?)#?(.*)\1$/, '$2'))
    .filter(Boolean);
  if (tags.length === 0 || !tags.every((tag) => /^[\p{L}\d][\p{L}\p{M}\d -]*$/u.test(tag))) return [];
  const list = `[${tags.join(', ')}]`;
  const wrong = isList ? 'thẻ viết không có dấu #' : 'các thẻ viết trên một dòng thì đặt trong ngoặc vuông';
  const place = { offset: offset + before.length, length: written.length, text: list };
  return [{ ...place, rule: 'the-thang', wrong, remedy: `viết cả dòng “${before}${list}”` }];
}
