/**
 * The response of the network; the cached one when the network fails or does not respond within `timeout` milliseconds.
 * If nothing readable is cached, waits for the network and rejects if it fails.
 */
export async function networkFirst<Value>(
  network: Promise<Value>,
  cached: () => Promise<Value | undefined>,
  timeout: number,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeout);
  });
  const first = await Promise.race([network, expired]).catch(() => undefined);
  clearTimeout(timer);
  return first ?? (await cached().catch(() => undefined)) ?? network;
}
