import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '#site/check/check-content.ts';
import type { Finding } from '#site/finding.ts';
import { readSettings, SettingsError } from '#site/settings.ts';
import { fixedTime } from './fixtures/run-script.ts';
import { builtWords } from './foreign/built-words.ts';
import { type FindingsByFile, refusalTable, ruleTable, verdictTable } from './foreign/findings-tables.ts';
import { findingWithLine, sampleOf } from './foreign/sample-findings.ts';
import { verdictOf } from './foreign/verdict.ts';
import { type WrittenArticle, writeForeignContent } from './foreign/write-foreign-content.ts';

// Checks Markdown that was written for other programs as if it were ours, and says what becomes of it:
// npm run bench:foreign -- FOLDER [--strict] [--list RULE] [--sample N] [--words]
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    strict: { type: 'boolean', default: false },
    list: { type: 'string' },
    sample: { type: 'string' },
    words: { type: 'boolean', default: false },
  },
});
const from = resolve(positionals[0] ?? '');
if (positionals.length !== 1 || !existsSync(from))
  throw new SettingsError('npm run bench:foreign -- FOLDER [--strict] [--list RULE] [--sample N] [--words]');

const work = mkdtempSync(join(tmpdir(), 'foreign-markdown-'));
const [contentDir, outputDir] = [join(work, 'content'), join(work, 'site')];
const environment = { CONTENT_DIR: contentDir, OUTPUT_DIR: outputDir, MEMORY_DIR: join(work, 'memory') };
const settings = readSettings({ ...environment, SITE_URL: 'https://example.org', BUILD_TIME: fixedTime }, new Date(0));

/** The findings of the check, with the places they have in the foreign files. */
async function findingsOf(articles: readonly WrittenArticle[]): Promise<FindingsByFile> {
  const { errors, warnings } = await checkContent(settings);
  const byFile = Map.groupBy([...errors, ...warnings], ({ path }) => resolve(path));
  return new Map(
    articles.map(({ source, file, firstLine, bodyLine }) => {
      const found = byFile.get(join(contentDir, file)) ?? [];
      const atSource = (finding: Finding) => ({ ...finding, line: Math.max(1, finding.line - firstLine + bodyLine) });
      return [source, found.map(atSource)];
    }),
  );
}

/** Deletes the articles that are refused, and those that then are, because they lead to a deleted one. */
async function deleteRefused(articles: readonly WrittenArticle[], findings: FindingsByFile): Promise<WrittenArticle[]> {
  const isRefused = ({ source }: WrittenArticle) => verdictOf(findings.get(source) ?? []) === 'refused';
  const kept = articles.filter((article) => !isRefused(article));
  if (kept.length === articles.length) return kept;
  for (const { file } of articles.filter(isRefused)) rmSync(join(contentDir, file));
  for (const { file } of articles.filter(isRefused))
    rmSync(join(contentDir, file.slice(0, -'.md'.length)), { recursive: true, force: true });
  return deleteRefused(kept, await findingsOf(kept));
}

function printFindings(findings: readonly (readonly [source: string, finding: Finding])[]): void {
  for (const [source, finding] of findings) {
    const lines = readFileSync(join(from, source), 'utf8').split(/\r\n|\r|\n/);
    console.log(findingWithLine(finding, source, lines[finding.line - 1] ?? ''));
  }
}

try {
  const articles = await writeForeignContent(from, contentDir, options.strict);
  const findings = await findingsOf(articles);
  console.log(verdictTable(findings));
  console.log(ruleTable(findings));
  console.log(refusalTable(findings, 15));
  const all = [...findings].flatMap(([source, found]) => found.map((finding) => [source, finding] as const));
  if (options.list) printFindings(all.filter(([, { rule }]) => rule === options.list));
  if (options.sample) printFindings(sampleOf(all, Number(options.sample)));
  if (options.words) {
    const { wordCount, lost } = await builtWords(await deleteRefused(articles, findings), settings);
    for (const { source, line, text } of lost) console.log(`${source}:${line} · lost: ${text}`);
    const lostCount = lost.reduce((sum, { text }) => sum + text.split(' ').length, 0);
    console.log(
      `${lostCount} of ${wordCount} words are lost, in ${new Set(lost.map(({ source }) => source)).size} articles.`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
