/** The text of a saved page. Old Vietnamese sites use Windows-1258, which names it as often as not. */
export function decodePage(bytes: Buffer): string {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = bytes.subarray(0, 2048).toString('latin1');
    const [, declared = ''] = /charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
    return decoder(declared).decode(bytes).normalize('NFC');
  }
}

function decoder(declared: string): TextDecoder {
  try {
    // A page in UTF-8 with a damaged byte is no page in another encoding.
    return new TextDecoder(/^(|iso-8859-1|us-ascii|windows-1252)$/i.test(declared) ? 'windows-1258' : declared);
  } catch {
    return new TextDecoder('windows-1258');
  }
}
