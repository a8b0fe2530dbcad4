import type { DocumentLink } from '#layouts/components/document-link-html.ts';
import type { DocumentProps } from '#layouts/document.ts';
import type { Link } from '#layouts/page.ts';
import { documentAddress, documentsAddress, documentTypeAddress, documentYearAddress } from '#news/address.ts';
import { type Document, isFullText } from '#news/document.ts';
import type { RegisteredDocument } from '#news/registered-documents.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { bodyScripts, renderItemBody } from '#site/body/render-item-body.ts';
import { yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { itemCacheKey } from './item-cache-key.ts';
import { digitalDocument } from './json-ld/digital-document.ts';
import { indexedPage, type Page } from './page.ts';
import { frameProps, homeLink, type SiteContext, siteHref, visibilityProps } from './site-context.ts';

export function documentsLink(context: SiteContext): Link {
  return { text: 'Văn bản', href: siteHref(context, documentsAddress) };
}

/** A link to a document, named by its type and number. */
export function documentLink(context: SiteContext, { type, number, slug: documentSlug, date }: Document): DocumentLink {
  return { type, number, href: siteHref(context, documentAddress(documentSlug)), date };
}

/** A page for every document. */
export function documentPages(context: SiteContext, registered: readonly RegisteredDocument[]): Page<DocumentProps>[] {
  return registered.map((entry) => {
    const { document, replacedBy, replaces, inForce } = entry;
    const { title, number, type, date, issuer, files, body } = document;
    const address = documentAddress(document.slug);
    const hidden = context.content.hiddenReason(document) !== undefined;
    const props: Page<DocumentProps>['props'] = (render) => {
      const parent = documentsLink(context);
      const frame = frameProps(
        context,
        render,
        { address, title, description: `${type} ${number}, ${issuer}: ${title}` },
        {
          current: parent.href,
          breadcrumbLinks: [homeLink(context), parent],
          noindex: hidden,
          ...bodyScripts(context, document.body),
        },
      );
      return {
        ...frame,
        structuredData: [digitalDocument(context, entry), ...frame.structuredData],
        ...visibilityProps(context, document),
        number,
        type: { text: type, href: siteHref(context, documentTypeAddress(slug(type))) },
        date,
        year: siteHref(context, documentYearAddress(yearOf(date))),
        issuer,
        inForce,
        ...(replacedBy && { replacedBy: documentLink(context, replacedBy) }),
        replaces: replaces.map((other) => documentLink(context, other)),
        body: renderItemBody(context, render, body, { address }).rest,
        ...fileProps(context, address, files),
      };
    };
    const changed = replacedBy && replacedBy.date > date ? replacedBy.date : date;
    return {
      ...indexedPage(address, document.path, props, changed),
      indexed: !hidden,
      cacheInputs: (render) => [
        itemCacheKey(context, render, document),
        inForce,
        ...[replacedBy, ...replaces].flatMap((other) => [
          other?.type,
          other?.number,
          other?.slug,
          other?.date.getTime(),
        ]),
      ],
      pictures: [...body.pictures.values()],
    };
  });
}

/** The full text or, where no file is known to be it, the first file; then the others. */
function fileProps(
  context: SiteContext,
  address: string,
  files: Document['files'],
): Pick<DocumentProps, 'mainFile' | 'otherFiles'> {
  const main = files.find(isFullText) ?? files[0];
  if (!main) return { otherFiles: [] };
  const linksTo = (list: Document['files']) => attachmentLinks(address, list, (to) => siteHref(context, to));
  const text = isFullText(main) ? 'Tải toàn văn' : `Tải về: ${main.title}`;
  const [mainFile] = linksTo([{ ...main, title: text }]);
  return { ...(mainFile && { mainFile }), otherFiles: linksTo(files.filter((file) => file !== main)) };
}
