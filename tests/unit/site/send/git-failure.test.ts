import { describe, expect, test } from 'vitest';
import { explainGitFailure, type GitFailureKind } from '#site/send/git-failure.ts';

/** What git and git hosts print, as people have reported it. */
const reported: readonly (readonly [kind: GitFailureKind, stderr: string])[] = [
  [
    'protected',
    `remote: error: GH006: Protected branch update failed for refs/heads/master.
remote: error: At least one approved review is required
To https://github.com/desktop/desktop.git
 ! [remote rejected]   master -> master (protected branch hook declined)
error: failed to push some refs to 'https://github.com/desktop/desktop.git'`,
  ],
  [
    'protected',
    'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Changes must be made through a pull request.',
  ],
  [
    'protected',
    `remote: GitLab: You are not allowed to push code to protected branches on this project.
 ! [remote rejected] main -> main (pre-receive hook declined)`,
  ],
  [
    'protected',
    `remote: Gitea: Not allowed to push to protected branch main
 ! [remote rejected] main -> main (pre-receive hook declined)`,
  ],
  [
    'rights',
    "remote: GitLab: You don't have permission\n ! [remote rejected] master -> master (pre-receive hook declined)",
  ],
  ['rights', ' ! [remote rejected] main -> main (pre-receive hook declined)'],
  [
    'rights',
    "remote: Permission to btt/trang.git denied to lan.\nfatal: unable to access 'https://github.com/btt/trang.git/': The requested URL returned error: 403",
  ],
  [
    'rights',
    "remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/btt/trang.git/': The requested URL returned error: 403",
  ],
  [
    'rights',
    'ERROR: The key you are authenticating with has been marked as read only.\nfatal: Could not read from remote repository.',
  ],
  ['rights', "remote: Repository not found.\nfatal: repository 'https://github.com/btt/trang.git/' not found"],
  [
    'rights',
    'error: RPC failed; result=22, HTTP code = 403\nfatal: The remote end hung up unexpectedly\nEverything up-to-date',
  ],
  [
    'rights',
    'remote: error: GH007: Your push would publish a private email address.\n ! [remote rejected] main -> main (push declined due to email privacy restrictions)',
  ],
  [
    'rights',
    'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - GITHUB PUSH PROTECTION\nremote:   - Push cannot contain secrets',
  ],
  [
    'sign-in',
    "remote: Support for password authentication was removed on August 13, 2021.\nfatal: Authentication failed for 'https://github.com/btt/trang.git/'",
  ],
  [
    'sign-in',
    "remote: HTTP Basic: Access denied.\nfatal: Authentication failed for 'https://gitlab.com/btt/trang.git/'",
  ],
  ['sign-in', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
  ['sign-in', "fatal: could not read Username for 'https://github.com': No such device or address"],
  [
    'sign-in',
    'error: RPC failed; HTTP 401 curl 22 The requested URL returned error: 401 Unauthorized\nEverything up-to-date',
  ],
  ['sign-in', 'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.'],
  ['outdated', " ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to 'kho'"],
  ['outdated', ' ! [rejected]        main -> main (non-fast-forward)'],
  ['outdated', " ! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)"],
  ['outdated', ' ! [remote rejected] main -> main (incorrect old value provided)'],
  [
    'outdated',
    `remote: error: cannot lock ref 'refs/heads/main': Unable to create '/srv/kho.git/./refs/heads/main.lock': File exists.
remote:
remote: Another git process seems to be running in this repository
 ! [remote rejected]   9c2e119 -> main (failed to update ref)`,
  ],
  [
    'too-large',
    'remote: error: File content/articles/a.mp4 is 141.00 MB; this exceeds GitHub’s file size limit of 100.00 MB',
  ],
  ['too-large', 'error: RPC failed; HTTP 413 curl 22 The requested URL returned error: 413 Request Entity Too Large'],
  ['network', "fatal: unable to access 'https://github.com/btt/trang.git/': Could not resolve host: github.com"],
  [
    'network',
    'ssh: Could not resolve hostname github.com: Name or service not known\nfatal: Could not read from remote repository.',
  ],
  [
    'network',
    'error: RPC failed; curl 56 Failure when receiving data from the peer\nfatal: the remote end hung up unexpectedly',
  ],
  [
    'network',
    'error: RPC failed; HTTP 500 curl 22 The requested URL returned error: 500\nsend-pack: unexpected disconnect while reading sideband packet',
  ],
  ['network', 'error: RPC failed; curl 55 Send failure: Connection was aborted'],
  [
    'network',
    "fatal: unable to access 'https://kho.vn/': Failed to connect to kho.vn port 443 after 21000 ms: Couldn't connect to server",
  ],
  ['network', 'kex_exchange_identification: Connection closed by remote host'],
  [
    'network',
    "fatal: unable to access 'https://kho.vn/': SSL certificate problem: unable to get local issuer certificate",
  ],
  [
    'network',
    "fatal: unable to access 'https://kho.vn/': Operation too slow. Less than 1 bytes/sec transferred the last 30 seconds",
  ],
  [
    'machine',
    "fatal: detected dubious ownership in repository at 'D:/trang'\nTo add an exception for this directory, call: …",
  ],
  ['machine', "fatal: Unable to create 'D:/trang/.git/index.lock': File exists."],
  [
    'machine',
    'error: open("content/articles/bai.docx"): Permission denied\nerror: unable to index file \'content/articles/bai.docx\'',
  ],
  ['machine', "fatal: sha1 file 'x' write error: No space left on device"],
  ['machine', 'error: gpg failed to sign the data\nfatal: failed to write commit object'],
  ['machine', 'Host key verification failed.\nfatal: Could not read from remote repository.'],
  ['machine', '@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.'],
];

describe('a failed git command', () => {
  test.each(reported)('%s: %s', (kind, stderr) => {
    const failure = explainGitFailure(stderr);
    expect(failure.kind).toBe(kind);
    expect(failure.sentence).not.toContain('undefined');
  });

  test('names the folder, file or lock that it is about', () => {
    const sentences = reported.map(([, stderr]) => explainGitFailure(stderr).sentence).join('\n');
    expect(sentences).toContain('git config --global --add safe.directory "D:/trang"');
    expect(sentences).toContain('xóa tệp D:/trang/.git/index.lock');
    expect(sentences).toContain('được tệp content/articles/bai.docx');
    expect(sentences).toContain('tệp content/articles/a.mp4 nặng quá');
  });

  test('of a rule of the shared repository quotes what that says, and not what git makes of it', () => {
    const { output } = explainGitFailure(`remote: Chỉ nhận bài trong giờ hành chính.
To https://kho.vn/btt/trang.git
 ! [remote rejected]   9c2e119 -> main (pre-receive hook declined)
error: failed to push some refs to 'https://kho.vn/btt/trang.git'`);
    expect(output).toBe('  Kho chung nói: Chỉ nhận bài trong giờ hành chính.');
  });

  test('that is not known keeps git’s lines for the operator, without its advice', () => {
    const { kind, output } = explainGitFailure('hint: try something\nfatal: something new\n');
    expect(kind).toBe('other');
    expect(output).toBe('  fatal: something new');
  });
});
