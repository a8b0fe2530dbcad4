import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, inject } from 'vitest';
import { fixturePages } from '#bench/browser/page-kinds.ts';
import { openServer } from '#server/open-server.ts';
import { siteRequestListener } from '#server/site-request-listener.ts';

/** The fixture sites, served for one test file with a policy that browsers report violations of. */
export interface WatchedSites {
  readonly newsroomOrigin: string;
  readonly everyStateOrigin: string;
  /** A page of each kind: [kind, URL]. */
  readonly pageUrls: readonly (readonly [kind: string, url: string])[];
  /** The reported violations of the policy since the last call. */
  policyReports(): string[];
}

const reportAddress = '/bao-vi-pham';

/** Serves the built site in a folder, with `report` called for each violation of its policy. */
function watchedListener(folder: string, report: (violation: string) => void): RequestListener {
  const serve = siteRequestListener(folder);
  return async (request, response) => {
    if (request.url === reportAddress) {
      report(await text(request));
      response.writeHead(204).end();
      return;
    }
    const setHeader = response.setHeader.bind(response);
    response.setHeader = (name, value) =>
      setHeader(name, name === 'Content-Security-Policy' ? `${value}; report-uri ${reportAddress}` : value);
    serve(request, response);
  };
}

/** Serves the fixture sites until the tests of the calling file have ended. */
export async function serveWatchedSites(): Promise<WatchedSites> {
  const violations: string[] = [];
  const open = (folder: string) =>
    openServer(
      watchedListener(folder, (violation) => violations.push(violation)),
      { host: '127.0.0.1', port: 0 },
    );
  const sites = {
    newsroom: await open(inject('newsroomDir')),
    union: await open(inject('unionDir')),
    'every-state': await open(inject('everyStateDir')),
  };
  afterAll(async () => {
    for (const { close } of Object.values(sites)) await close();
  });
  return {
    newsroomOrigin: sites.newsroom.origin,
    everyStateOrigin: sites['every-state'].origin,
    pageUrls: fixturePages.map(({ site, kind, address }) => [kind, sites[site].origin + address]),
    policyReports: () => violations.splice(0),
  };
}
