import type { HubFeed } from '#news/announcement.ts';
import { sha256Hex } from './built-feeds.ts';

/** Why a feed could not be announced: the end of a Vietnamese sentence, and whether the other feeds would fail too. */
export interface AnnounceFailure {
  readonly reason: string;
  readonly affectsAllFeeds: boolean;
}

/** Checks that the public site has the feed that was built: a hub that is pinged too early would find no change. */
export async function deploymentProblem(
  { url, digest }: HubFeed,
  timeout: number,
): Promise<AnnounceFailure | undefined> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { headers: { 'Cache-Control': 'no-cache' }, signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok)
      return { reason: `trang đang chạy trả lời ${response.status} ở địa chỉ này`, affectsAllFeeds: false };
    return sha256Hex(bytes) === digest
      ? undefined
      : { reason: 'trang đang chạy chưa có bản vừa dựng', affectsAllFeeds: false };
  } catch (error) {
    return { reason: `trang đang chạy ${describeError(error, timeout)}`, affectsAllFeeds: true };
  }
}

/** Pings the hub of a feed. One request per feed, because hubs differ in how they accept several. */
export async function pingHub({ url, hub }: HubFeed, timeout: number): Promise<AnnounceFailure | undefined> {
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
    return ok ? undefined : { reason: `máy báo tin ${hub} trả lời ${status}`, affectsAllFeeds };
  } catch (error) {
    return { reason: `máy báo tin ${hub} ${describeError(error, timeout)}`, affectsAllFeeds: true };
  }
}

function describeError(error: unknown, timeout: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `không trả lời trong ${timeout / 1000} giây`;
  const { cause } = error as { cause?: unknown };
  return `không gọi được (${String(cause ?? error)})`;
}
