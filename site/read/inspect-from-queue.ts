import { hash } from 'node:crypto';
import type { ContentKind } from '#news/content-kind.ts';
import { frontMatterSchemas } from '#news/front-matter.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import { textSketch } from '#site/duplicates/text-sketch.ts';
import type { ParsedBody } from '#site/markdown/parse-body.ts';
import { type PreparedBody, prepareBody } from '#site/markdown/prepare-body.ts';
import { fileSlug } from './file-slug.ts';
import { type InspectedItem, inspectItem } from './inspect-item.ts';
import type { ProseExceptions } from './prose-findings.ts';
import { readBytes, readSource } from './source-file.ts';

/** A Markdown file of content/. */
export interface MarkdownFile {
  readonly kind: ContentKind;
  readonly file: string;
}

/** A Markdown file, its state when it was inspected, and the result; plain data. */
export interface InspectedFile<Value = unknown> {
  readonly file: string;
  /** The path as messages show it. */
  readonly path: string;
  /** The part of its address that comes from its name; empty if that has no letter or digit. */
  readonly slug: string;
  /** The SHA-256 hash of its bytes, in hex; empty if the file is a symbolic link. */
  readonly contentHash: string;
  /** Its file signature; undefined if that was not reliable yet. */
  readonly signature: string | undefined;
  /** The sketch of the lead and the body of an article. */
  readonly sketch: string;
  readonly inspected: InspectedItem<Value>;
}

/** An inspected file, with its body as HTML if that was prepared. */
export interface FileResult {
  readonly file: InspectedFile;
  readonly prepared?: PreparedBody;
}

/** Files that several threads inspect: each thread repeatedly takes the next batch. */
export interface WorkQueue {
  readonly files: readonly MarkdownFile[];
  readonly proseExceptions: ProseExceptions | undefined;
  /** The index of the first file that no thread has taken yet; shared memory. */
  readonly nextIndex: Int32Array;
  /** How many more characters of HTML may be prepared; shared memory. */
  readonly preparableLength: Int32Array;
}

const batchSize = 20;

/**
 * Inspects batches of files until no file is left in the queue, and reports each; the last one is empty. What is kept of
 * a batch has to be a copy: the results contain slices of the texts, which would keep these in memory.
 */
export function inspectFromQueue(queue: WorkQueue, report: (batch: readonly FileResult[]) => void): void {
  const { files, nextIndex } = queue;
  for (;;) {
    const start = Atomics.add(nextIndex, 0, batchSize);
    const batch = files.slice(start, start + batchSize).map((file) => inspectAndPrepare(file, queue));
    report(batch);
    if (batch.length === 0) return;
  }
}

/** Inspects a file and renders its parsed body, so that it need not be read and parsed again for its page. */
function inspectAndPrepare(
  markdownFile: MarkdownFile,
  { proseExceptions: acceptedWords, preparableLength }: WorkQueue,
): FileResult {
  const bodies: ParsedBody[] = [];
  const file = inspectFile(markdownFile, acceptedWords, (body) => bodies.push(body));
  const [body] = bodies;
  const value = file.inspected.parts?.value;
  if (!body || !(value instanceof Object) || Atomics.load(preparableLength, 0) <= 0) return { file };
  const prepared = prepareBody([...body.tokens], markdownFile.kind === 'articles' && !('description' in value));
  if (!prepared) return { file };
  Atomics.sub(preparableLength, 0, prepared.lead.length + prepared.rest.length);
  return { file, prepared };
}

/** Reads and inspects a Markdown file; `onParsed` is given its parsed body, if it has one. */
export function inspectFile(
  { file, kind }: MarkdownFile,
  acceptedWords: ProseExceptions | undefined,
  onParsed?: (body: ParsedBody) => void,
): InspectedFile {
  // Taken before reading: a later change gives the file another signature.
  const currentSignature = fileSignature(file);
  const bytes = readBytes(file);
  const source = readSource(file, bytes);
  const sha256 = bytes ? hash('sha256', bytes) : '';
  let body = '';
  const inspected = inspectItem(source, frontMatterSchemas[kind], acceptedWords, (parsed) => {
    body = parsed.text;
    onParsed?.(parsed);
  });
  const lead = leadOf(inspected.parts?.value);
  return {
    file,
    path: source.path,
    slug: fileSlug(file),
    contentHash: sha256,
    signature: currentSignature,
    sketch: kind === 'articles' ? textSketch(`${lead}\n\n${body}`) : '',
    inspected,
  };
}

function leadOf(value: unknown): string {
  const lead = value instanceof Object && 'description' in value ? value.description : undefined;
  return typeof lead === 'string' ? lead : '';
}
