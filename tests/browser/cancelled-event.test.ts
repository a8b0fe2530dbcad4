import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '#bench/browser/serve-folder.ts';
import { buildFolder } from '../build-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accessibilityViolations } from './accessibility-violations.ts';
import { openPage } from './open-page.ts';
import { openServedSites } from './open-served-sites.ts';
import { firstResultTitle, waitForResults } from './search-page.ts';

const { sharedBrowser } = await openServedSites();

const event = `---
title: Hội thả diều của ba dãy phố
date: 2026-11-20
from: 2026-12-01 08:00
place: Bãi cỏ
cancelled: Gió cấp tám suốt ba ngày.
id: urn:uuid:4c1f6f0a-5a2e-4b5f-8a39-0f3d5f1f7a09
---
`;

describe.runIf(sharedBrowser)('a cancelled event', () => {
  test.each([{ width: 320 }, { width: 1440, dark: true }])(
    'is marked with its reason in search, in the list and on its page: %j',
    async (reader) => {
      const output = join(temporaryFolder(), 'site');
      await buildFolder(contentFolder({ 'events/dieu.md': event }), output);
      const { origin, close } = await serveFolder(output);
      onTestFinished(close);

      const { page, reports } = await openPage(sharedBrowser, `${origin}/tim-kiem/#q=thả diều`, reader);
      onTestFinished(() => page.context().close());
      await waitForResults(page);
      await expect.poll(() => firstResultTitle(page)).toBe('Đã hủy: Hội thả diều của ba dãy phố');

      for (const address of ['/su-kien/', '/su-kien/dieu/']) {
        await page.goto(origin + address);
        const main = page.getByRole('main');
        const heading = main.getByRole('heading', { name: 'Đã hủy: Hội thả diều của ba dãy phố' });
        const reason = main.getByText('Gió cấp tám suốt ba ngày.');
        for (const element of [heading, reason]) expect(await element.isVisible(), address).toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        expect(await accessibilityViolations(page), address).toEqual([]);
      }
      expect(reports).toEqual([]);
    },
  );
});
