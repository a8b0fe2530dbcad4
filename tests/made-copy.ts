import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '#bench/fixtures/run-build.ts';

/** A ZIP that npm run build:offline made, and what it said. */
export interface MadeCopy {
  /** The name of the ZIP. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  /** What is in it, in its order: path → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Makes a reading copy of content for real. Throws what the build said when it failed. */
export function madeCopy(knobs: Readonly<Record<string, string>>): MadeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'made-copy-'));
  try {
    const { status, stdout, stderr } = run('build-offline', { ...knobs, OFFLINE_DIR: folder });
    if (status !== 0) throw new Error(stdout + stderr);
    const [name = ''] = readdirSync(folder);
    const bytes = readFileSync(join(folder, name));
    const files = Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file)] as const);
    return { name, bytes, stderr, files: new Map(files) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks a copy into a folder. */
export function unpack({ files }: MadeCopy, folder: string): void {
  for (const [path, bytes] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
