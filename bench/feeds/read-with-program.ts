import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { type FeedFile, feedDateToIso, type ParsedFeedItem } from './feed-reader.ts';

const field = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);
const date = field.transform((text) => text && feedDateToIso(text));

const readings = z.array(
  z.union([
    z.string().transform((message) => new Error(message)),
    z.array(
      z.object({
        id: field,
        url: field,
        title: field,
        published: date,
        updated: date.optional(),
        author: field,
        categories: z.array(z.string()),
        lead: field,
        content: field.transform((text) => text?.trim()),
        picture: field,
      }),
    ),
  ]),
);

/** How a program is started that reads a JSON list of feeds from standard input and writes a list of their items. */
export interface FeedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit status that says that the library of the reader is missing. */
  readonly notInstalled: number;
}

/** What a program reads in feeds; undefined if it or its library is not installed. */
export function readWithProgram(
  { command, args, env, notInstalled }: FeedProgram,
  feeds: readonly FeedFile[],
): readonly (readonly ParsedFeedItem[] | Error)[] | undefined {
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    input: JSON.stringify(feeds.map(({ text }) => text)),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, ...env },
  });
  if (status === notInstalled || (error && 'code' in error && error.code === 'ENOENT')) return undefined;
  if (status !== 0) throw error ?? new Error(stderr);
  return readings.parse(JSON.parse(stdout));
}
