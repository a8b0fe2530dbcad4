import type { FeedInFormatProps, FeedProps } from '#layouts/feeds/feed.ts';
import {
  authorAddress,
  categoryAddress,
  homeAddress,
  monthAddress,
  questionsAddress,
  tagAddress,
} from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type FeedMonth, feedHistory, newestForFeed } from '#news/feed-history.ts';
import { listTitle } from '#news/list-title.ts';
import { groupByTag } from '#news/tags.ts';
import { monthOf, yearOf } from '#vietnamese/date.ts';
import { type FeedSource, feedInEachFormat, feedUrls } from './feed-in-each-format.ts';
import { articleFeedItem, questionFeedItem } from './feed-item.ts';
import { memoizeLast } from './memoize-last.ts';
import type { Page } from './page.ts';
import type { SiteContext } from './site-context.ts';

/** A tag with fewer articles has no feed. */
const minTagged = 3;

/** The keys of the tags that have feeds. */
export function tagsWithFeeds(articles: readonly Article[]): ReadonlySet<string> {
  return new Set([...groupByTag(articles)].filter(([, tagged]) => tagged.length >= minTagged).map(([key]) => key));
}

/** Every feed in each format: the site with its history, the categories, authors, tags and questions. */
export function feedPages(context: SiteContext): Page<FeedInFormatProps>[] {
  const { listed, withdrawn, categories, authors, tags } = context.content;
  const { articles } = listed;
  const byCategory = Map.groupBy(articles, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(articles, ({ author }) => author.slug);
  const withFeeds = tagsWithFeeds(articles);
  const memoize = memoizeLast<FeedProps>();
  const articleFeed = (feed: Omit<FeedSource<Article>, 'toFeedItem'>) =>
    feedInEachFormat(context, { ...feed, toFeedItem: articleFeedItem }, memoize);

  return [
    ...history(context).flatMap(articleFeed),
    ...categories.flatMap(({ name, slug, description }) =>
      articleFeed({
        listAddress: categoryAddress(slug),
        title: name,
        description,
        items: newestForFeed(byCategory.get(slug) ?? []),
        deleted: lastWithdrawn(withdrawn.filter(({ category }) => category.slug === slug)),
      }),
    ),
    ...authors.flatMap(({ name, slug, description }) =>
      articleFeed({
        listAddress: authorAddress(slug),
        title: listTitle.author({ name }),
        description,
        items: newestForFeed(byAuthor.get(slug) ?? []),
        deleted: lastWithdrawn(withdrawn.filter(({ author }) => author.slug === slug)),
      }),
    ),
    ...[...groupByTag(articles)].flatMap(([key, tagged]) => {
      const tag = withFeeds.has(key) && tags.get(key);
      return tag
        ? articleFeed({ listAddress: tagAddress(tag.slug), title: listTitle.tag(tag), items: newestForFeed(tagged) })
        : [];
    }),
    ...feedInEachFormat(
      context,
      {
        listAddress: questionsAddress(),
        title: listTitle.questions,
        items: newestForFeed(listed.questions),
        toFeedItem: questionFeedItem,
      },
      memoize,
    ),
  ];
}

/** The feed of the site, and an archive feed (RFC 5005) for each month with every article that was ever published. */
function history(context: SiteContext): Omit<FeedSource<Article>, 'toFeedItem'>[] {
  const { listed, withdrawn, allArticles, hiddenReason } = context.content;
  const everPublishedStates = ['withdrawn', 'expired', undefined];
  const everPublished = allArticles.filter((article) => everPublishedStates.includes(hiddenReason(article)));
  const { newest, older, months } = feedHistory(listed.articles, everPublished);
  const withdrawnByMonth = Map.groupBy(withdrawn, ({ date }) => `${yearOf(date)}-${monthOf(date)}`);
  const address = ({ year, month }: FeedMonth<Article>) => monthAddress(year, month);
  const monthUrls = (index: number) => months[index] && feedUrls(context, address(months[index]));
  const current = feedUrls(context, homeAddress);

  return [
    {
      listAddress: homeAddress,
      items: newest,
      deleted: lastWithdrawn(withdrawn),
      ...(older && { paging: { older: feedUrls(context, address(older)) } }),
    },
    ...months.map((month, index) => {
      const [newer, older] = [monthUrls(index - 1), monthUrls(index + 1)];
      return {
        listAddress: address(month),
        title: listTitle.month(month),
        items: month.items,
        deleted: withdrawnByMonth.get(`${month.year}-${month.month}`) ?? [],
        paging: { archive: index > 0, current, ...(older && { older }), ...(newer && { newer }) },
      };
    }),
  ];
}

/** The articles withdrawn last, whatever their date of publication. */
function lastWithdrawn(articles: readonly Article[]): readonly Article[] {
  return newestForFeed(articles.toSorted((a, b) => Number(b.withdrawn?.date) - Number(a.withdrawn?.date)));
}
