import type { FeedItem, FeedProps, FeedUrls, PrintedFeed } from '#layouts/feeds/feed.ts';
import {
  authorAddress,
  categoryAddress,
  type FeedForm,
  feedAddress,
  homeAddress,
  monthAddress,
  questionsAddress,
  tagAddress,
} from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { type FeedMonth, feedHistory, feedOf } from '#news/feed-history.ts';
import { permanentFeedId } from '#news/permanent-id.ts';
import { hiddenBecause } from '#news/published.ts';
import { byTag } from '#news/tags.ts';
import { monthOf, yearOf } from '#vietnamese/date.ts';
import { absolute, type Desk } from './desk.ts';
import { articleItem, questionItem } from './feed-item.ts';
import { type Materials, type Page, unindexed } from './page.ts';

const forms: readonly FeedForm[] = ['rss', 'atom', 'json'];
const source = 'nguồn tin';

/** A tag with fewer articles has no feed. */
const fewestTagged = 3;

/** The keys of the tags that have feeds. */
export function tagsWithFeeds(articles: readonly Article[]): ReadonlySet<string> {
  return new Set([...byTag(articles)].filter(([, tagged]) => tagged.length >= fewestTagged).map(([key]) => key));
}

/** A feed before it is printed. */
interface Feed<Item> {
  /** The address of the list it tells of. */
  readonly list: string;
  /** Absent for the whole site. */
  readonly title?: string;
  readonly description?: string | undefined;
  readonly items: readonly Item[];
  readonly item: (desk: Desk, materials: Materials, item: Item) => FeedItem;
  readonly deleted?: readonly Article[];
  readonly more?: Pick<FeedProps, 'archive' | 'current' | 'older' | 'newer'>;
}

/** Every feed in each of its forms: the whole site with its history, categories, authors, tags and the questions. */
export function feeds(desk: Desk): Page<PrintedFeed>[] {
  const { announced, withdrawn, categories, authors, tags } = desk.newsroom;
  const { articles } = announced;
  const byCategory = Map.groupBy(articles, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(articles, ({ author }) => author.slug);
  const withFeeds = tagsWithFeeds(articles);
  const remember = latest<FeedProps>();
  const articleFeed = (feed: Omit<Feed<Article>, 'item'>) => printed(desk, { ...feed, item: articleItem }, remember);

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
        title: `Tác giả: ${name}`,
        description,
        items: feedOf(byAuthor.get(slug) ?? []),
        deleted: lastWithdrawn(withdrawn.filter(({ author }) => author.slug === slug)),
      }),
    ),
    ...[...byTag(articles)].flatMap(([key, tagged]) => {
      const tag = withFeeds.has(key) && tags.get(key);
      return tag ? articleFeed({ list: tagAddress(tag.slug), title: `Thẻ: ${tag.name}`, items: feedOf(tagged) }) : [];
    }),
    ...printed(
      desk,
      { list: questionsAddress(), title: 'Hỏi & đáp', items: feedOf(announced.questions), item: questionItem },
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
  const part = (index: number) => months[index] && urls(desk, address(months[index]));
  const current = urls(desk, homeAddress);

  return [
    {
      list: homeAddress,
      items: newest,
      deleted: lastWithdrawn(withdrawn),
      ...(older && { more: { older: urls(desk, address(older)) } }),
    },
    ...months.map((each, index) => {
      const [newer, older] = [part(index - 1), part(index + 1)];
      return {
        list: address(each),
        title: `Tháng ${Number(each.month)} năm ${each.year}`,
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

function urls(desk: Desk, list: string): FeedUrls {
  const url = (form: FeedForm) => absolute(desk, feedAddress(form, list));
  return { rss: url('rss'), atom: url('atom'), json: url('json') };
}

function printed<Item>(desk: Desk, feed: Feed<Item>, remember: Latest<FeedProps>): Page<PrintedFeed>[] {
  return forms.map((form) =>
    unindexed(feedAddress(form, feed.list), source, (materials) => ({
      form,
      feed: remember(feed, () => feedProps(desk, materials, feed)),
    })),
  );
}

function feedProps<Item>(desk: Desk, materials: Materials, feed: Feed<Item>): FeedProps {
  const { organisation } = desk.newsroom;
  const { title, more = {} } = feed;
  return {
    id: permanentFeedId(organisation.id ?? organisation.name, feed.list),
    title: title === undefined ? organisation.name : `${title} - ${organisation.name}`,
    description: feed.description ?? organisation.description,
    home: absolute(desk, more.current ? homeAddress : feed.list),
    self: urls(desk, feed.list),
    ...(organisation.hub && !more.current && { hub: organisation.hub }),
    items: feed.items.map((item) => feed.item(desk, materials, item)),
    deleted: (feed.deleted ?? []).flatMap(({ id, withdrawn }) => (withdrawn ? [{ id, when: withdrawn.date }] : [])),
    ...more,
  };
}

type Latest<Value> = (key: object, make: () => Value) => Value;

/** Remembers what was made last and no more: the forms of a feed are printed one after the other from one making. */
function latest<Value>(): Latest<Value> {
  let last: { readonly key: object; readonly value: Value } | undefined;
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() };
    return last.value;
  };
}
