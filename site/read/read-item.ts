import { basename, dirname } from 'node:path';
import type { z } from 'zod';
import { articleAddress } from '#news/address.ts';
import type { Body, InternalLink } from '#news/body.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import { slug } from '#vietnamese/slug.ts';
import { type AllowNote, allowNotes, withoutAllowNotes } from './allow-notes.ts';
import { masked } from './body-prose.ts';
import { checkYaml } from './check-yaml.ts';
import { type FileKind, fileBeside, missingFile } from './file-beside.ts';
import { splitFrontMatter } from './front-matter.ts';
import { inspectBody, type Mention } from './inspect-body.ts';
import { readable } from './readable.ts';
import type { SourceFile } from './source-file.ts';

/** Words of a file that people read, what is none of them masked; `offset` is theirs in the normalised text of the file. */
export interface Prose {
  readonly text: string;
  readonly offset: number;
}

/** A Markdown file of content/ whose parts could be told apart. */
export interface Item<Value> {
  readonly source: SourceFile;
  /** The part of its address that is its own, from its file name; empty when that has no letter. */
  readonly slug: string;
  /** Undefined when the front matter does not fit. */
  readonly value?: Value;
  readonly body: Body;
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly prose: readonly Prose[];
  readonly notes: readonly AllowNote[];
  /** Where the value of a key of the front matter stands. */
  readonly at: (keys: readonly PropertyKey[]) => Place;
  /** Where the body begins. */
  readonly bodyStart: Place;
  readonly findings: readonly Finding[];
}

/** The part of an address that a file name gives: "2018-06-20-dai-hoi.md" → "dai-hoi", "2018-06-20-dai-hoi/index.md" too. */
export function fileSlug(file: string): string {
  const named = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
  return slug(named.replace(/^\d{4}-\d{2}-\d{2}-/, ''));
}

/** The name of a file that gives an address it was hardly meant to give: spaces, marks, a date in another form. */
function oddName(file: string): string | undefined {
  const named = basename(file) === 'index.md' ? basename(dirname(file)) : basename(file, '.md');
  const good = /^(\d{4}-\d{2}-\d{2}-)?(?!\d{6,8}-|\d{1,2}-\d{1,2}-\d{4}|\d{4}(-|$))[a-z0-9]+(-[a-z0-9]+)*$/;
  return good.test(named) ? undefined : named;
}

