import { announcedDigestsAfter, type HubFeed, unannouncedFeeds } from '#news/announcement.ts';
import { readAnnounced, writeAnnounced } from './announce-state.ts';
import { deploymentProblem, pingHub } from './ping-hub.ts';

/** The options of `announceFeeds`. */
export interface AnnounceOptions {
  /** The file with the digests of the feeds that were announced last. */
  readonly stateFile: string;
  /** How long to wait for a response of a hub or of the site, in ms. */
  readonly timeout: number;
  /** Whether to check first that the public site has the feed that was built. */
  readonly verifyDeployed: boolean;
}

/** Announces changed feeds to their hubs (WebSub) and prints the result; false if some could not be announced. */
export async function announceFeeds(
  feeds: readonly HubFeed[],
  { stateFile, timeout, verifyDeployed }: AnnounceOptions,
): Promise<boolean> {
  const previous = await readAnnounced(stateFile);
  if (!previous)
    console.error(`LƯU Ý: tệp ${stateFile} hỏng, không rõ đã báo những gì: coi như chưa báo nguồn tin nào.`);
  const changed = unannouncedFeeds(feeds, previous ?? {});

  const announced: HubFeed[] = [];
  for (const feed of changed) {
    const failure =
      (verifyDeployed ? await deploymentProblem(feed, timeout) : undefined) ?? (await pingHub(feed, timeout));
    if (failure) console.error(`Chưa báo ${feed.url}: ${failure.reason}`);
    else {
      announced.push(feed);
      console.log(`Đã báo ${feed.url}`);
    }
    if (failure?.affectsAllFeeds) break;
  }
  if (announced.length > 0) await writeAnnounced(stateFile, announcedDigestsAfter(feeds, previous ?? {}, announced));

  const remaining = changed.length - announced.length;
  if (remaining > 0)
    console.error(`Còn ${remaining} nguồn tin chưa báo được: sửa như trên rồi chạy lại npm run announce.`);
  else if (announced.length === 0) console.log(`Không nguồn tin nào đổi từ lần báo trước: không phải báo gì.`);
  else console.log(`Xong: báo ${announced.length} nguồn tin, ${feeds.length - announced.length} nguồn tin không đổi.`);
  return remaining === 0;
}
