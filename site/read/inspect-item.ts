import type { z } from 'zod';
import { type Finding, finding } from '#site/finding.ts';
import { type CheckedYaml, checkYaml } from './check-yaml.ts';
import { type InspectedBody, inspectBody } from './inspect-body.ts';
import { pageOfFile } from './page-of-file.ts';
import { type ProseExceptions, type ProseSegment, proseFindings } from './prose-findings.ts';
import type { SourceFile } from './source-file.ts';
import { splitFrontMatter } from './split-front-matter.ts';
import { findSuppressions, type Suppression } from './suppression.ts';
import { maskChar } from './text-coverage.ts';

/** What a Markdown file itself contains, without the files it references: plain data, determined by its bytes. */
export interface InspectedItem<Value> {
  /** Undefined if the front matter and the body could not be split. */
  readonly parts?: {
    /** Undefined if the front matter is invalid. */
    readonly value?: Value;
    /** The offset of the body in the normalised text, and its 1-based line. */
    readonly bodyStart: number;
    readonly bodyLine: number;
    readonly facts: Omit<InspectedBody, 'findings' | 'prose'>;
    readonly suppressions: readonly Suppression[];
  };
  readonly findings: readonly Finding[];
}

/** Whether a body references files that must exist next to it. */
export function referencesFiles({ parts }: InspectedItem<unknown>): boolean {
  if (!parts) return false;
  const { pictures, videos, links } = parts.facts;
  return pictures.length + videos.length > 0 || links.some(({ href }) => !/^(https?:|mailto:|tel:|#|\/)/i.test(href));
}

/** Splits a Markdown file and checks its front matter with a schema, and its prose if the accepted words are known. */
export function inspectItem<Schema extends z.ZodType>(
  source: SourceFile,
  schema: Schema,
  acceptedWords: ProseExceptions | undefined,
): InspectedItem<z.output<Schema>> {
  if (source.findings.some(({ level }) => level === 'error')) return { findings: source.findings };
  const split = splitFrontMatter(source);
  if ('finding' in split) return { findings: [...source.findings, split.finding] };

  const { value, findings: yamlFindings, proseValues } = checkYaml(split.block, schema);
  const {
    findings: bodyFindings,
    prose,
    ...facts
  } = inspectBody(split.body, {
    ...titleOf(value),
    pageOfFile: (name) => pageOfFile(source.file, name),
  });
  const bodyStart = source.text.length - split.body.length;
  return {
    parts: {
      ...(value !== undefined && { value }),
      ...{ bodyStart, bodyLine: split.bodyLine, facts, suppressions: findSuppressions(source.path, source.text) },
    },
    findings: [
      ...source.findings,
      ...yamlFindings,
      ...bodyFindings.map(({ line, column, rule, wrong, remedy, edits = [] }) =>
        finding(
          { path: source.path, line: line + split.bodyLine - 1, column },
          ...([rule, wrong, remedy] as const),
          ...edits.map(({ offset, length, text }) => ({ offset: bodyStart + offset, length, text })),
        ),
      ),
      ...(acceptedWords
        ? proseFindings(source, proseOf(source, proseValues, { text: prose, offset: bodyStart }), acceptedWords)
        : []),
    ],
  };
}

function titleOf(value: unknown): { title?: string } {
  const title = value instanceof Object && 'title' in value ? value.title : undefined;
  return typeof title === 'string' ? { title } : {};
}

function proseOf(
  { text }: SourceFile,
  proseValues: CheckedYaml<unknown>['proseValues'],
  body: ProseSegment,
): ProseSegment[] {
  const blockStart = text.indexOf('\n') + 1;
  return [
    ...proseValues.map(({ offset, text: raw }) => ({ offset: blockStart + offset, text: maskYamlMarkers(raw) })),
    body,
  ];
}

/** Masks the quotes and block indicators of a YAML value. */
function maskYamlMarkers(raw: string): string {
  const text = raw.trimEnd();
  if (/^["']/.test(text)) return `${maskChar}${text.slice(1, -1)}${maskChar}`;
  return text.replace(/^[|>][-+\d]*|^(\s*)- /gm, (marker) => maskChar.repeat(marker.length));
}
