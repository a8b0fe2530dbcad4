import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { parentPort, workerData } from 'node:worker_threads';
import type { GitHttpBehaviour } from './git-http-server.ts';

const { folder, token, refuseWriting, breakOff }: GitHttpBehaviour & { folder: string } = workerData;

// Answers as a git host does, over CGI (RFC 3875).
const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const writes = url.pathname.endsWith('/git-receive-pack');
  const [, credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const [user, password] = Buffer.from(credentials, 'base64').toString().split(':');
  if (token !== undefined && password !== token) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="kho"' }).end();
    return;
  }
  const body = await buffer(request);
  if (writes && refuseWriting) {
    response.writeHead(refuseWriting).end();
    return;
  }
  if (writes && breakOff === 'before') {
    request.socket.destroy();
    return;
  }
  const backend = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      CONTENT_LENGTH: String(body.length),
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_USER: user || 'ai-do',
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // It may end without having read what was sent.
  backend.stdin.on('error', () => undefined).end(body);
  const output = await buffer(backend.stdout);
  if (writes && breakOff === 'after') {
    request.socket.destroy();
    return;
  }
  const end = output.indexOf('\r\n\r\n');
  const headers = output
    .toString('latin1', 0, end)
    .split('\r\n')
    .map((line) => line.split(/: (.*)/, 2) as [string, string]);
  const status = headers.find(([name]) => name === 'Status')?.[1];
  for (const [name, value] of headers) if (name !== 'Status') response.setHeader(name, value);
  response.writeHead(Number(status?.slice(0, 3) ?? 200)).end(output.subarray(end + 4));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : undefined);
});
