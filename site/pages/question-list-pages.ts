import type { QuestionListProps } from '#layouts/question-list.ts';
import { questionAddress, questionsAddress } from '#news/address.ts';
import { listTitle } from '#news/list-title.ts';
import { questionDate } from '#news/question.ts';
import { noBreak } from '#vietnamese/no-break.ts';
import type { Page } from './page.ts';
import { paginatedList } from './paginated-list.ts';
import { type SiteContext, siteHref, visibilityProps } from './site-context.ts';

const anyOf = new Intl.ListFormat('vi', { type: 'disjunction' });

/** The pages of the list of questions. */
export function questionListPages(context: SiteContext): Page<QuestionListProps>[] {
  const { questions, organisation } = context.content;
  const { shortName, address, telephones, email } = organisation;
  const ways = [...(telephones.length > 0 ? ['điện thoại'] : []), ...(email ? ['thư điện tử'] : []), 'thư tay'];
  const [first, ...others] = paginatedList(context, {
    title: listTitle.questions,
    intro: `Hỏi ${shortName} qua ${anyOf.format(ways)} gửi về ${address.replace(/\.$/, '')}.`,
    source: 'danh sách hỏi đáp',
    address: questionsAddress,
    hasFeeds: true,
    empty: 'Chưa có câu hỏi nào được trả lời tại đây.',
    newestFirst: questions,
    card: (item) => ({
      title: item.title,
      href: siteHref(context, questionAddress(item.slug)),
      date: questionDate(item),
      ...(item.asker && { asker: item.asker }),
      ...(item.answer && { answer: { by: item.answer.by, opening: noBreak(item.answer.opening) } }),
      ...visibilityProps(context, item),
    }),
  });
  if (!first) return [];
  return [
    { ...first, props: (render) => ({ ...first.props(render), searchCategory: listTitle.questions }) },
    ...others,
  ];
}
