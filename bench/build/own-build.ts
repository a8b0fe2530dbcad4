import { join } from 'node:path';
import { commandLine, fixedTime } from '../fixtures/run-build.ts';

/** Our own build as the bench runs it: what it builds from, where to, and where its memory lies. */
export interface OwnBuild {
  readonly content: string;
  readonly output: string;
  readonly memory: string;
  readonly knobs: Readonly<Record<string, string>>;
}

/** A build of ours in a folder of the bench; `name` is its own. */
export function ownBuild(folder: string, name: string, content: string): OwnBuild {
  const [output, memory] = [join(folder, name), join(folder, `${name}-memory`)];
  const fixed = { SITE_URL: 'https://example.org', BUILD_TIME: fixedTime, CI: 'true', PREVIEW: '', PRECOMPRESS: '' };
  const knobs = { ...fixed, CONTENT_DIR: content, OUTPUT_DIR: output, MEMORY_DIR: memory };
  return { content, output, memory, knobs };
}

/** A script of ours, without the half second that npm takes before it. */
export function ownScript(name: 'build' | 'start'): string[] {
  return commandLine(`scripts/${name}.ts`);
}
