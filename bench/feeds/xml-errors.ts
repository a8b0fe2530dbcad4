import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { FeedError } from './feed-error.ts';
import type { FeedFile } from './feed-reader.ts';

/** The first error of each feed that is not well-formed or does not match its schema (atom.rng, rss.rng). */
export async function xmlErrors(form: 'rss' | 'atom', feeds: readonly FeedFile[]): Promise<FeedError[]> {
  if (feeds.length === 0) return [];
  const schema = { fileName: 'schema.rng', contents: readFileSync(join(import.meta.dirname, `${form}.rng`), 'utf8') };
  const output = await xmllintOutput({
    xml: feeds.map(({ text }, index) => ({ fileName: `${index}.xml`, contents: text })),
    schema,
    extension: 'relaxng',
    maxMemoryPages: memoryPages.max,
  });
  const errors = new Map<number, FeedError>();
  for (const [, index, line, what = ''] of output.matchAll(/^(\d+)\.xml:(\d+): (.*)$/gm)) {
    const feed = feeds[Number(index)];
    if (feed && !errors.has(Number(index)))
      errors.set(Number(index), { file: feed.file, line: Number(line), message: what });
  }
  // Any other output than success is an error, even without a line number.
  const successLine = /^\d+\.xml validates$/;
  const otherLines = output.split('\n').filter((line) => line !== '' && !successLine.test(line));
  if (otherLines.length > 0 && errors.size === 0) return [{ file: `${form}.rng`, message: otherLines.join(' ') }];
  return [...errors.values()];
}

/** The output of xmllint, which accepts undeclared prefixes; its wrapper throws if a text is not well-formed. */
async function xmllintOutput(options: Parameters<typeof validateXML>[0]): Promise<string> {
  try {
    return (await validateXML(options)).rawOutput;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  }
}
