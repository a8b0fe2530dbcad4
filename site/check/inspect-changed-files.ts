import { availableParallelism } from 'node:os';
import type { Problem } from '#news/rule.ts';
import type { BuildCache } from '#site/cache/build-cache.ts';
import { fileSignature } from '#site/cache/file-signature.ts';
import { type Finding, finding, startOfFile } from '#site/finding.ts';
import { displayPath } from '#site/read/source-file.ts';

/** The problems of a file, and its state when they were found. */
interface InspectedFile {
  readonly signature: string;
  readonly problems: readonly Problem[];
}

/** A large picture takes some hundred megabytes of memory while it is decoded. */
const maxAtOnce = 4;

/** Findings for files, a few at a time; those unchanged since the last build are not inspected again. */
export async function inspectChangedFiles(
  name: string,
  files: Iterable<string>,
  cache: BuildCache,
  inspect: (file: string) => Promise<readonly Problem[]>,
): Promise<Finding[]> {
  const previous = cache.get<ReadonlyMap<string, InspectedFile>>(name);
  const current = new Map<string, InspectedFile>();
  const findings: Finding[] = [];
  const queue = new Set(files).values();
  const inspectRest = async () => {
    for (const file of queue) {
      // Taken before reading: a later change gives the file another signature.
      const signature = fileSignature(file);
      const known = signature ? previous?.get(file) : undefined;
      const problems = known && known.signature === signature ? known.problems : await inspect(file);
      if (signature) current.set(file, { signature, problems });
      findings.push(
        ...problems.map(({ rule, wrong, remedy }) => finding(startOfFile(displayPath(file)), rule, wrong, remedy)),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(maxAtOnce, availableParallelism()) }, inspectRest));
  cache.set(name, current);
  return findings;
}
