import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const permissions = z.record(z.string(), z.string());
const workflowSchema = z.object({
  permissions,
  jobs: z.record(
    z.string(),
    z.object({
      permissions,
      steps: z.array(z.object({ id: z.string().optional(), uses: z.string().optional(), run: z.string().optional() })),
    }),
  ),
});

function readWorkflow(name: string) {
  const text = readFileSync(join(projectRoot, 'deploy', name), 'utf8');
  return { text, ...workflowSchema.parse(parse(text)) };
}

describe.each(['github-pages.yml', 'github-check.yml', 'github-verify.yml'])('%s', (name) => {
  const { text, jobs, ...workflow } = readWorkflow(name);

  test('names every action by a commit, with its version as a comment', () => {
    const used = Array.from(text.matchAll(/uses: (.+)/g), ([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test('a job that runs code may write nothing, and only the job that deploys may publish', () => {
    expect(workflow.permissions).toEqual({});
    for (const [id, job] of Object.entries(jobs)) {
      const rights = Object.entries(job.permissions).map((right) => right.join(': '));
      if (job.steps.some(({ run, uses }) => run || uses?.startsWith('actions/checkout@')))
        expect(['', 'contents: read'], id).toContain(rights.join());
      else expect([id, rights]).toEqual(['deploy', ['pages: write', 'id-token: write']]);
    }
  });

  test('no expression of GitHub is put into a shell command, where it would be run', () => {
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });
});

const { jobs } = readWorkflow('github-pages.yml');

/** Runs a step of the workflow as GitHub does, with another program in the place of curl or npm. */
function runStep(job: string, step: string, program: { name: string; text: string }, environment: NodeJS.ProcessEnv) {
  const folder = temporaryFolder();
  const output = join(folder, 'output');
  writeFileSync(output, '');
  writeFileSync(join(folder, program.name), `#!/bin/sh\n${program.text}\n`, { mode: 0o755 });
  const command = jobs[job]?.steps.find(({ id }) => id === step)?.run ?? '';
  const { status } = spawnSync('sh', ['-e', '-c', command], {
    cwd: folder,
    env: {
      ...{ PATH: `${folder}:${process.env['PATH']}`, SITE_URL: 'https://example.org', GITHUB_OUTPUT: output },
      ...environment,
    },
  });
  return { status, folder, output: readFileSync(output, 'utf8').trim() };
}

describe.runIf(process.platform !== 'win32')('the build step', () => {
  test.each([
    [0, 0, ''],
    [3, 0, 'incomplete=true'],
    [1, 1, ''],
  ])('when the build ends with %d, ends with %d and says “%s”', (code, status, output) => {
    const npm = { name: 'npm', text: `echo "$*" >> calls\n[ "$2" != build ] || exit ${code}` };
    const result = runStep('build', 'build', npm, { LET_GO: code === 3 ? '/bai-viet/nham/' : '' });
    expect(result).toMatchObject({ status, output });
    const options = `--against https://example.org${code === 3 ? ' --let-go /bai-viet/nham/' : ''}`;
    const recorded = code === 1 ? '' : 'run record -- .cache/deployed\n';
    expect(readFileSync(join(result.folder, 'calls'), 'utf8')).toBe(`run build -- ${options}\n${recorded}`);
  });
});

describe.runIf(process.platform !== 'win32')('a run of the schedule', () => {
  const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  function isBuilt(event: string, buildJson?: string): string {
    const text = buildJson === undefined ? 'exit 22' : `cat <<'END'\n${buildJson}\nEND`;
    const { status, output } = runStep('due', 'due', { name: 'curl', text }, { EVENT: event });
    expect(status).toBe(0);
    return output;
  }

  test.each([
    ['nothing is scheduled', '{"nextBuildAt":null}'],
    ['the next build is to come', `{"nextBuildAt":"${minutesFromNow(2)}"}`],
  ])('ends without a build when %s', (_, buildJson) => {
    expect(isBuilt('schedule', buildJson)).toBe('build=false');
    expect(isBuilt('push', buildJson)).toBe('build=true');
  });

  test.each([
    ['something is due', `{"nextBuildAt":"${minutesFromNow(-2)}"}`],
    ['the site cannot be asked', undefined],
    ['the answer is not that of a build', '<!doctype html>'],
  ])('builds when %s', (_, buildJson) => {
    expect(isBuilt('schedule', buildJson)).toBe('build=true');
  });
});
