import { beforeAll, describe, expect, test } from 'vitest';
import { fixedTime, fixtureNewsroom } from '#bench/fixtures/run-script.ts';
import type { Article } from '#news/article.ts';
import { type Content, visibleContent } from '#news/visible-content.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { readContent } from '#site/read/read-content.ts';
import { relatedArticles } from '#site/similarity/related-articles.ts';

let content: Content;

beforeAll(async () => {
  const read = await readContent(fixtureNewsroom);
  if (!read.content) throw new Error('the fixture newsroom cannot be read');
  content = read.content;
});

/** The slugs of related articles, by the slug of each visible article. */
function relatedSlugs(articles: readonly Article[], now = fixedTime): Map<string, string[]> {
  const found = relatedArticles(
    visibleContent({ ...content, articles }, new Date(now), 'readers'),
    BuildCache.inMemory(),
  );
  return new Map([...found].map(([{ slug }, others]) => [slug, others.map((other) => other.slug)]));
}

describe('related articles are about the same subject', () => {
  test.each([
    [
      'the founding of a club five years before, without a shared rare tag',
      'cau-lac-bo-phu-nu-lam-khoa-hoc-tham-nu-sinh-vung-bai',
      ['ra-mat-cau-lac-bo-phu-nu-lam-khoa-hoc-tinh-mau'],
    ],
    [
      'the advisers and the method of a handbook for the spring crop, not other articles on farming',
      'so-tay-canh-tac-vu-xuan-co-dau-bom',
      [
        'tap-huan-ky-thuat-cay-lua-hang-rong-hang-hep-tai-xa-minh-hoa',
        'thanh-lap-to-tu-van-ky-thuat-luu-dong-phuc-vu-vu-xuan',
      ],
    ],
    [
      'the previous years of a contest',
      'ket-qua-hoi-thi-sang-tao-ky-thuat-lan-thu-nam',
      [
        'phat-dong-hoi-thi-sang-tao-ky-thuat-lan-thu-nhat',
        '34-giai-phap-vao-vong-chung-khao-hoi-thi-sang-tao-ky-thuat',
        'trao-giai-hoi-thi-sang-tao-ky-thuat-lan-thu-hai',
      ],
    ],
  ])('%s', (_, slug, expected) => {
    expect(relatedSlugs(content.articles).get(slug)).toEqual(expect.arrayContaining(expected));
  });
});

describe('the related articles of old articles do not change', () => {
  test('when newer articles are added', () => {
    const now = relatedSlugs(content.articles);
    for (const year of [2018, 2020, 2022, 2024, 2026]) {
      const then = relatedSlugs(content.articles.filter(({ date }) => date.getUTCFullYear() < year));
      expect(then.size).toBeGreaterThan(5);
      for (const [slug, others] of then) expect(now.get(slug), slug).toEqual(others);
    }
  });

  test('with the order in which files are read', () => {
    expect(relatedSlugs(content.articles.toReversed())).toEqual(relatedSlugs(content.articles));
  });

  test('with the content of drafts', () => {
    const [first] = content.articles;
    if (!first) throw new Error('no article');
    const drafts = content.articles.map((article, index): Article => {
      const date = new Date(article.date.getTime() - 1);
      return { ...article, slug: `nhap-${index}`, date, draft: true };
    });
    expect(relatedSlugs([...drafts, ...content.articles])).toEqual(relatedSlugs(content.articles));
  });

  test('when another article is withdrawn, except those that listed it', () => {
    const before = relatedSlugs(content.articles);
    for (const slug of ['ra-mat-cau-lac-bo-phu-nu-lam-khoa-hoc-tinh-mau', 'gop-y-de-an-phat-trien-cay-duoc-lieu']) {
      const withdrawn = { date: new Date('2026-11-01'), reason: 'Sai số liệu' };
      const after = relatedSlugs(
        content.articles.map((article) => (article.slug === slug ? { ...article, withdrawn } : article)),
      );
      expect(after.has(slug)).toBe(false);
      for (const [other, others] of after)
        if (before.get(other)?.includes(slug)) expect(others).not.toContain(slug);
        else expect(others, other).toEqual(before.get(other));
    }
  });
});
