import { type Finding, finding, type TextEdit } from '#site/finding.ts';
import { quoteYaml } from './explain-yaml-error.ts';
import type { ProseSegment } from './prose-findings.ts';
import { locationAt, type SourceFile } from './source-file.ts';

const markup =
  /\*\*(?=\S)[^*\n]+\*\*|__(?=\S)[^_\n]+__|<\/?(?:b|strong|i|em|u|span|font|p|br|div|h[1-6]|a)(?:\s[^<>\n]*)?\/?>|&(?:amp|quot|nbsp|lt|gt|apos|#\d{1,5}|#x[\da-f]{1,4});|\[[^\][\n]+\]\([^()\s]+\)/i;

const entities: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&quot;': '"', '&nbsp;': ' ', '&lt;': '<', '&gt;': '>', '&apos;': "'" },
};

/** A text without the marks of Markdown and the tags and entities of HTML. */
function withoutMarkup(text: string): string {
  return text
    .replace(new RegExp(markup, 'gi'), (mark) => {
      if (mark.startsWith('<')) return '';
      if (mark.startsWith('[')) return mark.slice(1, mark.indexOf(']'));
      return mark.startsWith('&') ? decodeEntity(mark) : mark.slice(2, -2);
    })
    .trim();
}

function decodeEntity(entity: string): string {
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(entity) ?? [];
  const code = Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10);
  return entities[entity.toLowerCase()] ?? (code >= 32 && code < 0xd800 ? String.fromCharCode(code) : entity);
}

/** Findings for values of front matter that print marks as text, or lose letters after a backslash. */
export function plainTextFindings(source: SourceFile, values: readonly ProseSegment[]): Finding[] {
  return values.flatMap(({ offset, text: raw }) => {
    const value = raw.trimEnd();
    const mark = markup.exec(value);
    if (mark) return [markupFinding(source, { offset, text: value }, mark)];
    const eaten = letterAfterEscape(value, source.text.slice(source.text.lastIndexOf('\n', offset) + 1, offset));
    if (eaten === undefined) return [];
    const wrong = `trong ngoặc kép, “${eaten}” không phải là dấu \\ và một chữ`;
    return [finding(locationAt(source, offset), 'dau-cheo', wrong, 'muốn in dấu \\ thì đặt chữ trong ngoặc đơn')];
  });
}

function markupFinding(source: SourceFile, { offset, text: raw }: ProseSegment, mark: RegExpExecArray): Finding {
  const wrong = `“${mark[0]}” in ra nguyên như vậy`;
  const location = locationAt(source, offset + mark.index);
  const [, quote, inner = raw] = /^(["'])(.*)\1$/.exec(raw) ?? [];
  const plain = withoutMarkup(inner);
  const isOneValue = !raw.includes('\n') && !/^[[{>|-]/.test(raw) && plain !== '' && !/\\|''/.test(inner);
  // The address of a link would be lost.
  if (!isOneValue || mark[0].startsWith('['))
    return finding(location, 'chu-tron', wrong, 'ở đây chỉ viết chữ, bỏ các dấu ấy');
  const needsQuotes = quote !== undefined || /: | #|:$|^[^\p{L}\p{N}“(]/u.test(plain);
  const edit: TextEdit = { offset, length: raw.length, text: needsQuotes ? quoteYaml(plain) : plain };
  const lineStart = source.text.lastIndexOf('\n', offset) + 1;
  const lineEnd = source.text.indexOf('\n', offset);
  const [before, after] = [
    source.text.slice(lineStart, offset),
    source.text.slice(offset + raw.length, lineEnd).trimEnd(),
  ];
  return finding(location, 'chu-tron', wrong, `viết cả dòng “${before}${edit.text}${after}”`, edit);
}

/** An escape before a letter in double quotes, where no line of text can be meant; `before` is the line up to it. */
function letterAfterEscape(raw: string, before: string): string | undefined {
  if (!raw.startsWith('"') || /^(description|question):/.test(before)) return undefined;
  return /(?<!\\)(?:\\\\)*(\\[abefnrtv]\p{L})/u.exec(raw)?.[1];
}
