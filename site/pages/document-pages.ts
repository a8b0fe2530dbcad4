import type { DocumentLink, DocumentProps } from '#layouts/document.ts';
import type { Link } from '#layouts/page.ts';
import { documentAddress, documentsAddress, documentTypeAddress, documentYearAddress } from '#news/address.ts';
import type { Document } from '#news/document.ts';
import type { Registered } from '#news/document-register.ts';
import { hiddenBecause } from '#news/published.ts';
import { attachmentLinks } from '#site/body/attachment-links.ts';
import { bodyScripts, printBody } from '#site/body/print-body.ts';
import { yearOf } from '#vietnamese/date.ts';
import { slug } from '#vietnamese/slug.ts';
import { type Desk, framed, homeLink, link, state } from './desk.ts';
import { digitalDocument } from './json-ld/digital-document.ts';
import { type Page, page } from './page.ts';
import { shownItem } from './shown-item.ts';

export function documentsLink(context: Desk): Link {
  return { text: 'Văn bản', href: link(context, documentsAddress) };
}

/** A link to a document, named by its type and number. */
export function documentLink(context: Desk, { type, number, slug: documentSlug, date }: Document): DocumentLink {
  return { text: `${type} ${number}`, href: link(context, documentAddress(documentSlug)), date };
}

/** A page for every document. */
export function documentPages(context: Desk, registered: readonly Registered[]): Page<DocumentProps>[] {
  return registered.map((entry) => {
    const { document, replacedBy, replaces, inForce } = entry;
    const { title, number, type, date, issuer, files, body } = document;
    const address = documentAddress(document.slug);
    const hidden = hiddenBecause(document, context.settings.now) !== undefined;
    const props: Page<DocumentProps>['props'] = (render) => {
      const parent = documentsLink(context);
      const frame = framed(context, render, address, title, `${type} ${number}, ${issuer}: ${title}`, {
        current: parent.href,
        trail: [homeLink(context), parent],
        noindex: hidden,
        ...bodyScripts(context, document.body),
      });
      return {
        ...frame,
        things: [digitalDocument(context, entry), ...frame.things],
        ...state(context, document),
        number,
        type: { text: type, href: link(context, documentTypeAddress(slug(type))) },
        date,
        year: link(context, documentYearAddress(yearOf(date))),
        issuer,
        inForce,
        ...(replacedBy && { replacedBy: documentLink(context, replacedBy) }),
        replaces: replaces.map((other) => documentLink(context, other)),
        body: printBody(context, render, body, { address }).rest,
        files: attachmentLinks(address, files, (to) => link(context, to)),
      };
    };
    const changed = replacedBy && replacedBy.date > date ? replacedBy.date : date;
    return {
      ...page(address, document.path, props, changed),
      indexed: !hidden,
      shows: (render) => [
        shownItem(context, render, document),
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
