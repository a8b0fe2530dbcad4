import { spawnSync } from 'node:child_process';

/** A Hugo that runs on this machine. */
export interface HugoProgram {
  /** A path or a name in PATH. */
  readonly program: string;
  /** "0.169.0" */
  readonly version: string;
  /** What its environment needs besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** The Hugo of HUGO_PATH, by default that of the system; undefined if it does not run. */
export function findHugo(
  program = process.env['HUGO_PATH'] || 'hugo',
  env: HugoProgram['env'] = {},
): HugoProgram | undefined {
  const { stdout } = spawnSync(program, ['version'], { encoding: 'utf8', env: { ...process.env, ...env } });
  const version = /v(\d+\.\d+\.\d+)/.exec(stdout ?? '')?.[1];
  return version === undefined ? undefined : { program, version, env };
}

/** The file of bench/build/hugo/ that sets how a version paginates: the keys were renamed in 0.128. */
export function paginationFile(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 0 || minor >= 128 ? 'pagination.toml' : 'pagination-before-0.128.toml';
}
