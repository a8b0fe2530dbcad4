import { basename } from 'node:path';
import type { SiteFrame } from '#layouts/frame.ts';
import {
  archiveAddress,
  articleAddress,
  attachmentAddress,
  feedAddress,
  homeAddress,
  questionsAddress,
} from '#news/address.ts';
import { says } from '#news/field.ts';
import { type Content, type Newsroom, newsroom } from '#news/newsroom.ts';
import { type StaticFile, sizeScript, staticFiles } from './assets.ts';
import { byPlace, ContentError, type Finding } from './finding.ts';
import { headers, headersFile, policy, policyText } from './headers.ts';
import { inspectBody } from './markdown.ts';
import { type SitePages, sitePages } from './pages.ts';
import { makePictures } from './pictures.ts';
import { besideOf, readContent } from './read-content.ts';
import type { Settings } from './settings.ts';
import { shownPath } from './source-file.ts';
import { stylesheet } from './stylesheet.ts';

/** The whole site, ready to be printed. */
export interface Site {
  readonly pages: SitePages;
  readonly files: readonly StaticFile[];
  readonly pictureCount: number;
  readonly warnings: readonly Finding[];
  /** When the site must be built again. */
  readonly nextBuildAt?: Date;
}

/** Says how far a long step is. */
export type Progress = (step: string, done: number, all: number) => void;

/** Reads content, checks it and lists every page and file. Throws a ContentError with all errors of all files. */
export async function openSite(settings: Settings, progress: Progress = () => {}): Promise<Site> {
  const { content, findings } = await readContent(settings.contentDir);
  const errors = findings.filter(({ level }) => level === 'error');
  if (!content || errors.length > 0) throw new ContentError(errors);

  const room = newsroom(content, settings.now, settings.preview);
  const used = picturesOf(room);
  const pictures = await makePictures(used, settings.base, (done, all) => progress('ảnh', done, all));

  const [css, script] = await Promise.all([stylesheet(settings.base), sizeScript()]);
  const directives = policy(css, script);
  const pages = sitePages({
    newsroom: room,
    pictures,
    settings,
    site: siteFrame(content, settings, css, script, policyText(directives, 'meta')),
    headers: headersFile(headers(directives, !settings.public)),
  });
  const files: StaticFile[] = [
    ...(await staticFiles()),
    ...[...pictures].flatMap(([file, made]) => made.files.map((variant) => ({ ...variant, source: shownPath(file) }))),
    ...room.articles.flatMap(({ slug, path, attachments }) =>
      attachments.map(({ file }) => ({ address: attachmentAddress(slug, basename(file)), source: path, from: file })),
    ),
  ];

  const links = deadLinks(content, room, pages, files);
  const faults = [...addressClashes(pages), ...deadMenuEntries(content, pages, settings), ...links];
  const refused = faults.filter(({ level }) => level === 'error');
  if (refused.length > 0) throw new ContentError(refused.sort(byPlace));
  return {
    pages,
    files,
    pictureCount: pictures.size,
    warnings: [...findings, ...links],
    ...(room.nextDue && { nextBuildAt: room.nextDue }),
  };
}

function picturesOf({ articles, questions, pages }: ReturnType<typeof newsroom>): string[] {
  const inBodies = [...articles, ...questions, ...pages].flatMap(({ path, body }) =>
    body.includes('![') ? inspectBody(body).pictures.flatMap(({ src }) => besideOf(path, src) ?? []) : [],
  );
  return [...inBodies, ...articles.flatMap(({ cover }) => cover?.file ?? [])];
}

function addressClashes(pages: SitePages): Finding[] {
  const owners = new Map<string, string>();
  const clashes: Finding[] = [];
  for (const { address, source } of Object.values(pages).flat()) {
    const owner = owners.get(address);
    if (owner !== undefined)
      clashes.push({
        level: 'error',
        path: source,
        line: 1,
        column: 1,
        message: says(`địa chỉ ${address} đã là của ${owner}`, 'đổi tên một trong hai tệp'),
      });
    owners.set(address, source);
  }
  return clashes;
}

/** Links in bodies to pages that are not there: an error, but a warning when the article is only not public now. */
function deadLinks(content: Content, room: Newsroom, pages: SitePages, files: readonly StaticFile[]): Finding[] {
  const known = new Set([...Object.values(pages).flat(), ...files].map(({ address }) => address));
  const hidden = new Set(content.articles.map(({ slug }) => articleAddress(slug)));
  return [...room.articles, ...room.questions, ...room.pages].flatMap(({ path, body, bodyLine }) => {
    const dead = body.includes('](/')
      ? inspectBody(body).links.filter(({ href }) => href.startsWith('/') && !known.has(href.split(/[#?]/)[0] ?? ''))
      : [];
    return dead.map(({ href, line }): Finding => {
      const place = { path, line: bodyLine + line - 1, column: 1 };
      return hidden.has(href)
        ? {
            level: 'warning',
            ...place,
            message: says(
              `liên kết ${href} dẫn tới bài chưa đăng hoặc đã hết hạn`,
              'bỏ liên kết, hoặc chờ bài ấy được đăng',
            ),
          }
        : {
            level: 'error',
            ...place,
            message: says(
              `liên kết ${href} không dẫn tới trang nào`,
              'sửa địa chỉ: bắt đầu và kết thúc bằng dấu /, như /lien-he/',
            ),
          };
    });
  });
}

function deadMenuEntries({ organisation }: Content, pages: SitePages, { contentDir }: Settings): Finding[] {
  const known = new Set(
    Object.values(pages)
      .flat()
      .map(({ address }) => address),
  );
  return organisation.menu
    .filter(({ address }) => !known.has(address))
    .map(({ text, address }) => ({
      level: 'error',
      path: `${shownPath(contentDir)}/site.yaml`,
      line: 1,
      column: 1,
      message: says(`mục “${text}” của menu dẫn tới ${address}, không có trang nào ở đó`, 'sửa address của mục này'),
    }));
}

function siteFrame(
  { organisation: facts }: Content,
  settings: Settings,
  css: string,
  script: string,
  csp: string,
): SiteFrame {
  const link = (to: string) => settings.base + to;
  return {
    name: facts.name,
    shortName: facts.shortName,
    home: link(homeAddress),
    feed: link(feedAddress),
    icon: link('/bieu-tuong.svg'),
    script: link('/trang.js'),
    questions: link(questionsAddress()),
    menu: facts.menu.map(({ text, address }) => ({ text, href: link(address) })),
    copyright: facts.copyright,
    address: facts.address,
    telephones: facts.telephones.map(({ text, dial }) => ({ text, href: `tel:${dial}` })),
    sisterUnions: facts.sisterUnions.map(({ name, url }) => ({ text: name, href: url })),
    links: [
      { text: 'Nguồn tin RSS', href: link(feedAddress) },
      { text: 'Lưu trữ theo tháng', href: link(archiveAddress) },
    ],
    css,
    sizeScript: script,
    csp,
    noindex: !settings.public,
    ...(facts.notice && { notice: facts.notice }),
    ...(facts.fax && { fax: facts.fax }),
    ...(facts.email && { email: facts.email }),
    ...(facts.licence && { licence: facts.licence }),
    ...(facts.responsiblePerson && { responsiblePerson: facts.responsiblePerson }),
  };
}
