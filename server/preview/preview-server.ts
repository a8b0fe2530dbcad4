import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildFailure } from '#layouts/build-failure.ts';
import { listen } from '#server/listen.ts';
import type { OpenServer } from '#server/open-server.ts';
import { type Handler, type SendPage, siteServer } from '#server/site-server.ts';
import type { Settings } from '#site/settings.ts';
import type { LiveReload } from './live-reload.ts';

/** What editors look at while they write. */
export interface Preview {
  readonly host: string;
  /** The first that is tried, of ten. */
  readonly port: number;
  readonly reload: LiveReload;
  readonly handlers: readonly Handler[];
  /** What was wrong when the site was last built, which stands in place of every page; undefined while all is well. */
  readonly failure: () => string | undefined;
}

/** Serves a site as readers get it, but that each page is loaded again when it changes. Throws a SettingsError. */
export function openPreviewServer({ outputDir, base }: Settings, preview: Preview): Promise<OpenServer> {
  const { host, port, reload, failure } = preview;
  const send = (response: ServerResponse, status: number, html: string, file = '') => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    response.writeHead(status, headers).end(reload.watching(html, file));
    return true;
  };
  const sendFailure: Handler = ({ url = '' }, response) => {
    const said = failure();
    return said !== undefined && /(\/|\.html)(\?|$)/.test(url) && send(response, 500, buildFailure(said));
  };
  const sendPage: SendPage = (response, status, file) => {
    const path = join(outputDir, file);
    // Nothing stands there before a first build that went well.
    if (!existsSync(path)) return send(response, 500, buildFailure(failure() ?? ''));
    return send(response, status, readFileSync(path, 'utf8'), file);
  };
  const handlers: Handler[] = [(...asked) => reload.handle(...asked), sendFailure, ...preview.handlers];
  return listen(siteServer(outputDir, handlers, base, sendPage), {
    ...{ host, port, ports: 10, knobs: { host: 'HOST', port: 'PORT' } },
    // Pages that wait to be loaded again would hold the end up.
    signals: [],
  });
}
