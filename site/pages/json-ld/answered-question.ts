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

/** An answered question as a schema.org QAPage. */
export function questionPage(context: Desk, render: Materials, question: Answered): QAPage {
  const { title, slug, text, date, asker } = question;
  return {
    '@type': 'QAPage',
    isPartOf: wholeSite(context.settings),
    mainEntity: {
      '@type': 'Question',
      name: title,
      url: absolute(context, questionAddress(slug)),
      ...(text && { text }),
      datePublished: isoInstant(date),
      ...(asker && { author: { '@type': 'Person', name: asker } }),
      answerCount: 1,
      acceptedAnswer: acceptedAnswer(context, render, question),
    },
  };
}

function acceptedAnswer(context: Desk, render: Materials, { slug, body, answer: { by, date } }: Answered): Answer {
  const address = questionAddress(slug);
  return {
    '@type': 'Answer',
    text: plainText(printBody(context, render, body, { address }).rest),
    url: absolute(context, address),
    datePublished: isoInstant(date),
    author: signer(context.newsroom.authors, by),
  };
}

/** The text of rendered HTML, one line for each block. */
function plainText(html: string): string {
  return DomUtils.innerText(parseDocument(html).children)
    .trim()
    .replace(/\s*\n\s*/g, '\n');
}
