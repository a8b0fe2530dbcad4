import { join } from 'node:path';
import type { ArticleCardProps } from '#layouts/components/article-card.ts';
import type { ListProps } from '#layouts/list.ts';
import { authorAddress, categoryAddress, tagAddress } from '#news/address.ts';
import type { Article } from '#news/article.ts';
import { listTitle } from '#news/list-title.ts';
import { groupByTag } from '#news/tags.ts';
import { displayPath } from '#site/read/source-file.ts';
import { categorySharePicture } from './article-metadata.ts';
import { categoryMotifProps } from './category-motif-props.ts';
import { tagsWithFeeds } from './feed-pages.ts';
import type { Page } from './page.ts';
import { paginatedList } from './paginated-list.ts';
import { articleCardProps, type SiteContext } from './site-context.ts';

/** The lists of every category, author and tag. */
export function listingPages(context: SiteContext): Page<ListProps>[] {
  const { articles, listed, categories, authors, tags } = context.content;
  const byCategory = Map.groupBy(articles, ({ category }) => category.slug);
  const byAuthor = Map.groupBy(articles, ({ author }) => author.slug);
  const withFeeds = tagsWithFeeds(listed.articles);
  const articleList = (options: Omit<Parameters<typeof paginatedList<Article, ArticleCardProps>>[1], 'card'>) =>
    paginatedList(context, { ...options, card: (article, render) => articleCardProps(context, render, article) });

  return [
    ...categories.flatMap((category) => {
      const { name, slug, description } = category;
      return articleList({
        title: name,
        intro: description,
        motif: categoryMotifProps(context, category),
        sharePicture: (render) => categorySharePicture(context, render, category),
        source: displayPath(join(context.settings.contentDir, 'categories.yaml')),
        address: (number) => categoryAddress(slug, number),
        hasFeeds: true,
        empty: 'Chuyên mục này chưa có bài. Mời bạn xem các chuyên mục khác, hoặc quay lại sau.',
        newestFirst: byCategory.get(slug) ?? [],
      });
    }),
    ...authors.flatMap(({ name, slug, description }) =>
      articleList({
        title: listTitle.author({ name }),
        intro: description,
        source: displayPath(join(context.settings.contentDir, 'authors.yaml')),
        address: (number) => authorAddress(slug, number),
        hasFeeds: true,
        empty: 'Tác giả này chưa có bài.',
        newestFirst: byAuthor.get(slug) ?? [],
      }),
    ),
    ...[...groupByTag(articles)].flatMap(([key, tagged]) => {
      const tag = tags.get(key);
      return tag
        ? articleList({
            title: listTitle.tag(tag),
            source: `thẻ “${tag.name}”`,
            address: (number) => tagAddress(tag.slug, number),
            hasFeeds: withFeeds.has(key),
            empty: '',
            newestFirst: tagged,
          })
        : [];
    }),
  ];
}
