import { explainGitFailure, type GitFailure } from './git-failure.ts';
import type { SharedBranch } from './repository.ts';
import { runRemote } from './run-remote.ts';
import type { SendContext } from './send-context.ts';
import { runSignedIn } from './sign-in.ts';
import { UnfinishedError } from './unfinished-error.ts';

/** Why a commit did not arrive, or may not have arrived. */
export interface PushFailure extends GitFailure {
  /** Whether the answer was lost, and with it whether the commit arrived. */
  readonly isUncertain: boolean;
}

/** Pushes a commit to the shared branch; undefined if it has arrived, also where only the answer was lost. */
export async function pushCommit(
  { repository, dialog }: SendContext,
  { remote, name, ref }: SharedBranch,
  commit: string,
): Promise<PushFailure | undefined> {
  const target = `refs/heads/${name}`;
  const { status, stderr } = await runSignedIn(
    repository,
    remote,
    ['push', '--quiet', remote, `${commit}:${target}`],
    dialog,
  );
  if (status !== 0) {
    const failure = explainGitFailure(stderr);
    const isUncertain = failure.kind === 'network' || failure.kind === 'other';
    const there = isUncertain ? runRemote(repository, ['ls-remote', remote, target]).stdout.toString('utf8') : '';
    if (!there.startsWith(commit)) return { ...failure, isUncertain };
  }
  repository.git(['update-ref', ref, commit]);
  return undefined;
}

/** The error of a commit that did not arrive, or may not have arrived. */
export function pushError({ sentence, output, isUncertain }: PushFailure): UnfinishedError {
  const outcome = isUncertain ? 'Chưa biết đã tới nơi chưa: có mạng thì chạy lại, máy sẽ nói.' : undefined;
  return new UnfinishedError(sentence, { outcome, output });
}