/** Takes a Markdown file apart and checks its front matter with a schema; undefined, and why, when there are no two parts. */
export function readItem<Schema extends z.ZodType>(
  source: SourceFile,
  schema: Schema,
): { item?: Item<z.output<Schema>>; findings: readonly Finding[] } {
  const split = source.findings.some(({ level }) => level === 'error') ? undefined : splitFrontMatter(source);
  if (!split || 'finding' in split) return { findings: split ? [...source.findings, split.finding] : source.findings };

  const { value, findings: misfits, at, words } = checkYaml(split.block, schema);
  const facts = inspectBody(split.body);
  const placed = <Where extends { readonly line: number }>(where: Where): Where & { readonly path: string } => ({
    ...where,
    path: source.path,
    line: where.line + split.bodyLine - 1,
  });
  const findings = [
    ...source.findings,
    ...misfits,
    ...facts.faults.map(({ message, ...place }) => finding(placed(place), message)),
  ];

  const itemSlug = fileSlug(source.file);
  if (!itemSlug)
    findings.push(
      finding(
        at([]),
        says('ten-tep', 'tên tệp không có chữ nào để làm địa chỉ', 'đặt tên như 2018-06-20-tieu-de-bai.md'),
      ),
    );

  const odd = itemSlug && oddName(source.file);
  if (odd)
    findings.push(
      finding(
        startOf(source.path),
        says(
          'dat-ten',
          `tên tệp “${odd}” không thành một địa chỉ đẹp`,
          'trước khi đăng, đổi tên như 2018-06-20-tieu-de-bai.md',
        ),
      ),
    );

  const pictures = new Map<string, string>();
  const attachments = new Map<string, string>();
  const need = (name: string, kind: FileKind, place: Place) => {
    const found = fileBeside(source.file, name, kind);
    if (found) (kind === 'ảnh' ? pictures : attachments).set(name, found);
    else
      findings.push(
        finding(place, says(kind === 'ảnh' ? 'anh' : 'tep-dinh-kem', ...missingFile(source.file, name, kind))),
      );
  };
  for (const { href, ...place } of facts.pictures) need(href, 'ảnh', placed(place));
  const links: InternalLink[] = [];
  const needTarget = (mention: Mention, kind: FileKind) => {
    const { href } = mention;
    const fault = linkFault(href);
    if (fault) findings.push(finding(placed(mention), fault));
    else if (href.startsWith('/')) links.push(placed(mention));
    else if (!/^(https?:|mailto:|tel:|#)/i.test(href)) need(href, kind, placed(mention));
  };
  for (const mention of facts.links) needTarget(mention, 'tệp đính kèm');
  for (const mention of facts.videos) needTarget(mention, 'video');

  const blockOffset = source.text.indexOf('\n') + 1;
  return {
    findings,
    item: {
      source,
      slug: itemSlug,
      ...(value !== undefined && { value }),
      body: {
        markdown: withoutAllowNotes(split.body),
        pictures,
        attachments,
        links,
        hasGallery: facts.hasGallery,
        hasHtmlTable: facts.hasHtmlTable,
      },
      ...(facts.firstParagraph && { firstParagraph: facts.firstParagraph }),
      prose: [
        ...words.map(({ offset, text }) => ({ offset: blockOffset + offset, text: withoutMarks(text) })),
        { offset: source.text.length - split.body.length, text: facts.prose },
      ],
      notes: allowNotes(source.path, source.text),
      at,
      bodyStart: { path: source.path, line: split.bodyLine, column: 1 },
      findings,
    },
  };
}

/** What is wrong with an address of a link as such; undefined where that depends on what there is. */
function linkFault(href: string): string | undefined {
  const written = readable(href);
  const refuse = (wrong: string, remedy: string) => says('lien-ket', `liên kết “${written}” ${wrong}`, remedy);
  if (href === '') return refuse('không có địa chỉ', 'viết địa chỉ trong ngoặc tròn');
  if (href.startsWith('//')) return refuse('thiếu https:', `viết “https:${written}”`);
  if (/^(https?:(?!\/\/)|https?\/\/)/i.test(href))
    return refuse('sai ở phần https://', `viết “${written.replace(/^(https?):?\/*/i, '$1://')}”`);
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(href)) return refuse('thiếu mailto:', `viết “mailto:${written}”`);
  if (/^www\.|^[\w-]+(\.[\w-]+)*\.(vn|com|org|net|edu|gov|info|me|io)(\/|$)/i.test(href))
    return refuse('thiếu https://', `viết “https://${written}”`);
  const [, article] = /^(?:[^:]*\/)?([^/:]+)\.md$/i.exec(written) ?? [];
  if (article)
    return refuse('dẫn tới một tệp, không phải một trang', `viết “${articleAddress(fileSlug(`${article}.md`))}”`);
  if (/^[a-z0-9-]+(\/[a-z0-9-]+)*\/$/.test(href)) return refuse('thiếu dấu / ở đầu', `viết “/${written}”`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(https?|mailto|tel):./i.test(href))
    return refuse('không mở được trên trang', 'dùng địa chỉ https://…');
  return undefined;
}

/** The quotes and block marks of YAML are no words. */
function withoutMarks(written: string): string {
  const text = written.trimEnd();
  if (/^["']/.test(text)) return `${masked}${text.slice(1, -1)}${masked}`;
  return text.replace(/^[|>][-+\d]*|^(\s*)- /gm, (mark) => masked.repeat(mark.length));
}
