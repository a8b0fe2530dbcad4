import type { HubFeed } from '#news/announcement.ts';
import { digestOf } from './built-feeds.ts';

/** Why a feed could not be announced: the end of a Vietnamese sentence, and whether the other feeds would fail too. */
export interface Failure {
  readonly why: string;
  readonly forAll: boolean;
}

/** Checks that the public site has the feed that was built: a hub that is pinged too early would find no change. */
export async function notDeployed({ url, digest }: HubFeed, timeout: number): Promise<Failure | undefined> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) return { why: `trang đang chạy trả lời ${response.status} ở địa chỉ này`, forAll: false };
    return digestOf(bytes) === digest ? undefined : { why: 'trang đang chạy chưa có bản vừa dựng', forAll: false };
  } catch (error) {
    return { why: `trang đang chạy ${describeError(error, timeout)}`, forAll: true };
  }
}

/** Pings the hub of a feed. One request per feed, because hubs differ in how they accept several. */
export async function tellHub({ url, hub }: HubFeed, timeout: number): Promise<Failure | undefined> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      // PubSubHubbub 0.3 §7.1; WebSub (§7) leaves the request to the hub, and hubs still use this one.
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': url }),
      // A redirected POST would become a GET, to which any page responds with 200.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    const { ok, status } = response;
    const affectsAllFeeds = status < 400 || status === 429 || status >= 500;
    return ok ? undefined : { why: `máy báo tin ${hub} trả lời ${status}`, forAll: affectsAllFeeds };
  } catch (error) {
    return { why: `máy báo tin ${hub} ${describeError(error, timeout)}`, forAll: true };
  }
}

function describeError(error: unknown, timeout: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `không trả lời trong ${timeout / 1000} giây`;
  const { cause } = error as { cause?: unknown };
  return `không gọi được (${String(cause ?? error)})`;
}
