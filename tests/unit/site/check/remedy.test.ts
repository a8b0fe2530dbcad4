import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixedTime } from '#bench/fixtures/run-script.ts';
import { type RuleName, rules } from '#news/rule.ts';
import { checkContent } from '#site/check/check-content.ts';
import { fixContent } from '#site/check/fix-content.ts';
import { type Finding, formatFinding } from '#site/finding.ts';
import { checkFolder } from '#site/guide/check-folder.ts';
import { ruleExamples } from '#site/guide/rule-examples.ts';
import { applyEdits } from '#site/repair/edited-text.ts';
import { readSettings } from '#site/settings.ts';
import { contentFolder } from '#tests/content-folder.ts';

/** The text after an editor applied the remedy literally; undefined if the message offers nothing to paste. */
function applyRemedy(text: string, { wrong, remedy, line }: Finding): string | undefined {
  const lines = text.split('\n');
  const [, original] = /“(.*?)”/.exec(wrong) ?? [];
  const replaceInLine = (from: string, to: string) => lines.with(line - 1, (lines[line - 1] ?? '').replace(from, to));
  const quoted = (pattern: RegExp) => pattern.exec(remedy)?.[1];

  const wholeLine = quoted(/^viết cả dòng “(.*)”/);
  if (wholeLine !== undefined) return lines.with(line - 1, wholeLine).join('\n');
  const added = quoted(/^thêm dòng “(.*)”$/);
  if (added !== undefined) return lines.toSpliced(lines.indexOf('---', 1), 0, added).join('\n');
  const suggestion = quoted(/^có phải là “(.*?)”/) ?? quoted(/^viết (?!trong|như|chữ)“?([^”]*?)”?$/);
  if (suggestion !== undefined && original) return replaceInLine(original, suggestion).join('\n');
  if (/^(xóa|giữ lại một) dòng/.test(remedy)) return lines.toSpliced(line - 1, 1).join('\n');
  if (/^xóa ghi chú này/.test(remedy))
    return replaceInLine(/ ?(#|<!--) ?cho phép.*/.exec(lines[line - 1] ?? '')?.[0] ?? '', '').join('\n');
  return undefined;
}

/** The text after the edits of a finding, or after its remedy. */
function correct(text: string, finding: Finding): string | undefined {
  const edits = finding.edits?.filter(({ length, text: inserted }) => length > 0 || inserted !== '') ?? [];
  return edits.length > 0 ? applyEdits(text, edits) : applyRemedy(text, finding);
}

test.each(Object.entries(ruleExamples))(
  'an editor who follows the message of “%s” passes the check',
  async (name, example) => {
    const folder = contentFolder(example.wrong);
    const [finding] = await checkFolder(folder, example.sitemap, example.firstDeployed);
    if (!finding) throw new Error(`${name} finds nothing in its wrong example`);
    const text = example.wrong[finding.path];
    const fixedText = typeof text === 'string' ? correct(text, finding) : undefined;
    expect(fixedText === undefined, formatFinding(finding)).toBe(manualRules.includes(name));
    if (fixedText === undefined) return;
    writeFileSync(join(folder, finding.path), fixedText);
    expect((await checkFolder(folder, example.sitemap, example.firstDeployed)).map(formatFinding)).toEqual([]);
  },
);

/** Rules whose remedy needs the editor's own words or judgement. */
const manualRules: readonly string[] = [
  ...['di-doi', 'tra-loi', 'loi-dan', 'mo-ta-anh', 'html', 'thu-tu-ngay', 'ngay-ten-tep'],
  ...[
    'ma-hoa',
    'long-sau',
    'ky-tu-la',
    'thieu-tep',
    'dang-noi-dung',
    'tep-la',
    'ten-tep',
    'dat-ten',
    'dia-chi',
    'dia-chi-mat',
    'dia-chi-bo',
    'bom',
    'nfd',
    'khoang-gio',
    'xung-dot',
    'chu-hong',
    'bang-ma',
    'ky-tu-an',
    'loi-word',
    'lien-ket-giau',
    'co-bac',
    'trung-bai',
    'trung-so',
  ],
  ...['video', 'chu-hoa', 'tieu-de-dai', 'du-lieu-rieng', 'ban-tin', 'lien-ket-an', 'the', 'ten-mien', 'so-lieu'],
  ...['mat-chu', 'markdown', 'xuong-dong', 'chu-thich'],
  ...['ruot-tep', 'anh-dong', 'anh-nang', 'noi-chup', 'tep-khong-dung'],
];

test('--fix applies every offered fix and describes it', async () => {
  for (const name of [
    'bom',
    'nfd',
    'bang-ma',
    'ky-tu-an',
    'cach-chu',
    'the',
    'ten-mien',
    'thieu-ma',
  ] satisfies RuleName[]) {
    expect(rules[name].level).toBe('warning');
    const folder = contentFolder(ruleExamples[name].wrong);
    const settings = readSettings({ CONTENT_DIR: folder, BUILD_TIME: fixedTime }, new Date(0));
    const checked = await checkContent(settings);
    const changes = await fixContent(checked, checked.warnings);
    expect(changes.map(({ description }) => description)).toHaveLength(1);
    expect((await checkFolder(folder)).map(formatFinding)).toEqual([]);
  }
});
