import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openServer } from '#server/open-server.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';
import { validArticle } from '#site/guide/rule-examples.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** How programs ask again: with the tag, with the date, or with both, as they were sent. */
const conditions: readonly (readonly [program: string, names: readonly string[]])[] = [
  ['the tag', ['If-None-Match']],
  ['the date', ['If-Modified-Since']],
  ['the tag and the date', ['If-None-Match', 'If-Modified-Since']],
];

test.each(conditions)(
  'an hour of polling by %s, with a build of the same content in it, gets each feed once and then 304',
  async (_, names) => {
    const content = contentFolder({ 'articles/hoi-nghi.md': validArticle });
    const site = join(temporaryFolder(), 'site');
    const build = (time: string) => buildFolder(content, site, { BUILD_TIME: time });
    await build('2026-11-23T08:00:00+07:00');
    const { origin, close } = await openServer(siteRequestListener(site), { host: '127.0.0.1', port: 0 });
    onTestFinished(close);

    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const headers = new Headers({ 'Accept-Encoding': 'gzip, br' });
      const statuses: number[] = [];
      for (let minute = 0; minute < 60; minute += 5) {
        if (minute === 30) await build('2026-11-23T08:30:00+07:00');
        const response = await fetch(`${origin}/${file}`, { headers });
        await response.arrayBuffer();
        statuses.push(response.status);
        for (const [name, sent] of [
          ['If-None-Match', 'ETag'],
          ['If-Modified-Since', 'Last-Modified'],
        ] as const)
          if (names.includes(name)) headers.set(name, response.headers.get(sent) ?? headers.get(name) ?? '');
      }
      expect(statuses, file).toEqual([200, ...Array(11).fill(304)]);
    }
  },
);
