import { announcedWith, type HubFeed, unannounced } from '#news/announcement.ts';
import { readAnnounced, writeAnnounced } from './announce-state.ts';
import { notDeployed, tellHub } from './tell-hub.ts';

/** How feeds are announced. */
export interface Announcing {
  /** Where it is kept what was announced. */
  readonly stateFile: string;
  /** Milliseconds that a hub, or the site, may take to answer. */
  readonly timeout: number;
  /** Whether the site that everyone gets is looked at first. */
  readonly look: boolean;
}

/** Tells hubs of the feeds that changed since they were told last, and says what it did; false when some could not be told of. */
export async function announceFeeds(
  feeds: readonly HubFeed[],
  { stateFile, timeout, look }: Announcing,
): Promise<boolean> {
  const announced = await readAnnounced(stateFile);
  if (!announced)
    console.error(`LƯU Ý: tệp ${stateFile} hỏng, không rõ đã báo những gì: coi như chưa báo nguồn tin nào.`);
  const changed = unannounced(feeds, announced ?? {});

  const told: HubFeed[] = [];
  for (const feed of changed) {
    const failure = (look ? await notDeployed(feed, timeout) : undefined) ?? (await tellHub(feed, timeout));
    if (failure) console.error(`Chưa báo ${feed.url}: ${failure.why}`);
    else {
      told.push(feed);
      console.log(`Đã báo ${feed.url}`);
    }
    if (failure?.forAll) break;
  }
  if (told.length > 0) await writeAnnounced(stateFile, announcedWith(feeds, announced ?? {}, told));

  const left = changed.length - told.length;
  if (left > 0) console.error(`Còn ${left} nguồn tin chưa báo được: sửa như trên rồi chạy lại npm run announce.`);
  else if (told.length === 0) console.log(`Không nguồn tin nào đổi từ lần báo trước: không phải báo gì.`);
  else console.log(`Xong: báo ${told.length} nguồn tin, ${feeds.length - told.length} nguồn tin không đổi.`);
  return left === 0;
}
