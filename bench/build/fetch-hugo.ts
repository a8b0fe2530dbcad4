import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, SettingsError } from '#site/settings.ts';
import { findHugo, type HugoProgram } from './hugo-program.ts';
import { sourceOfSuite } from './source-of-suite.ts';

/** A folder in which apt keeps what it knows of a suite, beside what the suite is taken from. */
interface SuiteFolder {
  readonly folder: string;
  /** The suite that the system has. */
  readonly own: string;
  readonly options: readonly string[];
}

/**
 * Fetches the Hugo that a suite of the system's distribution packages, like "sid", and unpacks it in .cache/hugo/
 * without installing it. Package lists are kept there too: the system stays as it is.
 */
export function fetchHugo(suite: string): HugoProgram {
  const suiteFolder = openSuiteFolder(suite);
  const { folder, own, options } = suiteFolder;
  run('apt-get', [...options, 'update'], folder);
  const file = unpack(suiteFolder, 'hugo', suite);
  // Libraries of a newer suite need a newer libc than the system has.
  for (const library of librariesOf(file, folder)) if (!isInstalled(library)) unpack(suiteFolder, library, own);
  const libraryFolders = globSync('usr/lib/*-linux-*', { cwd: folder }).map((path) => join(folder, path));
  const hugo = findHugo(join(folder, 'usr', 'bin', 'hugo'), { LD_LIBRARY_PATH: libraryFolders.join(':') });
  if (!hugo) throw new SettingsError(`Hugo của ${suite} không chạy được trên máy này.`);
  return hugo;
}

/** Makes the folder of a suite anew, with its package source. */
function openSuiteFolder(suite: string): SuiteFolder {
  if (!/^[a-z][a-z0-9-]*$/.test(suite)) throw new SettingsError(`--hugo-suite cần tên một bản Debian, như sid.`);
  const [, codename = ''] = /^VERSION_CODENAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? [];
  const source = globSync(['/etc/apt/sources.list', '/etc/apt/sources.list.d/*'])
    .map((file) => sourceOfSuite(readFileSync(file, 'utf8'), codename, suite))
    .find((found) => found !== undefined);
  if (!source) throw new SettingsError(`apt không có nguồn gói nào của ${codename} để lấy ${suite} từ đó.`);
  const folder = join(projectRoot, '.cache', 'hugo', suite);
  rmSync(folder, { recursive: true, force: true });
  const [lists, cache] = [join(folder, 'lists'), join(folder, 'cache')];
  for (const path of [join(lists, 'partial'), join(cache, 'archives', 'partial')]) mkdirSync(path, { recursive: true });
  const sourceFile = join(folder, 'suite.sources');
  writeFileSync(sourceFile, source.text);
  const settings = [
    ...[`Dir::Etc::SourceList=${sourceFile}`, 'Dir::Etc::SourceParts=-', `Dir::State::Lists=${lists}`],
    // Another user, as which root would download, may not write into the folder.
    ...[`Dir::Cache=${cache}`, 'APT::Sandbox::User='],
  ];
  return { folder, own: source.own, options: ['-qq', ...settings.flatMap((setting) => ['-o', setting])] };
}

/** Downloads the package of a suite and unpacks it into the folder; returns its file. */
function unpack({ folder, options }: SuiteFolder, name: string, suite: string): string {
  run('apt-get', [...options, 'download', `${name}/${suite}`], folder);
  const [file = ''] = globSync(`${name}_*.deb`, { cwd: folder });
  run('dpkg-deb', ['-x', file, '.'], folder);
  return file;
}

/** The packages that a package needs, but for libc. */
function librariesOf(file: string, folder: string): string[] {
  return run('dpkg-deb', ['-f', file, 'Depends'], folder)
    .split(',')
    .map((dependency) => dependency.trim().split(/[\s:|]/)[0] ?? '')
    .filter((name) => name && name !== 'libc6');
}

function isInstalled(name: string): boolean {
  return /^Status: install ok installed$/m.test(spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout);
}

function run(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new SettingsError(`${program}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}
