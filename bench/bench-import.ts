import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '#site/check/check-content.ts';
import { importOldArticle } from '#site/import/old-site/import-old-article.ts';
import { newAddresses, planImport } from '#site/import/old-site/plan-import.ts';
import { readSavedPages, savedPages } from '#site/import/old-site/read-saved-pages.ts';
import { writeArticle } from '#site/import/write-article.ts';
import { markdownParser } from '#site/markdown/markdown.ts';
import { projectRoot, readSettings } from '#site/settings.ts';
import { generatedArticle } from './fixtures/generated-article.ts';
import { fixedTime } from './fixtures/run-script.ts';
import { markdownTable } from './report/markdown-table.ts';

// The time of an import of saved pages, and of a check of the articles that it made: npm run bench:import -- [PAGES]
const count = Number(process.argv[2] ?? 1000);
const rounds = 3;
/** What stands around an article on an old site: menus, and lists at its side. */
const furniture = `<ul>${'<li class="menu-item"><a href="/chuyen-muc/">Một mục của trang cũ</a></li>'.repeat(200)}</ul>`;

function nukeVietPage(n: number): string {
  const { title, day, author, lead, body } = generatedArticle(n);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<link rel="canonical" href="http://cu.example.org/vi/news/tin/bai-${n}.html"></head><body>${furniture}
<div class="news_column"><h1 class="title">${title}</h1><em class="pull-left">Thứ sáu - ${day.split('-').reverse().join('/')} 08:30</em>
<div class="hometext">${lead}</div><div id="news-bodyhtml">${markdownParser().render(body)}</div>
<p class="text-right">Tác giả: ${author.name}</p></div>${furniture}</body></html>`;
}

const folder = mkdtempSync(join(tmpdir(), 'import-bench-'));
const pages = join(folder, 'pages');
mkdirSync(pages);
for (let n = 0; n < count; n++) writeFileSync(join(pages, `bai-${n}.html`), nukeVietPage(n));

/** Seconds that some work takes. */
async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function importPages(content: string): Promise<void> {
  const site = readSavedPages(pages, savedPages(pages), undefined, undefined);
  const { planned } = planImport(site, {
    ...{ authors: ['BTT'], categories: ['Thông báo'], categoryMap: {}, category: 'Thông báo', author: 'BTT' },
    ...{ ids: new Set<string>(), slugs: new Set<string>() },
  });
  const addresses = newAddresses(planned);
  for (const article of planned) {
    const file = importOldArticle(article, site, addresses, () => {});
    await writeArticle(content, file, () => {});
  }
}

const importing: number[] = [];
const checking: number[] = [];
for (let round = 0; round < rounds; round++) {
  const content = join(folder, `content-${round}`);
  cpSync(join(projectRoot, 'tests', 'fixtures', 'small'), content, { recursive: true });
  const settings = readSettings({ CONTENT_DIR: content, BUILD_TIME: fixedTime }, new Date());
  importing.push(await secondsOf(() => importPages(content)));
  checking.push(await secondsOf(() => checkContent(settings)));
}
rmSync(folder, { recursive: true });
const [imported, checked] = [importing, checking].map((seconds) => Math.min(...seconds));
const milliseconds = (seconds = 0) => ((1000 * seconds) / count).toFixed(1);
console.log(
  markdownTable(
    [`${count} pages, the fastest of ${rounds} rounds`, 'measured', 'aim'],
    [
      ['import, ms a page', milliseconds(imported), ''],
      ['check, ms an article', milliseconds(checked), ''],
      ['import ÷ check', ((imported ?? 0) / (checked ?? 1)).toFixed(2), '≤ 1'],
    ],
  ),
);
