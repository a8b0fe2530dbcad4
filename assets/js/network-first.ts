/**
 * What the network answers; what is kept when it fails, or says nothing for `patience` milliseconds. Where nothing is kept
 * that can be read it is waited for, and its failure is the answer.
 */
export async function networkFirst<Answer>(
  network: Promise<Answer>,
  kept: () => Promise<Answer | undefined>,
  patience: number,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), patience);
  });
  const first = await Promise.race([network, late]).catch(() => undefined);
  clearTimeout(timer);
  return first ?? (await kept().catch(() => undefined)) ?? network;
}
