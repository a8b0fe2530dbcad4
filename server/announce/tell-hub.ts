import type { HubFeed } from '#news/announcement.ts';
import { digestOf } from './built-feeds.ts';

/** Why a feed could not be announced: the rest of a Vietnamese sentence; `forAll` when the others would fare no better. */
export interface Failure {
  readonly why: string;
  readonly forAll: boolean;
}

/** What keeps a hub that fetches the feed now from finding what was built: told too early, it would pass on nothing. */
export async function notDeployed({ url, digest }: HubFeed, timeout: number): Promise<Failure | undefined> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) return { why: `trang đang chạy trả lời ${response.status} ở địa chỉ này`, forAll: false };
    return digestOf(bytes) === digest ? undefined : { why: 'trang đang chạy chưa có bản vừa dựng', forAll: false };
  } catch (error) {
    return { why: `trang đang chạy ${silence(error, timeout)}`, forAll: true };
  }
}

/** Tells the hub of a feed that it has something new. One feed a request: hubs differ in how they take several. */
export async function tellHub({ url, hub }: HubFeed, timeout: number): Promise<Failure | undefined> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      // PubSubHubbub 0.3 §7.1; WebSub leaves it to the hub (§7), and hubs kept it.
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': url }),
      // Sent on, it would become a GET, which any page answers well.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    const { ok, status } = response;
    const forAll = status < 400 || status === 429 || status >= 500;
    return ok ? undefined : { why: `máy báo tin ${hub} trả lời ${status}`, forAll };
  } catch (error) {
    return { why: `máy báo tin ${hub} ${silence(error, timeout)}`, forAll: true };
  }
}

function silence(error: unknown, timeout: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `không trả lời trong ${timeout / 1000} giây`;
  const { cause } = error as { cause?: unknown };
  return `không gọi được (${String(cause ?? error)})`;
}
