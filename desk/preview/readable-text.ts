import type { ContentKind } from '#news/content-kind.ts';
import { documentTypes } from '#news/document-types.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { frontMatterKeys } from '#site/read/front-matter/front-matter-keys.ts';
import { repairFrontMatter } from '#site/read/front-matter/repair-front-matter.ts';
import { isKeyLine, secondFrontMatter } from '#site/read/second-front-matter.ts';
import { normaliseText } from '#site/read/source-file.ts';
import { parseYaml } from '#site/read/yaml-document.ts';
import { applyEdits } from '#site/repair/edited-text.ts';

/** What stands in a preview where a required field has no valid value yet. */
const samples: { readonly [Kind in ContentKind]: Readonly<Record<string, string>> } = {
  articles: { title: 'Chưa có tiêu đề', author: 'Chưa ghi tác giả', category: 'Chưa chọn chuyên mục' },
  questions: { title: 'Chưa có câu hỏi' },
  documents: {
    ...{ title: 'Chưa có trích yếu', number: 'Chưa ghi số', issuer: 'Chưa ghi cơ quan' },
    type: documentTypes[0],
  },
  events: { title: 'Chưa có tên' },
  pages: { title: 'Chưa có tiêu đề' },
};

/** The fields that need another one: a cover without a description is shown all the same. */
const completions: Readonly<Record<string, string>> = {
  cover: 'coverAlt',
  updated: 'correction',
  sourceUrl: 'source',
  withdrawn: 'withdrawnReason',
};

const missing = 'Chưa ghi';

/** What a readable text is made of, besides the written one. */
export interface Readable {
  /** For fields without a valid date: as front matter has it. */
  readonly today: string;
  /** Fields in addition. */
  readonly extra?: Fields;
  /** In place of the written body. */
  readonly body?: string;
}

/**
 * A file that can be shown, made of one with errors: its valid fields, samples for the others, and its body without what
 * no page may contain.
 */
export function readableText(kind: ContentKind, text: string, { today, extra = {}, ...instead }: Readable): string {
  const written = printable(text);
  const repaired = applyEdits(written, repairFrontMatter(written, frontMatterKeys(frontMatterSchemas[kind])));
  const { block, body } = split(repaired.split('\n'));
  const fields = validFields(kind, { ...writtenFields(kind, block), ...extra }, today);
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${instead.body ?? body}`;
}

/** A text without conflict marks, controls and damaged letters. */
function printable(text: string): string {
  return normaliseText(text)
    .replace(/^(?:<{7}|={7}|>{7}|\|{7}).*\n?/gm, '')
    .replaceAll('\uFFFD', '?')
    .toWellFormed()
    .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** The front matter and the body, whatever stands between them. */
function split(lines: readonly string[]): { readonly block: string; readonly body: string } {
  const start = lines[0]?.startsWith('---') ? 1 : 0;
  if (start === 0 && !isKeyLine(lines[0] ?? '')) return { block: '', body: lines.join('\n') };
  const isBody = (line: string, index: number) =>
    index >= start && /^[^\s#-]/.test(line) && !isKeyLine(line) && lines[index - 1]?.trim() === '';
  const found = lines.findIndex((line, index) => index >= start && (isFence(line) || isBody(line, index)));
  const end = found < 0 ? lines.length : found;
  const rest = lines.slice(isFence(lines[end] ?? '') ? end + 1 : end);
  const second = secondFrontMatter(rest);
  return { block: lines.slice(start, end).join('\n'), body: rest.slice(second ? second.end + 1 : 0).join('\n') };
}

/** Whether a line ends front matter, as written in one way or another. */
function isFence(line: string): boolean {
  return /^(?:-{2,}|[–—]+)[ \t]*$/.test(line);
}

type Fields = Record<string, unknown>;

/** The fields as they are written; of what is no YAML, those that are one line. */
function writtenFields(kind: ContentKind, block: string): Fields {
  const { document } = parseYaml({ path: '', text: block, linesBefore: 1, start: 0 });
  // Anchors and what refers to them could repeat themselves without end.
  if (document.errors.length === 0 && !/[*&]\w/.test(block)) {
    const written: unknown = document.toJS();
    return typeof written === 'object' && written !== null && !Array.isArray(written) ? { ...written } : {};
  }
  const lines = Array.from(block.matchAll(/^(\w+):[ \t]*(\S.*)$/gm), ([, key = '', value = '']) => [
    key,
    value.trim().replace(/^["']|["']$/g, ''),
  ]);
  return Object.fromEntries(lines.filter(([key = '']) => key in frontMatterSchemas[kind].shape));
}

/** The fields that a schema accepts together, with samples for the required ones. */
function validFields(kind: ContentKind, written: Fields, today: string): Fields {
  const required = { ...samples[kind], ...Object.fromEntries(dateKeys[kind].map((key) => [key, today])) };
  const fields: Fields = { ...required, ...written };
  for (const [key, needed] of Object.entries(completions))
    if (key in fields && !(needed in fields) && needed in frontMatterSchemas[kind].shape) fields[needed] = missing;
  // Each round removes a field or replaces it by its sample; a rule between fields may then speak of another.
  for (let round = 0; round < maxRounds; round++) {
    const { error } = frontMatterSchemas[kind].safeParse(fields);
    if (!error) return fields;
    for (const issue of error.issues)
      for (const key of issue.code === 'unrecognized_keys' ? issue.keys : issue.path.slice(0, 1).map(String)) {
        const sample = required[key];
        if (sample !== undefined && fields[key] !== sample) fields[key] = sample;
        else if (sample === undefined) delete fields[key];
      }
  }
  return required;
}

const maxRounds = 9;

const dateKeys: { readonly [Kind in ContentKind]: readonly string[] } = {
  articles: ['date'],
  questions: ['date'],
  documents: ['issued'],
  events: ['date', 'from'],
  pages: [],
};
