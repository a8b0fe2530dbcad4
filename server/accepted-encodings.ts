/** Which of "br" and "gzip" an Accept-Encoding header accepts: "br;q=0, gzip" → ["gzip"]. */
export function acceptedEncodings(header: string | undefined): string[] {
  const weights = new Map(
    (header ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((item) => item.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight)];
    }),
  );
  return ['br', 'gzip'].filter((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}
