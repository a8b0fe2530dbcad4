import type { FeedProps, PrintedFeed } from '#layouts/feeds/feed.ts';
import {
  authorAddress,
  categoryAddress,
  homeAddress,
  monthAddress,
  questionsAddress,
  tagAddress,
} from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type FeedMonth, feedHistory, feedOf } from '#news/feed-history.ts';
import { listTitle } from '#news/list-title.ts';
import { hiddenBecause } from '#news/published.ts';
import { byTag } from '#news/tags.ts';
import { monthOf, yearOf } from '#vietnamese/date.ts';
import type { Desk } from './desk.ts';
import { type Feed, feedForms, feedUrls } from './feed-forms.ts';
import { articleItem, questionItem } from './feed-item.ts';
import { latest } from './latest.ts';
import type { Page } from './page.ts';

/** A tag with fewer articles has no feed. */
const fewestTagged = 3;

/** The keys of the tags that have feeds. */
export function tagsWithFeeds(articles: readonly Article[]): ReadonlySet<string> {
  return new Set([...byTag(articles)].filter(([, tagged]) => tagged.length >= fewestTagged).map(([key]) => key));
}

/** Every feed in each of its forms: the whole site with its history, categories, authors, tags and the questions. */
export function feeds(desk: Desk): Page<PrintedFeed>[] {
  const { announced, withdrawn, categories, authors, tags } = desk.newsroom;
  const { articles } = announced;
  const byCategory = Map.groupBy(articles, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(articles, ({ author }) => author.slug);
  const withFeeds = tagsWithFeeds(articles);
  const remember = latest<FeedProps>();
  const articleFeed = (feed: Omit<Feed<Article>, 'item'>) => feedForms(desk, { ...feed, item: articleItem }, remember);

  return [
    ...history(desk).flatMap(articleFeed),
    ...categories.flatMap(({ name, slug, description }) =>
      articleFeed({
        list: categoryAddress(slug),
        title: name,
        description,
        items: feedOf(byCategory.get(slug) ?? []),
        deleted: lastWithdrawn(withdrawn.filter(({ category }) => category.slug === slug)),
      }),
    ),
    ...authors.flatMap(({ name, slug, description }) =>
      articleFeed({
        list: authorAddress(slug),
        title: listTitle.author({ name }),
        description,
        items: feedOf(byAuthor.get(slug) ?? []),
        deleted: lastWithdrawn(withdrawn.filter(({ author }) => author.slug === slug)),
      }),
    ),
    ...[...byTag(articles)].flatMap(([key, tagged]) => {
      const tag = withFeeds.has(key) && tags.get(key);
      return tag ? articleFeed({ list: tagAddress(tag.slug), title: listTitle.tag(tag), items: feedOf(tagged) }) : [];
    }),
    ...feedForms(
      desk,
      { list: questionsAddress(), title: listTitle.questions, items: feedOf(announced.questions), item: questionItem },
      remember,
    ),
  ];
}

/** The feed of the whole site and, month by month, all that was ever in it. */
function history(desk: Desk): Omit<Feed<Article>, 'item'>[] {
  const { announced, withdrawn, everyArticle } = desk.newsroom;
  const over = ['withdrawn', 'expired', undefined];
  const everPublished = everyArticle.filter((article) => over.includes(hiddenBecause(article, desk.settings.now)));
  const { newest, older, months } = feedHistory(announced.articles, everPublished);
  const gone = Map.groupBy(withdrawn, ({ date }) => `${yearOf(date)}-${monthOf(date)}`);
  const address = ({ year, month }: FeedMonth<Article>) => monthAddress(year, month);
  const part = (index: number) => months[index] && feedUrls(desk, address(months[index]));
  const current = feedUrls(desk, homeAddress);

  return [
    {
      list: homeAddress,
      items: newest,
      deleted: lastWithdrawn(withdrawn),
      ...(older && { more: { older: feedUrls(desk, address(older)) } }),
    },
    ...months.map((each, index) => {
      const [newer, older] = [part(index - 1), part(index + 1)];
      return {
        list: address(each),
        title: listTitle.month(each),
        items: each.items,
        deleted: gone.get(`${each.year}-${each.month}`) ?? [],
        more: { archive: index > 0, current, ...(older && { older }), ...(newer && { newer }) },
      };
    }),
  ];
}

/** What was taken back last, whenever it was published. */
function lastWithdrawn(articles: readonly Article[]): readonly Article[] {
  return feedOf(articles.toSorted((a, b) => Number(b.withdrawn?.date) - Number(a.withdrawn?.date)));
}
