import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#site/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

/** Runs the script with a journal that holds one message; gives the mails sent so far. */
function notify(folder: string, message: string, unit = 'publish.service', exitStatus = '3'): string {
  const mails = join(folder, 'mails');
  const program = (name: string, text: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  program('journalctl', `echo '${message}'`);
  program('sendmail', `cat >> '${mails}'`);
  const { status } = spawnSync('sh', [join(projectRoot, 'deploy', 'notify.sh'), unit], {
    env: {
      ...{ PATH: `${folder}:${process.env['PATH']}`, STATE_DIRECTORY: folder, SENDMAIL: join(folder, 'sendmail') },
      ...{ MAIL_TO: 'web@example.org', MONITOR_INVOCATION_ID: 'a1', MONITOR_EXIT_STATUS: exitStatus },
    },
  });
  expect(status).toBe(0);
  return existsSync(mails) ? readFileSync(mails, 'utf8') : '';
}

describe.runIf(process.platform === 'linux')('notify.sh', () => {
  const count = (mails: string) => mails.split('To: web@example.org\n').length - 1;

  test('mails the messages of a failed run', () => {
    const mail = notify(temporaryFolder(), 'content/articles/b.md:3:1 · thiếu ngày');
    expect(mail).toMatch(/^To: web@example.org\nSubject: =\?UTF-8\?B\?[\w+/=]+\?=\n/);
    expect(mail).toContain('\n\ncontent/articles/b.md:3:1 · thiếu ngày\n');
  });

  test('says of a comparison whether the site differs or could not be seen', () => {
    expect(notify(temporaryFolder(), '/: khác', 'verify.service', '1')).toContain('KHÁC bản đã dựng');
    expect(notify(temporaryFolder(), '/: chưa', 'verify.service', '2')).toContain('chưa thể nói là sạch');
  });

  test('mails the same error again only after a day, and another one at once', () => {
    const folder = temporaryFolder();
    expect(count(notify(folder, 'lỗi, mất 12 giây'))).toBe(1);
    expect(count(notify(folder, 'lỗi, mất 13 giây'))).toBe(1);
    expect(count(notify(folder, 'lỗi khác'))).toBe(2);
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(join(folder, 'publish.service'), yesterday, yesterday);
    expect(count(notify(folder, 'lỗi khác'))).toBe(3);
  });
});
