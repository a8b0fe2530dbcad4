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

export function questionsLink(desk: Desk): Link {
  return { text: listTitle.questions, href: link(desk, questionsAddress()) };
}

/** A page for every question. */
export function questionPages(desk: Desk): Page<QuestionProps>[] {
  const parent = questionsLink(desk);
  return desk.newsroom.questions.map((item) => {
    const address = questionAddress(item.slug);
    const hidden = hiddenBecause(item, desk.settings.now) !== undefined;
    const show: Page<QuestionProps>['props'] = (materials) => ({
      ...framed(desk, materials, address, item.title, item.text ?? item.title, {
        current: parent.href,
        trail: [homeLink(desk), parent],
        noindex: hidden,
        ...bodyScripts(desk, item.body),
        feeds: feedLinks(desk, parent.text, questionsAddress()),
        things: isAnswered(item) ? [questionPage(desk, materials, item)] : [],
      }),
      date: item.date,
      ...state(desk, item),
      ...(item.asker && { asker: item.asker }),
      ...(item.text && { text: item.text }),
      ...(item.answer && {
        answer: { ...item.answer, html: printBody(desk, materials, item.body, { address }).rest },
      }),
    });
    return {
      ...page(address, item.path, show, dateOf(item)),
      indexed: !hidden,
      shows: (materials) => [shownItem(desk, materials, item)],
      pictures: [...item.body.pictures.values()],
    };
  });
}
