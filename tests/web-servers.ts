import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '#bench/fixtures/free-port.ts';
import { projectRoot } from '#site/settings.ts';

/** A third-party web server and its configuration file in deploy/. */
export interface WebServer {
  readonly configFile: string;
  /** The replacements in the configuration: [text, replacement]. */
  readonly substitutions: (folder: string, port: number, counter: number) => readonly (readonly [string, string])[];
  readonly start: (folder: string, configuration: string) => ChildProcess;
}

/** A running web server. */
export interface RunningWebServer {
  readonly port: number;
  /** Everything it printed so far. */
  readonly consoleOutput: () => string;
  /** Ends it with SIGTERM and waits for its exit. */
  readonly stop: () => Promise<void>;
}

const apacheModules = [
  ...['mpm_event', 'authz_core', 'alias', 'deflate', 'dir', 'env', 'filter', 'headers', 'mime', 'proxy', 'proxy_http'],
  ...['rewrite', 'setenvif'],
];

export const webServers: Readonly<Record<'nginx' | 'caddy' | 'apache2', WebServer>> = {
  nginx: {
    configFile: 'nginx.conf',
    substitutions: (folder, port, counter) => [
      // Readers are served without TLS here; the redirect of port 80 answers at a socket.
      ['listen 80;', `listen unix:${join(folder, 'port-80.socket')};`],
      ['listen 443 ssl http2;', `listen 127.0.0.1:${port};`],
      ['ssl_certificate /etc/letsencrypt/live/example.org/fullchain.pem;', ''],
      ['ssl_certificate_key /etc/letsencrypt/live/example.org/privkey.pem;', ''],
      ['127.0.0.1:8787', `127.0.0.1:${counter}`],
      ['/srv/site/_site', join(folder, 'site')],
      ['/var/log/nginx', join(folder, 'logs')],
    ],
    start(folder, configuration) {
      mkdirSync(join(folder, 'temporary'));
      mkdirSync(join(folder, 'logs'));
      const directives = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
      writeFileSync(
        join(folder, 'nginx.conf'),
        `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/logs/main.log crit;
        ${process.getuid?.() === 0 ? 'user root;' : ''}
        events {}
        http {
          ${directives.map((name) => `${name}_temp_path ${folder}/temporary/${name};`).join('\n')}
          types { text/html html; text/css css; }
          ${configuration}
        }`,
      );
      return spawn('nginx', ['-p', folder, '-e', join(folder, 'logs/main.log'), '-c', join(folder, 'nginx.conf')], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  },
  caddy: {
    configFile: 'Caddyfile',
    substitutions: (folder, port, counter) => [
      ['\tlog {\n', '\tadmin off\n\tlog {\n'],
      ['\nexample.org {', `\nhttp://127.0.0.1:${port} {`],
      ['127.0.0.1:8787', `127.0.0.1:${counter}`],
      ['/srv/site/_site', join(folder, 'site')],
    ],
    start(folder, configuration) {
      writeFileSync(join(folder, 'Caddyfile'), configuration);
      return spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
        env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  },
  apache2: {
    configFile: 'apache.conf',
    substitutions: (folder, port, counter) => [
      // Readers are served without TLS here, and port 80 not at all.
      ['<VirtualHost *:80>', '<VirtualHost 127.0.0.1:1>'],
      ['<VirtualHost *:443>', `<VirtualHost 127.0.0.1:${port}>`],
      ['SSLEngine on', ''],
      ['SSLCertificateFile /etc/letsencrypt/live/example.org/fullchain.pem', ''],
      ['SSLCertificateKeyFile /etc/letsencrypt/live/example.org/privkey.pem', ''],
      ['127.0.0.1:8787', `127.0.0.1:${counter}`],
      ['/srv/site/_site', join(folder, 'site')],
      ['/var/log/apache2', join(folder, 'logs')],
    ],
    start(folder, configuration) {
      mkdirSync(join(folder, 'logs'));
      // Apache refuses to serve as root, and its user must reach the files.
      chmodSync(folder, 0o755);
      const [, port = ''] = /<VirtualHost 127\.0\.0\.1:(\d{2,})>/.exec(configuration) ?? [];
      writeFileSync(
        join(folder, 'apache.conf'),
        `ServerRoot ${folder}
        PidFile ${folder}/apache.pid
        DefaultRuntimeDir ${folder}
        ErrorLog ${folder}/logs/main.log
        ServerName localhost
        Listen 127.0.0.1:${port}
        ${apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
        ${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
        TypesConfig /etc/mime.types
        ${configuration}`,
      );
      return spawn('apache2', ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    },
  },
};

/** Whether the test can run here: it needs Linux for a second loopback address. Prints a warning if it cannot. */
export function canTestWebServer(tool: string): boolean {
  const installed = process.platform === 'linux' && !spawnSync(tool, ['-v']).error;
  if (!installed)
    console.warn(`SKIPPED: ${tool} is not on this machine (or it is no Linux), so its file in deploy/ is not tried.`);
  return installed;
}

/** Starts a web server with its configuration of deploy/ on `site/` in a folder, with the counter at a port. */
export async function openWebServer(
  { configFile, substitutions, start }: WebServer,
  folder: string,
  counter = 8787,
): Promise<RunningWebServer> {
  const port = await freePort();
  const shipped = readFileSync(join(projectRoot, 'deploy', configFile), 'utf8');
  const child = start(folder, applySubstitutions(shipped, substitutions(folder, port, counter)));
  const exited = once(child, 'exit');
  // nginx killed by SIGKILL would leave its worker process behind.
  onTestFinished(() => void child.kill('SIGTERM'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      printed += chunk;
    });
  await waitUntilListening(port, child, () => printed);
  return {
    port,
    consoleOutput: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function applySubstitutions(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`There is no ${from}.`);
    return result.replaceAll(from, to);
  }, text);
}

async function waitUntilListening(port: number, child: ChildProcess, printed: () => string): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise((resolve) =>
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false)),
    );
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The web server ended with ${child.exitCode}. ${printed()}`);
}
