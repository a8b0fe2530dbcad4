import { isRuleName, rules, says } from '#news/rule.ts';
import { type Finding, finding, type Place } from '#site/finding.ts';
import { nearest } from '#vietnamese/nearest.ts';

/** An editor's "here it is meant so": `# cho phép: am-tiet` in front matter, `<!-- cho phép: am-tiet -->` in a body. */
export interface AllowNote extends Place {
  readonly rules: readonly string[];
  /** The lines it speaks of, first and last: its own, or when it stands alone the paragraph below it; undefined for the whole file ("cho phép cả tệp"). */
  readonly lines?: readonly [first: number, last: number];
}

const words = String.raw`\s*cho\s+ph[ée]p(\s+c[ảa]\s+t[ệe]p)?\s*:\s*`;
const note = new RegExp(String.raw`(?:#|<!--)${words}([^\n]*?)\s*(?:-->|$)`, 'iu');
const bodyNote = new RegExp(String.raw`[ \t]*<!--${words}[^\n]*?-->`, 'giu');

/** Whether a YAML comment (without its #) is such a note. */
export function isAllowNote(comment: string): boolean {
  return new RegExp(`^${words}`, 'iu').test(comment);
}

/** All notes of a file's text. */
export function allowNotes(path: string, text: string): AllowNote[] {
  if (!/cho\s+ph/i.test(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const found = note.exec(line);
    if (!found) return [];
    const [whole, ofFile, names = ''] = found;
    const alone = line.replace(whole, '').trim() === '';
    return {
      path,
      line: index + 1,
      column: found.index + 1,
      rules: names.split(/[\s,]+/).filter(Boolean),
      ...(!ofFile && { lines: [index + 1, alone ? endOfParagraph(lines, index + 1) : index + 1] }),
    };
  });
}

/** The number of the last line of the paragraph that begins at a line (from 0). */
function endOfParagraph(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, index) => index > from && line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

/** A body as readers get it, without notes; every line keeps its number. */
export function withoutAllowNotes(body: string): string {
  return body.replace(bodyNote, '');
}

/**
 * What is left of findings when notes are heard. A note that names no rule is a finding itself, and so, when every rule
 * was applied, is one that was heard for nothing.
 */
export function heard(findings: readonly Finding[], notes: readonly AllowNote[], complete: boolean): Finding[] {
  const left = new Set(findings);
  // In a file with an error not every rule had its say.
  const broken = new Set(findings.filter(({ level }) => level === 'error').map(({ path }) => path));
  const about: Finding[] = [];
  for (const each of notes) {
    for (const rule of each.rules) {
      if (!isRuleName(rule) || !rules[rule].allowable) {
        const near = nearest(rule, Object.keys(rules));
        about.push(
          finding(
            each,
            isRuleName(rule)
              ? says('cho-phep', `quy tắc “${rule}” không bỏ qua được`, 'xóa ghi chú này rồi sửa chỗ sai')
              : says(
                  'cho-phep',
                  `không có quy tắc nào tên “${rule}”`,
                  near ? `có phải là “${near}”?` : 'xóa ghi chú này',
                ),
          ),
        );
        continue;
      }
      const meant = [...left].filter(
        (one) =>
          one.path === each.path &&
          one.rule === rule &&
          (!each.lines || (each.lines[0] <= one.line && one.line <= each.lines[1])),
      );
      for (const one of meant) left.delete(one);
      if (meant.length === 0 && complete && !broken.has(each.path))
        about.push(finding(each, says('cho-phep-thua', `ở đây không có gì phạm “${rule}”`, 'xóa ghi chú này')));
    }
  }
  return [...left, ...about];
}
