import { isoDay, shortDate } from '#vietnamese/date.ts';
import { factLine } from './components/fact-line.ts';
import { titleHtml } from './components/title-html.ts';
import type { SiteFrame } from './frame-props.ts';
import { type Html, html } from './html.ts';
import { type ListProps, listPager } from './list.ts';

/** A question in the list. */
export interface QuestionCardProps {
  readonly title: string;
  readonly href: string;
  /** The date of the answer or, while there is none, of the question. */
  readonly date: Date;
  readonly asker?: string;
  /** `opening` is the first sentences of the answer. */
  readonly answer?: { readonly by: string; readonly opening: string };
  readonly state?: string;
}

/** Props of one page of the list of questions; the first one also says how to ask, and searches them. */
export interface QuestionListProps extends ListProps<QuestionCardProps> {
  /** The value of the search filter that leaves only questions; absent on other pages than the first. */
  readonly searchCategory?: string;
}

/** One page of /hoi-dap/: the answered questions, then those that wait for an answer. */
export function questionList(props: QuestionListProps): Html {
  const { cards, site, searchCategory } = props;
  const answered = cards.filter(({ answer }) => answer);
  const waiting = cards.filter(({ answer }) => !answer);
  return html`<header class="list-header"><h1>${titleHtml(props.title)}</h1>${props.intro && html`<p>${props.intro}</p>`}</header>
${searchCategory && waysToAsk(site)}${searchCategory && cards.length > 0 && searchForm(site, searchCategory)}${section('Đã trả lời', answered)}${section('Đang chờ trả lời', waiting)}${cards.length === 0 && html`<p class="empty">${props.empty}</p>`}
${listPager(props)}`;
}

function waysToAsk({ telephones: [telephone], email }: SiteFrame): Html | undefined | '' {
  return (
    (telephone || email) &&
    html`<p class="ask">${telephone && html`<a class="button" href="${telephone.href}">Gọi ${telephone.text}</a>`}${email && html`<a class="button quiet" href="mailto:${email}">Gửi thư điện tử</a>`}</p>
`
  );
}

function searchForm({ searchHref }: SiteFrame, category: string): Html {
  return html`<form class="search-field" role="search" action="${searchHref}" aria-label="Tìm trong các câu hỏi"><input type="hidden" name="chuyen-muc" value="${category}"><input type="search" name="q" placeholder="Tìm trong các câu hỏi…" aria-label="Tìm trong các câu hỏi" maxlength="200"><button type="submit">Tìm</button></form>
`;
}

function section(title: string, cards: readonly QuestionCardProps[]): Html | false {
  return (
    cards.length > 0 &&
    html`<section class="block"><h2>${title}</h2>
<div class="rows">${cards.map(questionCard)}</div></section>
`
  );
}

function questionCard({ title, href, date, asker, answer, state }: QuestionCardProps): Html {
  const day = html`<time datetime="${isoDay(date)}">${shortDate(date)}</time>`;
  return html`<article class="article-card">
<h3><a class="story" href="${href}">${titleHtml(title)}</a>${state && html` <span class="state">${state}</span>`}</h3>
${answer?.opening && html`<p>${answer.opening}</p>\n`}${factLine([answer ? html`${answer.by}` : asker && html`${asker} hỏi`, day])}
</article>
`;
}
