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

export function documentsLink(desk: Desk): Link {
  return { text: 'Văn bản', href: link(desk, documentsAddress) };
}

/** A document as others name it. */
export function documentLink(desk: Desk, { type, number, slug: own, date }: Document): DocumentLink {
  return { text: `${type} ${number}`, href: link(desk, documentAddress(own)), date };
}

/** A page for every document. */
export function documentPages(desk: Desk, registered: readonly Registered[]): Page<DocumentProps>[] {
  return registered.map((each) => {
    const { document, replacedBy, replaces, inForce } = each;
    const { title, number, type, date, issuer, files, body } = document;
    const address = documentAddress(document.slug);
    const hidden = hiddenBecause(document, desk.settings.now) !== undefined;
    const show: Page<DocumentProps>['props'] = (materials) => {
      const parent = documentsLink(desk);
      const frame = framed(desk, materials, address, title, `${type} ${number}, ${issuer}: ${title}`, {
        current: parent.href,
        trail: [homeLink(desk), parent],
        noindex: hidden,
        ...bodyScripts(desk, document.body),
      });
      return {
        ...frame,
        things: [digitalDocument(desk, each), ...frame.things],
        ...state(desk, document),
        number,
        type: { text: type, href: link(desk, documentTypeAddress(slug(type))) },
        date,
        year: link(desk, documentYearAddress(yearOf(date))),
        issuer,
        inForce,
        ...(replacedBy && { replacedBy: documentLink(desk, replacedBy) }),
        replaces: replaces.map((other) => documentLink(desk, other)),
        body: printBody(desk, materials, body, { address }).rest,
        files: attachmentLinks(address, files, (to) => link(desk, to)),
      };
    };
    const changed = replacedBy && replacedBy.date > date ? replacedBy.date : date;
    return {
      ...page(address, document.path, show, changed),
      indexed: !hidden,
      shows: (materials) => [
        shownItem(desk, materials, document),
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
