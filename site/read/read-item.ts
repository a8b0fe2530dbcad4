import { basename, dirname } from 'node:path';
import { articleAddress } from '#news/address.ts';
import type { Body, InternalLink } from '#news/body.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding, type Place, startOf } from '#site/finding.ts';
import { slug } from '#vietnamese/slug.ts';
import type { AllowNote } from './allow-notes.ts';
import { placesOf } from './check-yaml.ts';
import { type FileKind, fileBeside, missingFile } from './file-beside.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Mention } from './inspect-body.ts';
import type { InspectedFile } from './inspect-in-turns.ts';
import { readable } from './readable.ts';
import { textAgain } from './source-file.ts';

/** A Markdown file of content/ whose parts could be told apart. */
export interface Item<Value> {
  readonly file: string;
  /** The path as messages print it. */
  readonly path: string;
  /** The text of the file, read again. Throws a ContentChanged. */
  readonly text: () => string;
  /** The part of its address that is its own, from its file name; empty when that has no letter. */
  readonly slug: string;
  /** Undefined when the front matter does not fit. */
  readonly value?: Value;
  readonly body: Body;
  /** Plain text of the first paragraph, when the body begins with one. */
  readonly firstParagraph?: string;
  readonly notes: readonly AllowNote[];
  /** Where the value of a key of the front matter stands. */
  readonly at: (keys: readonly PropertyKey[]) => Place;
  /** Where the body begins. */
  readonly bodyStart: Place;
  readonly findings: readonly Finding[];
}

/** Most bodies name no files: ten thousand empty maps would be some megabytes. */
const none: ReadonlyMap<string, string> = new Map();

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

/** What a Markdown file is beside the files it names; undefined, and why, when there are no two parts. */
export function readItem<Value>({
  file,
  path,
  fingerprint,
  inspected: { parts, findings: misfits },
}: InspectedFile<Value>): { item?: Item<Value>; findings: readonly Finding[] } {
  if (!parts) return { findings: misfits };
  const { value, facts, bodyStart, bodyLine, notes } = parts;
  const text = () => textAgain(file, fingerprint);
  const placed = <Where extends { readonly line: number }>(where: Where): Where & { readonly path: string } => ({
    ...where,
    path,
    line: where.line + bodyLine - 1,
  });
  const at = placesIn(path, text);
  const findings = [...misfits];

  const itemSlug = fileSlug(file);
  if (!itemSlug)
    findings.push(
      finding(
        at([]),
        says('ten-tep', 'tên tệp không có chữ nào để làm địa chỉ', 'đặt tên như 2018-06-20-tieu-de-bai.md'),
      ),
    );

  const odd = itemSlug && oddName(file);
  if (odd)
    findings.push(
      finding(
        startOf(path),
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
    const found = fileBeside(file, name, kind);
    if (found) (kind === 'ảnh' ? pictures : attachments).set(name, found);
    else findings.push(finding(place, says(kind === 'ảnh' ? 'anh' : 'tep-dinh-kem', ...missingFile(file, name, kind))));
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

  return {
    findings,
    item: {
      file,
      path,
      text,
      slug: itemSlug,
      ...(value !== undefined && { value }),
      body: {
        markdown: { file, start: bodyStart, fingerprint },
        syllables: facts.syllables,
        pictures: pictures.size > 0 ? pictures : none,
        attachments: attachments.size > 0 ? attachments : none,
        links,
        hasGallery: facts.hasGallery,
        hasHtmlTable: facts.hasHtmlTable,
      },
      ...(facts.firstParagraph && { firstParagraph: facts.firstParagraph }),
      notes,
      at,
      bodyStart: { path: path, line: bodyLine, column: 1 },
      findings,
    },
  };
}

/** Where the values of a file's front matter stand; taken apart again when asked, which is rare. */
function placesIn(path: string, text: () => string): Item<unknown>['at'] {
  return (keys) => {
    const split = splitFrontMatter({ path, text: text() });
    return 'finding' in split ? startOf(path) : placesOf(split.block)(keys);
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
