import { once } from 'node:events';
import { prefix } from '#counter/core/answer.ts';
import { counterServer, endServer } from '#counter/node/counter-server.ts';
import { readCounterSettings } from '#counter/node/counter-settings.ts';
import { openCounter } from '#counter/node/open-counter.ts';
import { root } from '#site/settings.ts';
import { runCommand } from './run-command.ts';

// The visit counter alone, on loopback; what a web server in front of it, or a developer, talks to.
await runCommand(async () => {
  const settings = readCounterSettings(process.env, root);
  const counter = openCounter(settings, (sentence) => console.error(sentence));
  const server = counterServer(counter);
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : settings.port;
  console.log(`Bộ đếm: http://${settings.host}:${port}${prefix}/ · số liệu ở ${settings.database}. Dừng: Ctrl+C.`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => endServer(server, () => counter.close()));
});
