import { runBuild, saveMemory } from '#site/build/run-build.ts';
import { Memory } from '#site/cache/memory.ts';
import { readSettings } from '#site/settings.ts';

/** What the process below tells of each build it was asked for. */
export interface PreviewBuilt {
  /** What was wrong; undefined when all is well. */
  readonly failure?: string;
  /** What changed in the output, as a build tells it. */
  readonly changed: readonly string[];
}

/** In ms. */
const quiet = 1000;

// Builds for npm start, whenever it is told to, and keeps in this process what the next build can use. For a process
// after it that is written down when an editor pauses: it takes as long as a build, and the next save would wait for it.
let memory: Memory | undefined;
let saving: NodeJS.Timeout | undefined;

async function build(): Promise<void> {
  clearTimeout(saving);
  const last = memory;
  const built = await runBuild(
    readSettings(process.env, new Date()),
    'many',
    (settings, builds) => last?.next() ?? Memory.open(settings, builds),
  );
  const told: PreviewBuilt = typeof built === 'string' ? { failure: built, changed: [] } : { changed: built.changed };
  // Whoever asked may have ended just now.
  process.send?.(told, undefined, undefined, () => {});
  if (typeof built !== 'string') memory = built.memory;
  saving = setTimeout(() => memory && saveMemory(memory), quiet).unref();
}

process.on('message', () => void build());
// Nobody waits for it any more: what it left half made, the next build makes whole.
process.on('disconnect', () => process.exit());
