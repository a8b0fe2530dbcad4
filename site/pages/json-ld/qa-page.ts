import { DomUtils, parseDocument } from 'htmlparser2';
import type { Answer, QAPage } from 'schema-dts';
import { questionAddress } from '#news/address.ts';
import type { AnsweredQuestion } from '#news/question.ts';
import { renderItemBody } from '#site/body/render-item-body.ts';
import type { RenderContext } from '#site/pages/page.ts';
import { absoluteUrl, type SiteContext } from '#site/pages/site-context.ts';
import { isoInstant } from '#vietnamese/date.ts';
import { personOrOrganization } from './person-or-organization.ts';
import { websiteRef } from './publisher-json-ld.ts';

/** An answered question as a schema.org QAPage. */
export function qaPage(context: SiteContext, render: RenderContext, question: AnsweredQuestion): QAPage {
  const { title, slug, text, date, asker } = question;
  return {
    '@type': 'QAPage',
    isPartOf: websiteRef(context.settings),
    mainEntity: {
      '@type': 'Question',
      name: title,
      url: absoluteUrl(context, questionAddress(slug)),
      ...(text && { text }),
      datePublished: isoInstant(date),
      ...(asker && { author: { '@type': 'Person', name: asker } }),
      answerCount: 1,
      acceptedAnswer: acceptedAnswer(context, render, question),
    },
  };
}

function acceptedAnswer(
  context: SiteContext,
  render: RenderContext,
  { slug, body, answer: { by, date } }: AnsweredQuestion,
): Answer {
  const address = questionAddress(slug);
  return {
    '@type': 'Answer',
    text: plainText(renderItemBody(context, render, body, { address }).rest),
    url: absoluteUrl(context, address),
    datePublished: isoInstant(date),
    author: personOrOrganization(context.content.authors, by),
  };
}

/** The text of rendered HTML, one line for each block. */
function plainText(html: string): string {
  return DomUtils.innerText(parseDocument(html).children)
    .trim()
    .replace(/\s*\n\s*/g, '\n');
}
