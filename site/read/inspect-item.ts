import type { z } from 'zod';
import { type Finding, finding, type TextEdit } from '#site/finding.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { applyEdits, originalOffsets } from '#site/repair/edited-text.ts';
import type { BodyFinding } from './body-finding.ts';
import { checkYaml } from './check-yaml.ts';
import { hasDraftLine } from './draft-line.ts';
import { frontMatterKeys } from './front-matter/front-matter-keys.ts';
import { repairFrontMatter } from './front-matter/repair-front-matter.ts';
import { hiddenLinkFindings } from './hidden-link-findings.ts';
import { type InspectedBody, inspectBody } from './inspect-body.ts';
import { type InspectedReferences, inspectReferences } from './inspect-references.ts';
import { pageOfFile } from './page-of-file.ts';
import { plainTextFindings } from './plain-text-findings.ts';
import { type ProseExceptions, type ProseSegment, proseFindings } from './prose-findings.ts';
import { findingsBeforeEdits, repairFindings } from './repaired-findings.ts';
import { locationAt, type SourceFile } from './source-file.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { findSuppressions, type Suppression } from './suppression.ts';
import { maskChar } from './text-coverage.ts';
import { timeRangeFindings } from './time-range-findings.ts';

/** What a Markdown file itself contains, without the files it references: plain data, determined by its bytes. */
export interface InspectedItem<Value> {
  /** Undefined if the front matter and the body could not be split. */
  readonly parts?: {
    /** Undefined if the front matter is invalid. */
    readonly value?: Value;
    /** The offset of the body in the normalised text, and its 1-based line. */
    readonly bodyStart: number;
    readonly bodyLine: number;
    readonly facts: Omit<InspectedBody, 'findings' | 'prose' | 'pictures' | 'links' | 'videos'>;
    readonly references: InspectedReferences;
    readonly suppressions: readonly Suppression[];
    /** The changes with which the file was read; sorted. */
    readonly repairs: readonly TextEdit[];
  };
  /** Whether its front matter says so, as far as it can be read. */
  readonly isDraft: boolean;
  readonly findings: readonly Finding[];
}

/** Whether a body references files that must exist next to it. */
export function referencesFiles({ parts }: InspectedItem<unknown>): boolean {
  return parts !== undefined && parts.references.files.length > 0;
}

/**
 * Splits a Markdown file and checks its front matter with a schema, and its prose if the accepted words are known.
 * `onParsed` is given the parsed body, if there is one.
 */
export function inspectItem<Schema extends z.ZodType>(
  original: SourceFile,
  schema: Schema,
  acceptedWords: ProseExceptions | undefined,
  onParsed?: (body: ParsedBody) => void,
): InspectedItem<z.output<Schema>> {
  if (original.findings.some(({ level }) => level === 'error'))
    return { isDraft: hasDraftLine(original.text), findings: original.findings };
  const repairs = repairFrontMatter(original.text, frontMatterKeys(schema));
  const edited = applyEdits(original.text, repairs);
  const source = { ...original, text: edited };
  const findingsInOriginal = (findings: readonly Finding[]) => [
    ...original.findings,
    ...repairFindings(original, repairs),
    ...findingsBeforeEdits(original, edited, repairs, findings),
  ];
  const split = splitFrontMatter(source);
  if ('finding' in split) return { isDraft: hasDraftLine(source.text), findings: findingsInOriginal([split.finding]) };

  const { value, findings: yamlFindings, proseValues } = checkYaml(split.block, schema);
  const {
    findings: bodyFindings,
    prose,
    pictures,
    links,
    videos,
    ...facts
  } = inspectBody(split.body, { ...titleOf(value), pageOfFile: (name) => pageOfFile(source.file, name) }, onParsed);
  const hiddenLinks: readonly BodyFinding[] = hiddenLinkFindings(split.body);
  const bodyStart = source.text.length - split.body.length;
  const blockStart = split.block.start;
  const valuesInFile = proseValues.map(({ offset, text }) => ({ offset: blockStart + offset, text }));
  const originalBodyStart = originalOffsets(repairs)(bodyStart);
  const bodyLine = locationAt(original, originalBodyStart).line;
  const { references, findings: referenceFindings } = inspectReferences({ pictures, links, videos }, (position) => ({
    path: source.path,
    line: position.line + bodyLine - 1,
    column: position.column,
  }));
  return {
    isDraft: value === undefined ? hasDraftLine(source.text) : isDraftValue(value),
    parts: {
      ...(value !== undefined && { value }),
      ...{ bodyStart: originalBodyStart, bodyLine, facts, references },
      ...{ suppressions: findSuppressions(original.path, original.text), repairs: repairs.map(toEdit) },
    },
    findings: [
      ...findingsInOriginal([
        ...yamlFindings,
        ...plainTextFindings(source, valuesInFile),
        ...timeRangeFindings(split.block),
        ...[
          ...hiddenLinks,
          ...bodyFindings.filter(({ rule }) => hiddenLinks.length === 0 || !/^(html|the-thua)$/.test(rule)),
        ].map(({ line, column, rule, wrong, remedy, edits = [] }) =>
          finding(
            { path: source.path, line: line + split.bodyLine - 1, column },
            ...([rule, wrong, remedy] as const),
            ...edits.map(({ offset, length, text }) => ({ offset: bodyStart + offset, length, text })),
          ),
        ),
        ...(acceptedWords
          ? proseFindings(
              source,
              proseOf(valuesInFile, { text: prose, offset: bodyStart }),
              acceptedWords,
              isInEnglish(value) ? 'en' : 'vi',
            )
          : []),
      ]),
      ...referenceFindings,
    ],
  };
}

function toEdit({ offset, length, text }: TextEdit): TextEdit {
  return { offset, length, text };
}

function titleOf(value: unknown): { title?: string } {
  const title = value instanceof Object && 'title' in value ? value.title : undefined;
  return typeof title === 'string' ? { title } : {};
}

function isDraftValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'draft' in value && value.draft === true;
}

function isInEnglish(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'lang' in value && value.lang === 'en';
}

function proseOf(values: readonly ProseSegment[], body: ProseSegment): ProseSegment[] {
  return [...values.map(({ offset, text }) => ({ offset, text: maskYamlMarkers(text) })), body];
}

/** Masks the quotes and block indicators of a YAML value. */
function maskYamlMarkers(raw: string): string {
  const text = raw.trimEnd();
  if (/^["']/.test(text)) return `${maskChar}${text.slice(1, -1)}${maskChar}`;
  return text.replace(/^[|>][-+\d]*|^[ \t]*- /gm, (marker) => maskChar.repeat(marker.length));
}
