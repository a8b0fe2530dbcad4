import { expect, test } from 'vitest';
import { CounterSettingsError, readCounterSettings } from '#counter/node/counter-settings.ts';

const read = (env: Record<string, string>) => readCounterSettings(env, '/srv/site');

test('by default the counter listens on loopback and stores its data in .data', () => {
  expect(read({})).toEqual({
    database: '/srv/site/.data/counter.db',
    saltFile: '/srv/site/.data/counter.db.salt',
    sitemap: '/srv/site/_site/sitemap.xml',
    host: '127.0.0.1',
    port: 8787,
  });
});

test('every setting can be set by an environment variable', () => {
  expect(
    read({
      COUNTER_DB: '/var/lib/counter/c.db',
      COUNTER_SALT: 'muoi',
      COUNTER_SITEMAP: 'ra/sitemap.xml',
      COUNTER_HOST: '::1',
      COUNTER_PORT: '0',
      COUNTER_TRUSTED_HEADER: 'X-Real-IP',
      COUNTER_ADMIN_TOKEN: '0'.repeat(64),
      SITE_URL: 'https://vi-du.vn/duoi/',
    }),
  ).toEqual({
    database: '/var/lib/counter/c.db',
    saltFile: '/srv/site/muoi',
    sitemap: '/srv/site/ra/sitemap.xml',
    host: '::1',
    port: 0,
    trustedHeader: 'x-real-ip',
    adminToken: '0'.repeat(64),
    siteOrigin: 'https://vi-du.vn',
  });
});

test.each(['0.0.0.0', '::', '203.0.113.5', '2001:db8::1', 'vi-du.vn', '172.32.0.1'])(
  'a trusted header on %s, a public host, is refused',
  (host) => {
    const env = { COUNTER_HOST: host, COUNTER_TRUSTED_HEADER: 'X-Real-IP' };
    expect(() => read(env)).toThrow(CounterSettingsError);
    expect(read({ COUNTER_HOST: host })).toMatchObject({ host });
  },
);

test.each(['127.0.0.1', 'localhost', '::1', '10.1.2.3', '172.31.0.1', '192.168.1.1', 'fd00::1'])(
  'a trusted header on %s, a private host, is accepted',
  (host) => expect(read({ COUNTER_HOST: host, COUNTER_TRUSTED_HEADER: 'X-Real-IP' })).toMatchObject({ host }),
);

test.each([
  [{ COUNTER_PORT: 'http' }, 'COUNTER_PORT=http'],
  [{ COUNTER_PORT: '65536' }, 'COUNTER_PORT=65536'],
  [{ COUNTER_PORT: '80.5' }, 'COUNTER_PORT=80.5'],
  [{ COUNTER_TRUSTED_HEADER: 'X Real IP' }, 'COUNTER_TRUSTED_HEADER'],
  [{ COUNTER_ADMIN_TOKEN: 'mat-khau' }, 'COUNTER_ADMIN_TOKEN quá ngắn'],
  [{ COUNTER_ADMIN_TOKEN: '0'.repeat(63) }, 'COUNTER_ADMIN_TOKEN quá ngắn'],
  [{ SITE_URL: 'vi-du' }, 'SITE_URL=vi-du'],
])('%j is refused with the name of the variable', (env: Record<string, string>, message) =>
  expect(() => read(env)).toThrow(message),
);

test('the error about a weak token does not contain the token', () => {
  expect(() => read({ COUNTER_ADMIN_TOKEN: 'mat-khau' })).not.toThrow(/mat-khau/);
});
