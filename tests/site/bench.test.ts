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

/** The title of an article on its page, without quotation marks, which each program may set in its own way. */
function headingOf(html: string): string {
  const [, heading = ''] = /<h1>(.*?)<\/h1>/.exec(html) ?? [];
  return heading.replaceAll(/<[^>]*>|&quot;|&#34;|["“”]/g, '').replaceAll(/&nbsp;|\u00A0/g, ' ');
}

describe.each(compared.map((contestant): [string, Contestant] => [contestant.name, contestant]))(
  'from the same articles %s builds',
  (name, { command, output }) => {
    beforeAll(async () => {
      await runMeasured(command);
    });

    test('a page for each article with its texts, a style and links to its neighbours', () => {
      const { head } = JSON.parse(readFileSync(join(folder, 'frame.json'), 'utf8'));
      const [sharedStyle = ''] = /<style>.*<\/style>/.exec(head) ?? [];
      for (const { slug, title, lead, category, tags } of articles) {
        const html = readFileSync(join(output, 'bai-viet', slug, 'index.html'), 'utf8');
        for (const words of [lead, category.name, ...tags.map(({ name }) => name)]) expect(html).toContain(words);
        expect(headingOf(html)).toBe(title.replaceAll('"', ''));
        // Ours has another style where an article holds tables, notes or pictures.
        expect(html).toContain(name === contestantNames.core ? '<style>' : sharedStyle);
        expect(html).toMatch(/rel="(prev|next)"/);
      }
    });

    test('the HTML, tables, notes and pictures that articles hold', () => {
      const found = { html: 0, table: 0, note: 0, picture: 0 };
      for (const { slug, body, pictures } of articles) {
        const html = readFileSync(join(output, 'bai-viet', slug, 'index.html'), 'utf8');
        for (const tag of ['<sup>2</sup>', '<summary>', 'colspan="2"'].filter((tag) => body.includes(tag))) {
          found.html++;
          expect(html).toContain(tag);
        }
        if (body.includes('|---|')) {
          found.table++;
          expect(html.match(/<tr>/g)).toHaveLength(5);
        }
        const note = /^\[\^1\]: (.*)$/m.exec(body)?.[1];
        if (note !== undefined) {
          found.note++;
          expect(html.replaceAll('\u00A0', ' ')).toContain(note);
          expect(html).not.toContain('[^1]');
        }
        if (pictures.length > 0) {
          found.picture++;
          const [, src = ''] = /<img[^>]* src="([^"]*)"/.exec(html) ?? [];
          expect(existsSync(join(output, src)), `${slug}: ${src}`).toBe(true);
        }
      }
      expect(Math.min(...Object.values(found))).toBeGreaterThan(0);
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
