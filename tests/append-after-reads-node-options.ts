import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** NODE_OPTIONS of a process in which a file gets another paragraph as soon as it was read `reads` times. */
export function appendAfterReadsNodeOptions(file: string, reads: number): string {
  const script = join(temporaryFolder(), 'save.mjs');
  writeFileSync(
    script,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readFileSync } = fs;
let reads = 0;
fs.readFileSync = (file, ...how) => {
  const bytes = readFileSync(file, ...how);
  if (String(file).endsWith('${file}') && ++reads === ${reads}) fs.appendFileSync(file, '\\nMột đoạn nữa.\\n');
  return bytes;
};
syncBuiltinESMExports();
`,
  );
  return `--import ${script}`;
}
