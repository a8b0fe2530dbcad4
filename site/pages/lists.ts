import { join } from 'node:path';
import type { ListProps } from '#layouts/list.ts';
import { authorAddress, categoryAddress, questionAddress, questionsAddress, tagAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { listTitle } from '#news/list-title.ts';
import { byTag } from '#news/tags.ts';
import { shownPath } from '#site/read/source-file.ts';
import { card, type Desk, link, state } from './desk.ts';
import { tagsWithFeeds } from './feeds.ts';
import { listOf } from './list-of.ts';
import type { Page } from './page.ts';

/** The lists of every category, author and tag, and of the questions. */
export function lists(desk: Desk): Page<ListProps>[] {
  const { articles, announced, categories, authors, tags, questions, organisation } = desk.newsroom;
  const byCategory = Map.groupBy(articles, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(articles, ({ author }) => author.slug);
  const withFeeds = tagsWithFeeds(announced.articles);
  const articleList = (of: Omit<Parameters<typeof listOf<Article>>[1], 'card'>) =>
    listOf(desk, { ...of, card: (article, materials) => card(desk, materials, article) });

  const [telephone] = organisation.telephones;
  const reach = telephone ? `gọi ${telephone.text}` : 'liên hệ trực tiếp';
  return [
    ...categories.flatMap(({ name, slug, description }) =>
      articleList({
        title: name,
        intro: description,
        source: shownPath(join(desk.settings.contentDir, 'categories.yaml')),
        address: (n) => categoryAddress(slug, n),
        hasFeeds: true,
        empty: 'Chuyên mục này chưa có bài. Mời bạn xem các chuyên mục khác, hoặc quay lại sau.',
        newestFirst: byCategory.get(slug) ?? [],
      }),
    ),
    ...authors.flatMap(({ name, slug, description }) =>
      articleList({
        title: listTitle.author({ name }),
        intro: description,
        source: shownPath(join(desk.settings.contentDir, 'authors.yaml')),
        address: (n) => authorAddress(slug, n),
        hasFeeds: true,
        empty: 'Tác giả này chưa có bài.',
        newestFirst: byAuthor.get(slug) ?? [],
      }),
    ),
    ...[...byTag(articles)].flatMap(([key, tagged]) => {
      const tag = tags.get(key);
      return tag
        ? articleList({
            title: listTitle.tag(tag),
            source: `thẻ “${tag.name}”`,
            address: (n) => tagAddress(tag.slug, n),
            hasFeeds: withFeeds.has(key),
            empty: '',
            newestFirst: tagged,
          })
        : [];
    }),
    ...listOf(desk, {
      title: listTitle.questions,
      intro: `Muốn đặt câu hỏi cho ${organisation.shortName}: ${reach}, hoặc gửi thư về ${organisation.address}`,
      source: 'danh sách hỏi đáp',
      address: questionsAddress,
      hasFeeds: true,
      empty: 'Chưa có câu hỏi nào được trả lời tại đây.',
      newestFirst: questions,
      card: (item) => ({
        title: item.title,
        href: link(desk, questionAddress(item.slug)),
        date: item.date,
        lead: item.answer ? `${item.answer.by} trả lời.` : 'Đang chờ trả lời.',
        ...state(desk, item),
      }),
    }),
  ];
}
