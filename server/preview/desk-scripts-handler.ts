import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { buildFailure } from '#layouts/build-failure.ts';
import { deskAddress } from '#news/address.ts';
import { parseRequestTarget } from '#server/parse-request-target.ts';
import type { RequestHandler } from '#server/site-request-listener.ts';
import { deskScripts } from '#site/desk/desk-files.ts';
import type { Settings } from '#site/settings.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/**
 * Serves the scripts of the desk, which the first request for the desk makes: those who never open it install nothing.
 * Until they are there, its page says so and asks again.
 */
export function deskScriptsHandler({ base, cacheDir }: Pick<Settings, 'base' | 'cacheDir'>): RequestHandler {
  let files: ReadonlyMap<string, string> | undefined;
  let isMaking = false;
  let failure: string | undefined;
  const make = async () => {
    if (isMaking) return;
    isMaking = true;
    failure = undefined;
    try {
      const made = await deskScripts({ cacheDir }, console.error);
      files = new Map(made.map(({ address, from }) => [base + address, from]));
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    isMaking = false;
  };
  return (request, response) => {
    const path = parseRequestTarget(request.url ?? '')?.path;
    if (!path?.startsWith(base + deskAddress)) return false;
    if (path === base + deskAddress) {
      if (files) return false;
      if (failure !== undefined) sendPage(response, 500, buildFailure(failure));
      else sendPage(response, 503, waitingPage);
      void make();
      return true;
    }
    const file = files?.get(path);
    if (file === undefined) return false;
    response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    createReadStream(file).pipe(response);
    return true;
  };
}

const waitingPage = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Bàn biên tập</title>
<p>Đang chuẩn bị bàn biên tập. Lần đầu máy phải tải khoảng 20 MB, mất chừng một phút; trang này sẽ tự mở.</p></html>
`;

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }).end(html);
}
