import { counterPrefix } from '#counter/core/handle-request.ts';
import { readCounterSettings } from '#counter/node/counter-settings.ts';
import { openCounter } from '#counter/node/open-counter.ts';
import { listen } from '#server/listen.ts';
import { projectRoot } from '#site/settings.ts';

// Runs only the visit counter, on the loopback interface, for a reverse proxy or for development.
const settings = readCounterSettings(process.env, projectRoot);
const counter = openCounter(settings, (sentence) => console.error(sentence));
const server = await listen(
  (request, response) => {
    if (!counter.handle(request, response)) response.writeHead(404).end();
  },
  {
    host: settings.host,
    port: settings.port,
    siteUrl: settings.siteOrigin,
    envNames: { host: 'COUNTER_HOST', port: 'COUNTER_PORT' },
    onClose: [counter.close],
  },
);
console.log(`Bộ đếm: ${server.origin}${counterPrefix}/ · số liệu ở ${settings.database}. Dừng: Ctrl+C.`);
