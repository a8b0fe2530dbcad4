import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { FeedFault } from './feed-fault.ts';
import type { FeedFile } from './reader.ts';

/** The first thing in each feed that is not well-formed or not as the schema of its form (atom.rng, rss.rng) has it. */
export async function xmlFaults(form: 'rss' | 'atom', feeds: readonly FeedFile[]): Promise<FeedFault[]> {
  if (feeds.length === 0) return [];
  const schema = { fileName: 'schema.rng', contents: readFileSync(join(import.meta.dirname, `${form}.rng`), 'utf8') };
  const said = await whatXmllintSays({
    xml: feeds.map(({ text }, index) => ({ fileName: `${index}.xml`, contents: text })),
    schema,
    extension: 'relaxng',
    maxMemoryPages: memoryPages.max,
  });
  const first = new Map<number, FeedFault>();
  for (const [, index, line, what = ''] of said.matchAll(/^(\d+)\.xml:(\d+): (.*)$/gm)) {
    const feed = feeds[Number(index)];
    if (feed && !first.has(Number(index))) first.set(Number(index), { file: feed.file, line: Number(line), what });
  }
  // Whatever it says but that all is well is a fault, even where it says it of no line.
  const sound = /^\d+\.xml validates$/;
  const rest = said.split('\n').filter((line) => line !== '' && !sound.test(line));
  if (rest.length > 0 && first.size === 0) return [{ file: `${form}.rng`, what: rest.join(' ') }];
  return [...first.values()];
}

/** All it prints. It ends well on an undeclared prefix, and its wrapper throws where a text is not well-formed. */
async function whatXmllintSays(options: Parameters<typeof validateXML>[0]): Promise<string> {
  try {
    return (await validateXML(options)).rawOutput;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.message;
    throw error;
  }
}
