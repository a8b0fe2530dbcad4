import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type Contestant, contestantNames, prepareContestants } from '#bench/build/contestants.ts';
import { findHugo } from '#bench/build/hugo-program.ts';
import { runMeasured } from '#bench/build/run-measured.ts';
import { generatedArticle } from '#bench/fixtures/generated-article.ts';
import { projectRoot } from '#site/settings.ts';

// The sites of the other programs import the repository's modules, so they must be inside it.
mkdirSync(join(projectRoot, '.cache'), { recursive: true });
const folder = mkdtempSync(join(projectRoot, '.cache', 'bench-test-'));
const articles = Array.from({ length: 200 }, (_, n) => generatedArticle(n));
const compared = (await prepareContestants(folder, articles.length, findHugo())).filter(
  ({ name }) => name !== contestantNames.whole,
);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(compared.map((contestant): [string, Contestant] => [contestant.name, contestant]))(
  'from the same articles %s builds',
  (_, { command, output }) => {
    beforeAll(async () => {
      await runMeasured(command);
    });

    test('a page for each article with its texts, the shared style and links to its neighbours', () => {
      const { head } = JSON.parse(readFileSync(join(folder, 'frame.json'), 'utf8'));
      for (const { slug, title, lead, category, tags } of articles) {
        const html = readFileSync(join(output, 'bai-viet', slug, 'index.html'), 'utf8');
        for (const words of [title.slice(0, 12), lead, category.name, ...tags.map(({ name }) => name)])
          expect(html).toContain(words);
        expect(html).toContain(/<style>.*<\/style>/.exec(head)?.[0]);
        expect(html).toMatch(/rel="(prev|next)"/);
      }
    });

    test('a list for every category, tag, author and month, paginated if long', () => {
      const lists = new Set(
        articles.flatMap(({ day, author, category, tags }) => [
          `thang ${day.slice(0, 7)}`,
          `tac-gia ${author.slug}`,
          `chuyen-muc ${category.slug}`,
          ...tags.map(({ slug }) => `the ${slug}`),
        ]),
      );
      const pages = globSync('**/index.html', { cwd: output }).filter((page) => !page.startsWith('bai-viet/'));
      expect(pages.filter((page) => !/trang/.test(page) && page !== 'index.html')).toHaveLength(lists.size);
      expect(pages.some((page) => /trang[-/]2\/index\.html$/.test(page))).toBe(true);
    });

    test('well-formed Atom feeds of the site and of each category, and a sitemap', async () => {
      const feeds = globSync('**/atom.xml', { cwd: output });
      const used = new Set(articles.map(({ category }) => category));
      expect(feeds).toHaveLength(1 + used.size);
      expect(existsSync(join(output, 'atom.xml'))).toBe(true);
      const xml = ['sitemap.xml', ...feeds].map((fileName) => ({
        fileName: fileName.replaceAll('/', '-'),
        contents: readFileSync(join(output, fileName), 'utf8'),
      }));
      const faults = await Promise.all(xml.map((file) => validateXML({ xml: file, normalization: 'format' })));
      expect(faults.flatMap(({ errors }) => errors)).toEqual([]);
      expect(xml[0]?.contents.match(/\/bai-viet\/[^/]+\//g)).toHaveLength(articles.length);
    });
  },
);
