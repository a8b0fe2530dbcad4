import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { openTestServer } from '../open-hub.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';

const { everyStateOrigin, sharedBrowser } = await openServedSites();

describe.runIf(sharedBrowser)('a web-based feed reader on another site', () => {
  test('shows the pictures of an article', async () => {
    const feed = JSON.parse(readFileSync(join(inject('everyStateDir'), 'feed.json'), 'utf8'));
    const html = feed.items
      .map(({ content_html: text }: { content_html: string }) => text)
      .join('')
      .replaceAll('https://example.org', everyStateOrigin)
      .replaceAll(' loading="lazy"', '');
    const reader = await openTestServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html>${html}`);
    });
    const { page } = await openPage(sharedBrowser, reader.origin);
    const widths = await page
      .locator('img')
      .evaluateAll((pictures) => pictures.map((picture) => (picture as HTMLImageElement).naturalWidth));
    expect(widths.length).toBeGreaterThan(2);
    expect(widths).not.toContain(0);
    await page.context().close();
  });
});
