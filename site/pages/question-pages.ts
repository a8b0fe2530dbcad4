import type { Link } from '#layouts/page.ts';
import type { QuestionProps } from '#layouts/question.ts';
import { questionAddress, questionsAddress } from '#news/address.ts';
import { listTitle } from '#news/list-title.ts';
import { hiddenBecause } from '#news/published.ts';
import { dateOf, isAnswered } from '#news/question.ts';
import { bodyScripts, printBody } from '#site/body/print-body.ts';
import { type Desk, feedLinks, framed, homeLink, link, state } from './desk.ts';
import { questionPage } from './json-ld/answered-question.ts';
import { type Page, page } from './page.ts';
import { shownItem } from './shown-item.ts';

export function questionsLink(context: Desk): Link {
  return { text: listTitle.questions, href: link(context, questionsAddress()) };
}

/** A page for every question. */
export function questionPages(context: Desk): Page<QuestionProps>[] {
  const parent = questionsLink(context);
  return context.newsroom.questions.map((item) => {
    const address = questionAddress(item.slug);
    const hidden = hiddenBecause(item, context.settings.now) !== undefined;
    const props: Page<QuestionProps>['props'] = (render) => ({
      ...framed(context, render, address, item.title, item.text ?? item.title, {
        current: parent.href,
        trail: [homeLink(context), parent],
        noindex: hidden,
        ...bodyScripts(context, item.body),
        feeds: feedLinks(context, parent.text, questionsAddress()),
        things: isAnswered(item) ? [questionPage(context, render, item)] : [],
      }),
      date: item.date,
      ...state(context, item),
      ...(item.asker && { asker: item.asker }),
      ...(item.text && { text: item.text }),
      ...(item.answer && {
        answer: { ...item.answer, html: printBody(context, render, item.body, { address }).rest },
      }),
    });
    return {
      ...page(address, item.path, props, dateOf(item)),
      indexed: !hidden,
      shows: (render) => [shownItem(context, render, item)],
      pictures: [...item.body.pictures.values()],
    };
  });
}
