import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '#site/settings.ts';
import { serveFolder } from './browser/serve-folder.ts';
import { ownBuild } from './build/own-build.ts';
import { writeGeneratedContent } from './fixtures/generated-content.ts';
import { runScript, scriptArgs } from './fixtures/run-script.ts';
import { markdownTable } from './report/markdown-table.ts';

// False alarms and time of `npm run verify` for a clean site, next to `npm run check` of its content, both with nothing in
// their caches: npm run bench:verify -- [ARTICLES]
const count = Number(process.argv[2] ?? 10_000);
const rounds = 3;

const work = mkdtempSync(join(tmpdir(), 'verify-bench-'));
const content = join(work, 'content');
mkdirSync(content);
writeGeneratedContent(content, count);
const { env, output } = ownBuild(work, 'site', content);
const built = runScript('build', env);
if (built.status !== 0) throw new Error(built.stderr);
const server = await serveFolder(output);

/** Seconds that a command takes, and what it printed. The server of this process goes on meanwhile. */
async function measure(script: string, args: readonly string[], round: number) {
  const start = performance.now();
  const child = spawn(process.execPath, [...scriptArgs(`scripts/${script}.ts`), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env, GITHUB_ACTIONS: '', MEMORY_DIR: join(work, `memory-${round}`) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[status], printed] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { seconds: (performance.now() - start) / 1000, status: Number(status), printed };
}

const verifying: number[] = [];
const checking: number[] = [];
let lines: string[] = [];
let alarms = 0;
for (let round = 0; round < rounds; round++) {
  checking.push((await measure('check', [], round)).seconds);
  const verified = await measure('verify', [`${server.origin}/`], round);
  lines = verified.printed.trim().split('\n');
  if (verified.status === 0) verifying.push(verified.seconds);
  else {
    alarms += lines.length - 1;
    console.error(verified.printed);
  }
}
await server.close();
rmSync(work, { recursive: true });
const [verified, checked] = [Math.min(...verifying), Math.min(...checking)];
console.log(lines.at(-1));
console.log(
  markdownTable(
    [`${count} articles, the fastest of ${rounds} rounds`, 'measured', 'aim'],
    [
      ['false alarms in all rounds', String(alarms), '0'],
      ['verify, s', verified.toFixed(1), ''],
      ['check, s', checked.toFixed(1), ''],
      ['verify ÷ check', (verified / checked).toFixed(2), ''],
    ],
  ),
);
