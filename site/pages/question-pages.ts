import type { Link } from '#layouts/page.ts';
import type { QuestionProps } from '#layouts/question.ts';
import { questionAddress, questionsAddress } from '#news/address.ts';
import { listTitle } from '#news/list-title.ts';
import { isAnswered, questionDate } from '#news/question.ts';
import { bodyScripts, renderItemBody } from '#site/body/render-item-body.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import { itemCacheKey } from './item-cache-key.ts';
import { qaPage } from './json-ld/qa-page.ts';
import { indexedPage, type Page } from './page.ts';
import { feedHrefs, frameProps, homeLink, type SiteContext, siteHref, visibilityProps } from './site-context.ts';

export function questionsLink(context: SiteContext): Link {
  return { text: listTitle.questions, href: siteHref(context, questionsAddress()) };
}

/** A page for every question. */
export function questionPages(context: SiteContext): Page<QuestionProps>[] {
  const parent = questionsLink(context);
  return context.content.questions.map((item) => {
    const address = questionAddress(item.slug);
    const hidden = context.content.hiddenReason(item) !== undefined;
    const props: Page<QuestionProps>['props'] = (render) => ({
      ...frameProps(
        context,
        render,
        { address, title: item.title, description: item.text ?? item.title },
        {
          current: parent.href,
          breadcrumbLinks: [homeLink(context), parent],
          noindex: hidden,
          ...bodyScripts(context, item.body),
          feeds: feedHrefs(context, parent.text, questionsAddress()),
          structuredData: isAnswered(item) ? [qaPage(context, render, item)] : [],
        },
      ),
      date: item.date,
      ...visibilityProps(context, item),
      ...(item.asker && { asker: item.asker }),
      ...(item.text && { text: noBreak(item.text) }),
      ...(item.answer && {
        answer: {
          by: item.answer.by,
          date: item.answer.date,
          html: renderItemBody(context, render, item.body, { address }).rest,
        },
      }),
    });
    return {
      ...indexedPage(address, item.path, props, questionDate(item)),
      indexed: !hidden,
      cacheInputs: (render) => [itemCacheKey(context, render, item)],
      pictures: [...item.body.pictures.values()],
    };
  });
}
