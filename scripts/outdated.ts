import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, SettingsError } from '#site/settings.ts';
import {
  knownAdvisories,
  newerPackages,
  packageReport,
  packagesOfNode,
  parseNpmAnswer,
} from '#site/upgrade/package-report.ts';

/** The answer of npm to a command, also where it ends with an error code. */
function askNpm(...args: readonly string[]): unknown {
  const command = [...args, '--json'];
  const npm = process.env['npm_execpath'];
  const options = { cwd: projectRoot, encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const { status, stdout } = npm
    ? spawnSync(process.execPath, [npm, ...command], options)
    : spawnSync('npm', command, options);
  return parseNpmAnswer(stdout, status);
}

/** The newest release of a package with the same first number as the one that package.json names. */
function newestInLine(name: string): string | undefined {
  const { devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const current: string = { ...devDependencies, ...optionalDependencies }[name] ?? '';
  const versions = askNpm('view', `${name}@${current.split('.')[0]}`, 'version');
  const newest = Array.isArray(versions) ? versions.at(-1) : versions;
  return typeof newest === 'string' ? newest : undefined;
}

if (process.argv.length > 2)
  throw new SettingsError('Cách dùng: npm run outdated\nKể những gói có bản mới hơn, và lỗ hổng đã công bố của chúng.');
const newestOfNode = new Map(
  packagesOfNode.flatMap((name) => {
    const newest = newestInLine(name);
    return newest === undefined ? [] : [[name, newest] as const];
  }),
);
const advisories = knownAdvisories(askNpm('audit'));
const newer = newerPackages(askNpm('outdated'), newestOfNode);
console.log(packageReport(newer, advisories));
// 1: something is known against a package; 2: it could not be asked.
process.exitCode = advisories && newer ? Math.min(advisories.length, 1) : 2;
