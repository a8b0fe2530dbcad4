import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { freePort } from '#bench/fixtures/free-port.ts';
import type { TestedBrowser, TestedPage } from './tested-browser.ts';

/** The codes of keys in WebDriver (W3C, “Keyboard actions”). */
const keyCodes: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const driver = 'WebKitWebDriver';
/** Where Debian installs the browser of WebKitGTK that drivers start. */
const browserPattern = '/usr/lib/*/webkit2gtk-4.1/MiniBrowser';

/** Launches MiniBrowser of WebKitGTK. Returns undefined, and says so, if it or a display is missing. */
export async function openWebKit(): Promise<TestedBrowser | undefined> {
  const [binary] = globSync(browserPattern);
  const display = binary && !spawnSync(driver, ['--help']).error ? await openDisplay() : undefined;
  if (!binary || !display) {
    console.error('WebKitGTK or Xvfb is not on this machine; its tests are skipped (webkit2gtk-driver, xvfb).');
    return undefined;
  }
  const port = await freePort();
  const errors: string[] = [];
  const process = spawn(driver, [`--port=${port}`], { env: display.env, stdio: ['ignore', 'pipe', 'ignore'] });
  process.stdout.setEncoding('utf8').on('data', (text: string) => {
    errors.push(...text.split('\n').filter((line) => /^CONSOLE (?!NETWORK)\w+ ERROR/.test(line)));
  });
  const send = commandSender(`http://127.0.0.1:${port}`);
  await untilReady(send);
  return {
    name: 'WebKitGTK',
    openPage: () => openPage(send, binary, errors),
    // Its window has a least width of 447 px.
    widths: [447, 768, 1440],
    async close() {
      await end(process);
      await display.close();
    },
  };
}

async function end(process: ChildProcess): Promise<void> {
  const exited = once(process, 'exit');
  process.kill();
  await exited;
}

/** The display of the session, or one in memory; undefined if there is none. */
async function openDisplay(): Promise<{ env: NodeJS.ProcessEnv; close(): Promise<void> } | undefined> {
  // What starting Chromium set in this process holds for Chromium only; the sandbox needs rights that containers lack.
  const env: NodeJS.ProcessEnv = { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return { env, close: async () => {} };
  if (spawnSync('Xvfb', ['-help']).error) return undefined;
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  return { env: { ...env, DISPLAY: `:${String(number).trim()}` }, close: () => end(server) };
}

type SendCommand = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>;

/** Sends commands of WebDriver (W3C); rejects with the error that the driver names. */
function commandSender(origin: string): SendCommand {
  return async (method, path, body) => {
    const response = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
}

async function untilReady(send: SendCommand): Promise<void> {
  for (;;)
    try {
      await send('GET', '/status');
      return;
    } catch {
      // The driver does not listen yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

/** A page is a session of its own, with its own storage; the driver has one at a time. */
async function openPage(send: SendCommand, binary: string, errors: string[]): Promise<TestedPage> {
  const args = ['--automation', '--enable-write-console-messages-to-stdout=true'];
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } },
  });
  const session = `/session/${sessionId}`;
  const pressKeys = (keys: readonly string[]) =>
    send<void>('POST', `${session}/actions`, {
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: keys.flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
        },
      ],
    });
  errors.length = 0;
  return {
    goto: (url) => send('POST', `${session}/url`, { url }),
    async evaluate(run, ...args) {
      const script = `const done = arguments[arguments.length - 1];
        (async () => (${run})(...arguments[0]))().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
      const { value, error } = await send<{ value: never; error?: string }>('POST', `${session}/execute/async`, {
        script,
        args: [args],
      });
      if (error !== undefined) throw new Error(error);
      return value;
    },
    async resize(width, height) {
      await send('POST', `${session}/window/rect`, { width, height });
    },
    type: (text) => pressKeys([...text]),
    press: (key) => pressKeys([keyCodes[key] ?? key]),
    print: () => Promise.reject(new Error('WebKitWebDriver has no command for it')),
    scriptErrors: () => errors.splice(0),
    close: () => send('DELETE', session),
  };
}
