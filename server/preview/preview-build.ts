import { runBuild, saveCache } from '#site/build/run-build.ts';
import { BuildCache } from '#site/cache/build-cache.ts';
import { OutputRecord } from '#site/cache/output-record.ts';
import { formatFinding } from '#site/finding.ts';
import { readSettings } from '#site/settings.ts';

/** The message that this child process sends after each build. */
export interface PreviewBuildResult {
  /** The error messages; undefined if the build succeeded. */
  readonly failure?: string;
  /** The error messages of drafts, which have no pages; undefined if there are none. */
  readonly draftErrors?: string;
  /** The `changed` of the build's result. */
  readonly changed: readonly string[];
}

/** In ms after the last build. */
const saveDelay = 1000;

// The child process of npm start: builds on every message and holds the cache for the next build in memory. It writes
// the cache to disk only when the editor pauses, because that takes as long as a build and would delay the next one.
let cache: BuildCache | undefined;
const output = new OutputRecord();
let saving: NodeJS.Timeout | undefined;

async function build(): Promise<void> {
  clearTimeout(saving);
  const previous = cache;
  const settings = { ...readSettings(process.env, new Date()), hasLocalDesk: true };
  const result = await runBuild(settings, 'in-memory', {
    output,
    openCache: (settings) => previous?.forNextBuild() ?? BuildCache.open(settings, 'in-memory'),
  });
  const message: PreviewBuildResult =
    typeof result === 'string'
      ? { failure: result, changed: [] }
      : {
          changed: result.changed,
          ...(result.draftErrors.length > 0 && { draftErrors: result.draftErrors.map(formatFinding).join('\n') }),
        };
  // The parent process may have ended: the empty callback ignores the error.
  process.send?.(message, undefined, undefined, () => {});
  if (typeof result !== 'string') cache = result.cache;
  saving = setTimeout(() => cache && saveCache(cache), saveDelay).unref();
}

process.on('message', () => void build());
// The parent process has ended; the next build completes what this one leaves unfinished.
process.on('disconnect', () => process.exit());
