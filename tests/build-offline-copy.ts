import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runScript } from '#bench/fixtures/run-script.ts';

/** A ZIP written by npm run build:offline, and the stderr of the command. */
export interface OfflineCopy {
  /** The name of the ZIP. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  /** The files in the order of the archive: path → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Runs npm run build:offline on a content folder. Throws its output if it failed. */
export function buildOfflineCopy(environment: Readonly<Record<string, string>>): OfflineCopy {
  const folder = mkdtempSync(join(tmpdir(), 'made-copy-'));
  try {
    const { status, stdout, stderr } = runScript('build-offline', { ...environment, OFFLINE_DIR: folder });
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
export function unpackCopy({ files }: OfflineCopy, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
