const rollingSuites = ['stable', 'testing', 'unstable', 'sid'];

/** A package source of the distribution. */
export interface DistributionSource {
  /** The suite that the system has: its codename, or "stable" and the like. */
  readonly own: string;
  /** The source of another suite and of that one, "main" alone, in apt's deb822 format. */
  readonly text: string;
}

/**
 * The source of a suite: that of the distribution in the text of an apt file, which gives the suite `codename` or one
 * like "stable". Undefined if the file has no source of the distribution.
 */
export function sourceOfSuite(sources: string, codename: string, suite: string): DistributionSource | undefined {
  const lines = sources.split('\n').filter((line) => !line.startsWith('#'));
  const found = [
    ...lines.map(oneLineSource),
    ...lines
      .join('\n')
      .split(/\n\s*\n/)
      .map(stanzaSource),
  ];
  for (const source of found) {
    const own = [codename, ...rollingSuites].find((name) => source?.suites.includes(name));
    if (!source?.types.includes('deb') || own === undefined) continue;
    const signedBy = source.signedBy ? `Signed-By: ${source.signedBy}\n` : '';
    const suites = [...new Set([suite, own])].join(' ');
    return { own, text: `Types: deb\nURIs: ${source.uri}\nSuites: ${suites}\nComponents: main\n${signedBy}` };
  }
  return undefined;
}

interface PackageSource {
  readonly types: readonly string[];
  readonly uri: string;
  readonly suites: readonly string[];
  readonly signedBy: string | undefined;
}

/** "deb [signed-by=/usr/share/keyrings/…] https://mirror.example/debian bookworm main" */
function oneLineSource(line: string): PackageSource | undefined {
  const [, type = '', options = '', uri = '', suite = ''] =
    /^\s*(deb)\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)/.exec(line) ?? [];
  if (!type) return undefined;
  return { types: [type], uri, suites: [suite], signedBy: /\bsigned-by=(\S+)/.exec(options)?.[1] };
}

function stanzaSource(stanza: string): PackageSource | undefined {
  // A value goes on in lines that begin with white space: a key may stand in the file itself.
  const fields = new Map(
    [...stanza.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const words = (name: string) => (fields.get(name) ?? '').split(/\s+/).filter(Boolean);
  const [uri] = words('uris');
  if (uri === undefined) return undefined;
  return { types: words('types'), uri, suites: words('suites'), signedBy: fields.get('signed-by') };
}
