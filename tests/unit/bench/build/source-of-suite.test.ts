import { expect, test } from 'vitest';
import { sourceOfSuite } from '#bench/build/source-of-suite.ts';

const keyring = '/usr/share/keyrings/distribution.gpg';

test('the source of another suite is that of the distribution, not that of its security updates or of a supplier', () => {
  const files = [
    `# deb http://old.example.org/debian bookworm main
deb https://supplier.example.org/apt supplier-bookworm main
deb http://example.org/debian-security bookworm-security main
deb [arch=amd64 signed-by=${keyring}] http://example.org/debian bookworm main contrib
`,
    `Types: deb
URIs: http://example.org/debian-security
Suites: bookworm-security
Components: main
Signed-By: ${keyring}

Types: deb deb-src
# A comment between fields
URIs: http://example.org/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: ${keyring}
`,
  ];
  for (const text of files)
    expect(sourceOfSuite(text, 'bookworm', 'sid')).toEqual({
      own: 'bookworm',
      text: `Types: deb\nURIs: http://example.org/debian\nSuites: sid bookworm\nComponents: main\nSigned-By: ${keyring}\n`,
    });
});

test('a key in the file stays in the source; without a key apt takes its own', () => {
  const key = '\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mDMEXXXX\n -----END PGP PUBLIC KEY BLOCK-----';
  const source = `Types: deb\nURIs: http://example.org/debian\nSuites: sid\nComponents: main\nSigned-By:${key}\n`;
  expect(sourceOfSuite(source, 'forky', 'trixie')).toEqual({
    own: 'sid',
    text: source.replace('Suites: sid', 'Suites: trixie sid').replace(`Signed-By:${key}`, `Signed-By: ${key}`),
  });
  expect(sourceOfSuite('deb http://example.org/debian stable main', 'bookworm', 'stable')).toEqual({
    own: 'stable',
    text: 'Types: deb\nURIs: http://example.org/debian\nSuites: stable\nComponents: main\n',
  });
});

test('a file without a source of the distribution gives none', () => {
  expect(sourceOfSuite('deb https://supplier.example.org/apt nodistro main', 'bookworm', 'sid')).toBeUndefined();
  expect(sourceOfSuite('deb-src http://example.org/debian bookworm main', 'bookworm', 'sid')).toBeUndefined();
  expect(sourceOfSuite('', 'bookworm', 'sid')).toBeUndefined();
});
