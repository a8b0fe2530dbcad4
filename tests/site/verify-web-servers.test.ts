import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '#site/verification/built-site.ts';
import { reportVerification } from '#site/verification/report-verification.ts';
import { verifySite } from '#site/verification/verify-site.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { canTestWebServer, openWebServer, webServers } from '#tests/web-servers.ts';

describe.each(Object.entries(webServers))('%s with its configuration of deploy/', (tool, webServer) => {
  test.skipIf(!canTestWebServer(tool))('serves what was built, without a difference and without a note', async () => {
    const folder = temporaryFolder();
    cpSync(inject('newsroomDir'), join(folder, 'site'), { recursive: true });
    const { port } = await openWebServer(webServer, folder);
    const site = readBuiltSite(inject('newsroomDir'), '');
    const verification = await verifySite(site, new URL(`http://127.0.0.1:${port}/`), { seed: 1 });
    expect(reportVerification(verification)).toEqual([expect.stringMatching(/^Sạch: /)]);
  });
});
