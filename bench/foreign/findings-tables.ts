import type { Finding } from '#site/finding.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** The findings of every article, by its foreign file. */
export type FindingsByFile = ReadonlyMap<string, readonly Finding[]>;

const verdictNames: Readonly<Record<Verdict, string>> = {
  silent: 'pass without a word',
  repaired: 'pass with repairs',
  told: 'pass with notes',
  refused: 'are refused',
};

/** How many articles have each verdict. */
export function verdictTable(findings: FindingsByFile): string {
  const verdicts = [...findings.values()].map(verdictOf);
  return markdownTable(
    [`of ${findings.size} articles`, 'articles', 'share'],
    Object.entries(verdictNames).map(([verdict, name]) => {
      const count = verdicts.filter((each) => each === verdict).length;
      return [name, String(count), percent(count, findings.size)];
    }),
  );
}

/** The findings of every rule; `alone` are the articles that are refused for that rule alone. */
export function ruleTable(findings: FindingsByFile): string {
  const groups = groupFindings(findings, ({ rule, level }) => `${rule} (${level})`);
  return markdownTable(
    ['rule', 'findings', 'articles', 'refused for it alone', 'with an edit'],
    groups.map(({ name, found, files, alone }) => [
      name,
      ...[found.length, files, alone].map(String),
      percent(found.filter(({ edits }) => edits).length, found.length),
    ]),
  );
}

/** The commonest causes of refusal, with an example each: errors that differ only in what they quote are one cause. */
export function refusalTable(findings: FindingsByFile, limit: number): string {
  const errors = new Map(Array.from(findings, ([file, all]) => [file, all.filter(({ level }) => level === 'error')]));
  const groups = groupFindings(errors, ({ rule, wrong }) => `[${rule}] ${withoutQuotes(wrong)}`);
  return markdownTable(
    ['cause of refusal', 'errors', 'articles', 'alone', 'example'],
    groups
      .slice(0, limit)
      .map(({ name, found, files, alone, example }) => [name, ...[found.length, files, alone].map(String), example]),
  );
}

interface FindingGroup {
  readonly name: string;
  readonly found: readonly Finding[];
  readonly files: number;
  readonly alone: number;
  readonly example: string;
}

function groupFindings(findings: FindingsByFile, nameOf: (finding: Finding) => string): FindingGroup[] {
  const all = [...findings].flatMap(([file, found]) => found.map((finding) => ({ file, finding })));
  const groups = Map.groupBy(all, ({ finding }) => nameOf(finding));
  const named = Array.from(groups, ([name, members]) => {
    const files = [...new Set(members.map(({ file }) => file))];
    const alone = files.filter((file) => {
      const errors = findings.get(file)?.filter(({ level }) => level === 'error') ?? [];
      return errors.length > 0 && errors.every((error) => nameOf(error) === name);
    });
    const found = members.map(({ finding }) => finding);
    return { name, found, files: files.length, alone: alone.length, example: exampleOf(members) };
  });
  return named.sort((a, b) => b.files - a.files || b.found.length - a.found.length);
}

function exampleOf([first]: readonly { readonly file: string; readonly finding: Finding }[]): string {
  return first ? `${first.file}:${first.finding.line} · ${first.finding.wrong.slice(0, 120)}` : '';
}

function withoutQuotes(message: string): string {
  const general = message
    .replaceAll(/“[^”]*”/g, '“…”')
    .replaceAll(/<[^>]*>/g, '<…>')
    .replaceAll(/\d+/g, 'N');
  return general.replace(/(?<=thuộc tính )\S+/, '…').slice(0, 120);
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : ((100 * part) / whole).toFixed(0)} %`;
}
