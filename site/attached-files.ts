import { basename } from 'node:path';
import {
  articleAddress,
  attachmentAddress,
  documentAddress,
  eventAddress,
  questionAddress,
  standingPageAddress,
} from '#news/address.ts';
import type { Newsroom } from '#news/newsroom.ts';
import type { StaticFile } from './assets.ts';

/** The files readers can download, each beside the page that offers it. */
export function attachedFiles({ articles, questions, documents, events, pages }: Newsroom): StaticFile[] {
  const offers = [
    ...articles.map(({ slug, attachments, ...page }) => ({
      ...page,
      address: articleAddress(slug),
      files: attachments.map(({ file }) => file),
    })),
    ...questions.map((page) => ({ ...page, address: questionAddress(page.slug), files: [] })),
    ...documents.map((page) => ({
      ...page,
      address: documentAddress(page.slug),
      files: page.files.map(({ file }) => file),
    })),
    ...events.map((page) => ({ ...page, address: eventAddress(page.slug), files: [] })),
    ...pages.map((page) => ({ ...page, address: standingPageAddress(page.slug), files: [] })),
  ];
  return offers.flatMap(({ address, path, files, body }) =>
    [...new Set([...files, ...body.attachments.values()])].map((from) => ({
      address: attachmentAddress(address, basename(from)),
      source: path,
      from,
    })),
  );
}
