import type { GitResult } from '#site/run-git.ts';
import { explainGitFailure } from './git-failure.ts';
import type { Repository } from './repository.ts';

/** Seconds without a byte after which a connection counts as broken. */
const silence = 30;

/** Runs a git command that talks to another machine; it ends if that one falls silent. */
export function runRemote(repository: Repository, args: readonly string[]): GitResult {
  const limits = ['-c', 'http.lowSpeedLimit=1', '-c', `http.lowSpeedTime=${silence}`];
  const hasOwnSsh = process.env['GIT_SSH_COMMAND'] || process.env['GIT_SSH'] || repository.setting('core.sshCommand');
  const ssh = `ssh -o ConnectTimeout=${silence} -o ServerAliveInterval=10 -o ServerAliveCountMax=3`;
  return repository.attempt([...limits, ...args], hasOwnSsh ? {} : { environment: { GIT_SSH_COMMAND: ssh } });
}

/** Whether a failed command would succeed after signing in. */
export function needsSignIn({ status, stderr }: GitResult): boolean {
  return status !== 0 && explainGitFailure(stderr).kind === 'sign-in';
}
