import { articleAddress } from '#news/address.ts';
import type { InternalLink } from '#news/body.ts';
import { outgoingDomain, type WebLink } from '#news/domain.ts';
import type { Problem } from '#news/rule.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { completeAddress } from '#site/repair/complete-address.ts';
import type { BodyPosition } from './body-finding.ts';
import { decodeAddress } from './decode-address.ts';
import { fileSlug } from './file-slug.ts';
import type { InspectedBody } from './inspect-body.ts';
import type { BodyReference } from './inspect-inline.ts';
import type { FileKind } from './resolve-sibling.ts';

/** What a body references; line and column in the file, counted from 1. */
export interface InspectedReferences {
  /** The names of files, as written. */
  readonly files: readonly FileReference[];
  readonly links: readonly InternalLink[];
  readonly webLinks: readonly WebLink[];
}

/** A file that must exist next to the one that references it. */
interface FileReference extends BodyReference {
  readonly kind: FileKind;
}

/** Divides the references of a body, and gives findings for addresses that are malformed whatever pages and files exist. */
export function inspectReferences(
  { pictures, links, videos }: Pick<InspectedBody, 'pictures' | 'links' | 'videos'>,
  locate: (position: BodyPosition) => SourceLocation,
): { readonly references: InspectedReferences; readonly findings: readonly Finding[] } {
  const references = { files: [] as FileReference[], links: [] as InternalLink[], webLinks: [] as WebLink[] };
  const findings: Finding[] = [];
  const addFile = (href: string, kind: FileKind, { line, column }: SourceLocation) =>
    references.files.push({ href, kind, line, column });
  const add = (reference: BodyReference, kind: FileKind) => {
    const { href } = reference;
    const location = locate(reference);
    const { line, column } = location;
    const problem = linkProblem(href);
    if (problem) findings.push(finding(location, problem.rule, problem.wrong, problem.remedy));
    else if (href.startsWith('/')) references.links.push({ href, line, column });
    else if (!/^(https?:|mailto:|tel:|#)/i.test(href)) addFile(href, kind, location);
    const domain = outgoingDomain(href);
    if (domain !== undefined) references.webLinks.push({ href, domain, line, column });
  };
  for (const picture of pictures) addFile(picture.href, 'ảnh', locate(picture));
  for (const link of links) add(link, 'tệp đính kèm');
  for (const video of videos) add(video, 'video');
  return { references, findings };
}

/** The problem of a link address that is malformed in itself. */
function linkProblem(href: string): Problem | undefined {
  const decoded = decodeAddress(href);
  const problem = (wrong: string, remedy: string): Problem => ({
    rule: 'lien-ket',
    wrong: `liên kết “${decoded}” ${wrong}`,
    remedy,
  });
  if (href === '') return problem('không có địa chỉ', 'viết địa chỉ trong ngoặc tròn');
  const complete = completeAddress(decoded);
  if (complete) return problem('viết thiếu hay sai phần đầu', `viết “${complete}”`);
  const [, fileName] = /^(?:[^:]*\/)?([^/:]+)\.md$/i.exec(decoded) ?? [];
  if (fileName)
    return problem('dẫn tới một tệp, không phải một trang', `viết “${articleAddress(fileSlug(`${fileName}.md`))}”`);
  if (/^[a-z0-9-]+(\/[a-z0-9-]+)*\/$/.test(href))
    return problem('thiếu dấu / ở đầu', `viết “/${decoded}”; nếu là của trang khác, chép cả địa chỉ từ https://`);
  if (!/^(?:[a-z]+:|[/#])/i.test(href) && /(?:\/|\.(?:aspx?|html?|jsp|php))$/i.test(href.split(/[?#]/, 1)[0] ?? ''))
    return problem('chỉ mở được ở trang mà nó được chép ra', 'chép cả địa chỉ của trang ấy, bắt đầu bằng https://');
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^(https?|mailto|tel):./i.test(href))
    return problem('không mở được trên trang', 'dùng địa chỉ https://…');
  return undefined;
}
