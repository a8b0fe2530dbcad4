import { createHash } from 'node:crypto';
import type { Page, Route } from 'playwright-core';

/** A repository on a host that speaks as much of the interface of GitHub as the desk uses; its files by path. */
export interface FakeGitHub {
  readonly files: Map<string, Buffer>;
  /** The headlines of the commits made through the interface. */
  readonly commits: string[];
  /** Saves a file as another editor would. */
  readonly commitElsewhere: (path: string, text: string) => void;
}

const origin = 'https://api.github.com';
const repository = '/repos/to-chuc/trang-web';
const token = 'github_pat_thu';

/** Answers the requests of a page to GitHub, those with the token "github_pat_thu". */
export async function fakeGitHub(page: Page, files: ReadonlyMap<string, Buffer>): Promise<FakeGitHub> {
  const held = new Map(files);
  const commits: string[] = [];
  let head = 1;
  const shaOf = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex');
  const blob = (sha: string) => [...held.values()].find((bytes) => shaOf(bytes) === sha);
  const oid = () => head.toString(16).padStart(40, '0');
  const author = { name: 'Người khác', email: 'khac@example.org', user: { id: 2, login: 'khac' } };

  const commit = (input: CommitInput) => {
    if (input.expectedHeadOid !== oid()) return { errors: [{ message: 'Expected branch to point to another commit' }] };
    for (const { path, contents } of input.fileChanges.additions) held.set(path, Buffer.from(contents, 'base64'));
    commits.push(input.message.headline);
    head++;
    const added = input.fileChanges.additions.map(({ path, contents }, index) => [
      ...[`file_${index}`, { oid: shaOf(Buffer.from(contents, 'base64')) }, path],
    ]);
    const made = { oid: oid(), committedDate: '2026-11-29T08:00:00Z', ...Object.fromEntries(added) };
    return { data: { createCommitOnBranch: { commit: made } } };
  };

  const graphQl = (query: string, variables: { readonly input?: CommitInput }) => {
    if (variables.input) return commit(variables.input);
    const blobs = [...query.matchAll(/(\w+): object\(oid: "(\w+)"\)/g)].map(([, alias = '', sha = '']) => [
      ...[alias, { text: blob(sha)?.toString(), isTruncated: false }],
    ]);
    const histories = [...query.matchAll(/(\w+):\s*ref\(/g)].map(([, alias = '']) => [
      ...[alias, { target: { history: { nodes: [{ author, committedDate: '2026-11-29T07:00:00Z' }] } } }],
    ]);
    const last = { target: { history: { nodes: [{ oid: oid(), message: 'Sửa' }] } } };
    const ref = { ref: last, defaultBranchRef: { name: 'main' } };
    return { data: { repository: { ...ref, ...Object.fromEntries([...blobs, ...histories]) } } };
  };

  await page.route(`${origin}/**`, async (route) => {
    const request = route.request();
    const path = request.url().slice(origin.length);
    if (request.method() === 'OPTIONS') return answer(route, 204);
    if (request.headers()['authorization'] !== `token ${token}`)
      return answer(route, 401, { message: 'Bad credentials' });
    if (path === '/user') return answer(route, 200, { id: 1, login: 'bien-tap', name: 'Biên tập', html_url: origin });
    if (path.startsWith(`${repository}/collaborators/`)) return answer(route, 204);
    if (path.startsWith(`${repository}/git/trees/`)) {
      const tree = [...held].map(([name, bytes]) => ({
        ...blobEntry,
        path: name,
        sha: shaOf(bytes),
        size: bytes.length,
      }));
      return answer(route, 200, { tree });
    }
    if (path === '/graphql') {
      const { query, variables = {} } = request.postDataJSON();
      return answer(route, 200, graphQl(query, variables));
    }
    return answer(route, 404, { message: `Not Found: ${request.method()} ${path}` });
  });
  return {
    files: held,
    commits,
    commitElsewhere: (path, text) => {
      held.set(path, Buffer.from(text));
      head++;
    },
  };
}

const blobEntry = { type: 'blob', mode: '100644' };

interface CommitInput {
  readonly expectedHeadOid: string;
  readonly fileChanges: { readonly additions: readonly { readonly path: string; readonly contents: string }[] };
  readonly message: { readonly headline: string };
}

function answer(route: Route, status: number, body?: unknown): Promise<void> {
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Allow-Methods': '*',
  };
  return route.fulfill({ status, headers, ...(body !== undefined && { json: body }) });
}
