import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root } from '#site/settings.ts';

async function packagedChromium(): Promise<string | undefined> {
  const cache = join(root, '.cache', 'chromium-153');
  mkdirSync(cache, { recursive: true });
  // The package looks at these when it is imported and when it unpacks: it then brings its own libraries and fonts.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['TMPDIR'] = cache;
  process.env['FONTCONFIG_PATH'] = join(cache, 'fontconfig');
  // Its own configuration looks for fonts in fixed folders; without any font Chromium crashes.
  mkdirSync(join(cache, 'fontconfig'), { recursive: true });
  writeFileSync(
    join(cache, 'fontconfig', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(cache, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(cache, 'fontconfig', 'cache')}</cachedir></fontconfig>`,
  );
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } catch {
    return undefined;
  }
}

/** How a browser is started. */
export interface BrowserOptions {
  /** It keeps pages to go back to and says nothing of automation, as the browsers of readers do. */
  readonly asReader?: boolean;
  /** Where another program may drive it too. */
  readonly debuggingPort?: number;
}

/** A real Chromium: CHROME_PATH, the packaged one, or the system's; undefined when there is none (an error in CI). */
export async function openBrowser({ asReader, debuggingPort }: BrowserOptions = {}): Promise<Browser | undefined> {
  const places = [process.env['CHROME_PATH'], await packagedChromium(), '/usr/bin/chromium', '/usr/bin/google-chrome'];
  for (const executablePath of places) {
    if (!executablePath || !existsSync(executablePath)) continue;
    try {
      return await chromium.launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          ...(asReader ? ['--disable-blink-features=AutomationControlled'] : []),
          ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
        ],
        ...(asReader && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
      });
    } catch (error) {
      console.error(`${executablePath}: ${String(error).split('\n')[0]}`);
    }
  }
  if (process.env['CI'] === 'true') throw new Error('No Chromium could be started: set CHROME_PATH.');
  console.error('No Chromium could be started; browser tests are skipped. Set CHROME_PATH.');
  return undefined;
}
