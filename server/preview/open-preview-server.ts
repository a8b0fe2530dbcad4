import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildFailure, draftFailure } from '#layouts/build-failure.ts';
import { listen } from '#server/listen.ts';
import type { OpenServer } from '#server/open-server.ts';
import { type PageSender, type RequestHandler, siteRequestListener } from '#server/site-request-listener.ts';
import type { Settings } from '#site/settings.ts';
import type { LiveReload } from './live-reload.ts';

/** The options of the preview server for editors. */
export interface PreviewOptions {
  readonly host: string;
  /** The first of ten ports that are tried. */
  readonly port: number;
  readonly reload: LiveReload;
  readonly handlers: readonly RequestHandler[];
  /** The error messages of the last build, shown in place of every page; undefined if it succeeded. */
  readonly failure: () => string | undefined;
  /** The error messages of drafts, shown in place of a page that does not exist; undefined if there are none. */
  readonly draftErrors: () => string | undefined;
}

/** Serves a site as readers get it, with pages that reload when they change. Throws a SettingsError. */
export function openPreviewServer({ outputDir, base, origin }: Settings, options: PreviewOptions): Promise<OpenServer> {
  const { host, port, reload, failure, draftErrors } = options;
  const send = (response: ServerResponse, status: number, html: string, file = '') => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    response.writeHead(status, headers).end(reload.withReloadScript(html, file));
    return true;
  };
  const sendFailure: RequestHandler = ({ url = '' }, response) => {
    const messages = failure();
    return messages !== undefined && /(\/|\.html)(\?|$)/.test(url) && send(response, 500, buildFailure(messages));
  };
  const sendPage: PageSender = (response, status, file) => {
    const path = join(outputDir, file);
    // The output does not exist before the first successful build.
    if (!existsSync(path)) return send(response, 500, buildFailure(failure() ?? ''));
    const inDrafts = status === 404 ? draftErrors() : undefined;
    if (inDrafts !== undefined) return send(response, status, draftFailure(inDrafts));
    return send(response, status, readFileSync(path, 'utf8'), file);
  };
  const handlers: RequestHandler[] = [
    (request, response) => reload.handle(request, response),
    sendFailure,
    ...options.handlers,
  ];
  return listen(siteRequestListener(outputDir, handlers, base, sendPage), {
    siteUrl: origin,
    ...{ host, port, ports: 10, envNames: { host: 'HOST', port: 'PORT' } },
    // Closing gracefully would wait for the open connections of pages that listen for changes.
    signals: [],
  });
}
