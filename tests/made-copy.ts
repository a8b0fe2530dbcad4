import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '#bench/fixtures/run-build.ts';

/** A ZIP written by npm run build:offline, and the stderr of the command. */
export interface MadeCopy {
  /** The name of the ZIP. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  /** The files in the order of the archive: path → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Runs npm run build:offline on a content folder. Throws its output if it failed. */
export function madeCopy(environment: Readonly<Record<string, string>>): MadeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'made-copy-'));
  try {
    const { status, stdout, stderr } = run('build-offline', { ...environment, OFFLINE_DIR: folder });
    if (status !== 0) throw new Error(stdout + stderr);
    const [name = ''] = readdirSync(folder);
    const bytes = readFileSync(join(folder, name));
    const files = Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file)] as const);
    return { name, bytes, stderr, files: new Map(files) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Extracts a copy into a folder. */
export function unpack({ files }: MadeCopy, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
