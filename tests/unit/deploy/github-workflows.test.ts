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

describe.each(['github-pages.yml', 'github-check.yml'])('%s', (name) => {
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

describe.runIf(process.platform !== 'win32')('a run of the schedule', () => {
  const { jobs } = readWorkflow('github-pages.yml');
  const command = jobs['due']?.steps.find(({ id }) => id === 'due')?.run ?? '';
  const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

  function isBuilt(event: string, buildJson?: string): string {
    const folder = temporaryFolder();
    const output = join(folder, 'output');
    const curl = buildJson === undefined ? 'exit 22' : `cat <<'END'\n${buildJson}\nEND`;
    writeFileSync(join(folder, 'curl'), `#!/bin/sh\n${curl}\n`, { mode: 0o755 });
    const { status } = spawnSync('sh', ['-e', '-c', command], {
      env: {
        ...{ PATH: `${folder}:${process.env['PATH']}`, SITE_URL: 'https://example.org' },
        ...{ EVENT: event, GITHUB_OUTPUT: output },
      },
    });
    expect(status).toBe(0);
    return readFileSync(output, 'utf8').trim();
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
