import rss from '@11ty/eleventy-plugin-rss';
import { DateTime } from 'luxon';
import footnotes from 'markdown-it-footnote';

const zone = 'Asia/Ho_Chi_Minh';
const pageSize = 20;

/** The pages of a list, as data for one paginated template. */
function listPages(address, title, articles, size = pageSize) {
  const pageAddress = (n) => (n === 0 ? address : `${address}trang-${n + 1}/`);
  const count = Math.ceil(articles.length / size);
  return Array.from({ length: count }, (_, n) => ({
    address: pageAddress(n),
    title,
    articles: articles.slice(n * size, (n + 1) * size),
    newer: n > 0 && pageAddress(n - 1),
    older: n + 1 < count && pageAddress(n + 1),
  }));
}

/** A blog as in Eleventy's own starter: Markdown files are templates, layouts are Nunjucks, lists are collections. */
export default function (config) {
  config.addPlugin(rss);
  config.addPassthroughCopy('content/hinh');
  config.amendLibrary('md', (markdown) => markdown.use(footnotes));
  config.addFilter('longDate', (date) =>
    DateTime.fromJSDate(date, { zone }).setLocale('vi').toFormat('cccc, dd/MM/yyyy'),
  );
  config.addFilter('isoDay', (date) => DateTime.fromJSDate(date, { zone }).toISODate());
  config.addFilter('instant', (date) => DateTime.fromJSDate(date, { zone }).toISO({ suppressMilliseconds: true }));
  config.addFilter('minutes', (html) => Math.max(1, Math.round(html.split(/\s+/).length / 180)));
  config.addFilter('head', (list, count) => list.slice(0, count));
  config.addFilter('json', (value) => JSON.stringify(value).replaceAll('<', '\\u003c'));
  config.addFilter('withoutCollection', (tags) => tags.filter((tag) => tag !== 'articles'));

  const newestFirst = (api) => api.getFilteredByTag('articles').toReversed();
  const categories = (api) => Object.entries(Object.groupBy(newestFirst(api), ({ data }) => data.category));
  config.addCollection('newestFirst', newestFirst);
  config.addCollection('categories', (api) => categories(api).map(([slug, articles]) => ({ slug, articles })));
  config.addCollection('listPages', (api) => {
    const articles = newestFirst(api);
    const tagged = articles.flatMap((article) => article.data.tags.map((tag) => ({ tag, article })));
    const tags = Map.groupBy(tagged, ({ tag }) => tag);
    tags.delete('articles');
    const authors = Map.groupBy(articles, ({ data }) => data.author);
    const months = Map.groupBy(articles, ({ date }) => DateTime.fromJSDate(date, { zone }).toFormat('yyyy/MM'));
    return [
      ...categories(api).flatMap(([slug, inCategory]) => listPages(`/${slug}/`, slug, inCategory)),
      ...[...authors].flatMap(([slug, byAuthor]) => listPages(`/tac-gia/${slug}/`, slug, byAuthor)),
      ...[...tags].flatMap(([slug, pairs]) =>
        listPages(
          `/the/${slug}/`,
          slug,
          pairs.map(({ article }) => article),
        ),
      ),
      ...[...months].flatMap(([month, inMonth]) => listPages(`/luu-tru/${month}/`, month, inMonth, inMonth.length)),
    ];
  });
  config.addCollection('feeds', (api) => [
    { address: '/', articles: newestFirst(api).slice(0, 30) },
    ...categories(api).map(([slug, inCategory]) => ({
      address: `/${slug}/`,
      title: slug,
      articles: inCategory.slice(0, 30),
    })),
  ]);

  return {
    markdownTemplateEngine: 'njk',
    dir: { input: 'content', includes: '../_includes', data: '../_data', output: '_site' },
  };
}
