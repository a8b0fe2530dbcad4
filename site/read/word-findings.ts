import type { Organisation } from '#news/organisation.ts';
import { personalData } from '#news/personal-data.ts';
import { says } from '#news/rule.ts';
import { type Finding, finding } from '#site/finding.ts';
import { inCapitals } from '#vietnamese/capitals.ts';
import { misspellings } from '#vietnamese/misspelling.ts';
import { typographyFaults } from '#vietnamese/typography.ts';
import { masked } from './body-prose.ts';
import { placeAt, type SourceFile } from './source-file.ts';

/** Words of a file that people read, what is none of them masked; `offset` is theirs in the normalised text of the file. */
export interface Prose {
  readonly text: string;
  readonly offset: number;
}

/** What is right of the words of any file: spellings that do not look Vietnamese, folded, and the organisation's own contacts. */
export interface RightWords {
  readonly spellings: ReadonlySet<string>;
  readonly telephones: readonly string[];
  readonly emails: readonly string[];
}

/** What the lists of content/ say is right. */
export function rightWords({ telephones, fax, email }: Organisation, words: readonly string[]): RightWords {
  return {
    spellings: new Set(words.flatMap((entry) => entry.toLowerCase().split(/[\s,-]+/))),
    telephones: [...telephones.map(({ dial }) => dial), ...(fax ? [fax.replace(/\D/g, '')] : [])],
    emails: email ? [email] : [],
  };
}

/** What the rules of the language and of privacy say of the words of a file. */
export function wordFindings(source: SourceFile, prose: readonly Prose[], right: RightWords): Finding[] {
  const findings: Finding[] = [];
  for (const { text, offset: start } of prose) {
    const at = (offset: number) => placeAt(source, start + offset);
    for (const { offset, word, suggestions } of misspellings(text, right.spellings))
      findings.push(
        finding(
          at(offset),
          says(
            'am-tiet',
            `“${word}” không phải là âm tiết tiếng Việt`,
            suggestions.length > 0
              ? `có phải là ${suggestions.map((one) => `“${one}”`).join(' hay ')}?`
              : 'xem lại chữ này; tên riêng thì ghi vào content/words.yaml',
          ),
        ),
      );
    for (const { offset, length, wrong, fix } of typographyFaults(text)) {
      const found = text.slice(offset, offset + length);
      if (found.includes(masked)) continue;
      const message = says('cach-chu', `${wrong}: “${found}”`, `viết “${fix}”`);
      // For the editor to say: whether a dash joins or parts ("vắc- xin"), a colon is a ratio ("nam : nữ"), a quote opens.
      const sure = !/\p{L} ?[-–] ?\p{L}| : ?\p{Ll}|"/u.test(text.slice(offset, offset + length + 2));
      const edit = { offset: start + offset, length, text: fix };
      findings.push(finding(at(offset), message, sure ? edit : undefined));
    }
    const told = new Set<string>();
    for (const { offset, text: found, kind } of personalData(text, right)) {
      // A number and the link behind it are one thing.
      const same = `${at(offset).line} ${found.replace(/[\s.-]/g, '')}`;
      if (told.has(same)) continue;
      told.add(same);
      findings.push(
        finding(
          at(offset),
          says('du-lieu-rieng', `“${found}” có vẻ là ${kind}`, 'xóa đi, hoặc thay bằng cách liên hệ của cơ quan'),
        ),
      );
    }
    for (const { index, 0: line } of text.matchAll(/[^\n]+/g))
      if (inCapitals(line))
        findings.push(
          finding(
            at(index),
            says('chu-hoa', 'cả câu viết bằng chữ hoa, khó đọc', 'viết chữ thường, chỉ viết hoa đầu câu và tên riêng'),
          ),
        );
  }
  return findings;
}
