import type { Organisation } from '#news/organisation.ts';
import { personalData } from '#news/personal-data.ts';
import { type Finding, finding, type SourceLocation } from '#site/finding.ts';
import { gamblingPhrases } from '#vietnamese/gambling-phrases.ts';
import { linesInCapitals } from '#vietnamese/lines-in-capitals.ts';
import { misspellings } from '#vietnamese/misspellings.ts';
import { type TypographyFault, typographyFaults } from '#vietnamese/typography.ts';
import { locationAt, type SourceFile } from './source-file.ts';
import { maskChar } from './text-coverage.ts';

/** Prose of a file, with everything else masked; `offset` is its position in the normalised text of the file. */
export interface ProseSegment {
  readonly text: string;
  readonly offset: number;
}

/** What is accepted in any file: non-Vietnamese spellings, in lower case, and the organisation's own contacts. */
export interface ProseExceptions {
  readonly spellings: ReadonlySet<string>;
  readonly telephones: readonly string[];
  readonly emails: readonly string[];
}

/** The accepted words from site.yaml and words.yaml. */
export function proseExceptions({ telephones, fax, email }: Organisation, words: readonly string[]): ProseExceptions {
  return {
    spellings: new Set(words.flatMap((entry) => entry.toLowerCase().split(/[\s,-]+/))),
    telephones: [...telephones.map(({ dial }) => dial), ...(fax ? [fax.replace(/\D/g, '')] : [])],
    emails: email ? [email] : [],
  };
}

/** The faults of a text; straight quotes are told once, since whoever typed one typed many. */
function withQuotesOnce(faults: readonly TypographyFault[]): TypographyFault[] {
  const quotes = faults.filter(({ wrong }) => wrong.includes('ngoặc kép'));
  const [first, ...others] = quotes;
  if (!first || others.length === 0) return [...faults];
  const told = { ...first, wrong: `${first.wrong} (và ${others.length} chỗ nữa)` };
  return faults.filter((fault) => !others.includes(fault)).map((fault) => (fault === first ? told : fault));
}

/** Findings of the language and privacy rules in the prose of a file; Vietnamese spelling only in Vietnamese. */
export function proseFindings(
  source: SourceFile,
  prose: readonly ProseSegment[],
  accepted: ProseExceptions,
  language: 'vi' | 'en' = 'vi',
): Finding[] {
  const findings: Finding[] = [];
  for (const { text, offset: start } of prose) {
    const locate = (offset: number) => locationAt(source, start + offset);
    if (language === 'vi') findings.push(...spellingFindings({ text, offset: start }, locate, accepted));
    findings.push(...advertisementFindings(text, locate));
    const reported = new Set<string>();
    for (const { offset, text: found, kind } of personalData(text, accepted)) {
      // A number and its link address are reported once.
      const key = `${locate(offset).line} ${found.replace(/[\s.-]/g, '')}`;
      if (reported.has(key)) continue;
      reported.add(key);
      findings.push(
        finding(
          locate(offset),
          'du-lieu-rieng',
          `“${found}” có vẻ là ${kind}`,
          'xóa đi, hoặc thay bằng cách liên hệ của cơ quan',
        ),
      );
    }
    for (const offset of linesInCapitals(text))
      findings.push(
        finding(
          locate(offset),
          'chu-hoa',
          'cả câu viết bằng chữ hoa, khó đọc',
          'viết chữ thường, chỉ viết hoa đầu câu và tên riêng',
        ),
      );
  }
  return findings;
}

/** Findings of the rules of Vietnamese spelling and typography in a text. */
function spellingFindings(
  { text, offset: start }: ProseSegment,
  locate: (offset: number) => SourceLocation,
  accepted: ProseExceptions,
): Finding[] {
  const findings: Finding[] = [];
  for (const { offset, word, suggestions } of misspellings(text, accepted.spellings))
    findings.push(
      finding(
        locate(offset),
        'am-tiet',
        `“${word}” không phải là âm tiết tiếng Việt`,
        suggestions.length > 0
          ? `có phải là ${suggestions.map((suggestion) => `“${suggestion}”`).join(' hay ')}?`
          : 'xem lại chữ này; tên riêng thì ghi vào content/words.yaml',
      ),
    );
  for (const { offset, length, wrong, fix } of withQuotesOnce(typographyFaults(text))) {
    const found = text.slice(offset, offset + length);
    if (found.includes(maskChar)) continue;
    // Only the editor knows if a dash joins or separates ("vắc- xin"), a colon is a ratio ("nam : nữ"), a quote opens.
    const isUnambiguous = !/\p{L} ?[-–] ?\p{L}| : ?\p{Ll}|"/u.test(text.slice(offset, offset + length + 2));
    const edit = { offset: start + offset, length, text: fix };
    findings.push(
      finding(locate(offset), 'cach-chu', `${wrong}: “${found}”`, `viết “${fix}”`, ...(isUnambiguous ? [edit] : [])),
    );
  }
  return findings;
}

/** One finding for an advertisement, however many of its phrases there are. */
function advertisementFindings(text: string, locate: (offset: number) => SourceLocation): Finding[] {
  const [first] = gamblingPhrases(text);
  if (!first) return [];
  const remedy = 'xóa đi; nếu không ai trong tòa soạn viết, báo người quản trị';
  return [finding(locate(first.offset), 'co-bac', `“${first.text}” là lời quảng cáo cờ bạc`, remedy)];
}
