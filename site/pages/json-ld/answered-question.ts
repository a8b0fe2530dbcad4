import { DomUtils, parseDocument } from 'htmlparser2';
import type { Answer, QAPage } from 'schema-dts';
import { questionAddress } from '#news/address.ts';
import type { Answered } from '#news/question.ts';
import { printBody } from '#site/body/print-body.ts';
import { absolute, type Desk } from '#site/pages/desk.ts';
import type { Materials } from '#site/pages/page.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { wholeSite } from './publisher.ts';
import { signer } from './signer.ts';

/** The page of a question that was answered, in schema.org's words. */
export function questionPage(desk: Desk, materials: Materials, question: Answered): QAPage {
  const { title, slug, text, date, asker } = question;
  return {
    '@type': 'QAPage',
    isPartOf: wholeSite(desk.settings),
    mainEntity: {
      '@type': 'Question',
      name: title,
      url: absolute(desk, questionAddress(slug)),
      ...(text && { text }),
      datePublished: isoInstant(date),
      ...(asker && { author: { '@type': 'Person', name: asker } }),
      answerCount: 1,
      acceptedAnswer: answer(desk, materials, question),
    },
  };
}

function answer(desk: Desk, materials: Materials, { slug, body, answer: { by, date } }: Answered): Answer {
  const address = questionAddress(slug);
  return {
    '@type': 'Answer',
    text: plainText(printBody(desk, materials, body, { address }).rest),
    url: absolute(desk, address),
    datePublished: isoInstant(date),
    author: signer(desk.newsroom.authors, by),
  };
}

/** The words of rendered HTML, one line each block. */
function plainText(html: string): string {
  return DomUtils.innerText(parseDocument(html).children)
    .trim()
    .replace(/\s*\n\s*/g, '\n');
}
