/** Why a git command failed, as far as what comes next depends on it. */
export type GitFailureKind =
  | 'network'
  | 'sign-in'
  | 'rights'
  | 'protected'
  | 'outdated'
  | 'too-large'
  | 'machine'
  | 'other';

/** A failed git command. */
export interface GitFailure {
  readonly kind: GitFailureKind;
  /** What happened and the way on, in Vietnamese. */
  readonly sentence: string;
  /** The lines that git printed, where the sentence asks to pass them on. */
  readonly output?: string;
}

interface KnownFailure {
  readonly kind: GitFailureKind;
  /** In what git, ssh or the git host print. */
  readonly pattern: RegExp;
  readonly sentence: string | ((match: RegExpMatchArray) => string);
  readonly hasOutput?: true;
}

/** Known failures; the first that matches is the cause, so the more specific ones come first. */
const knownFailures: readonly KnownFailure[] = [
  {
    kind: 'machine',
    pattern: /git: command not found/,
    sentence: 'Máy này chưa có Git: cài từ https://git-scm.com (trình cài hỏi gì cũng để nguyên), rồi chạy lại lệnh.',
  },
  {
    kind: 'machine',
    pattern: /not a git repository/i,
    sentence:
      'Thư mục nội dung này không nằm trong kho nào, nên không có nơi để gửi: hỏi người quản trị địa chỉ kho, rồi chép trang về máy bằng git clone ĐỊA-CHỈ-KHO trang.',
  },
  {
    kind: 'machine',
    pattern: /detected dubious ownership in repository at '([^']+)'/,
    sentence: ([, folder]) =>
      `Thư mục này do một người dùng khác của máy tạo, nên Git chưa dám dùng. Nếu đúng là thư mục trang của bạn, gõ lệnh sau một lần rồi chạy lại: git config --global --add safe.directory "${folder}"`,
  },
  {
    kind: 'machine',
    // Not a lock of the shared repository, of which "remote:" tells: that file is none of this machine.
    pattern: /^(?!remote:).*Unable to create '([^']+\.lock)': File exists/m,
    sentence: ([, lock]) =>
      `Một lệnh Git khác đang chạy trong thư mục này, hoặc lần trước tắt máy giữa chừng. Đóng các cửa sổ đang dùng thư mục này, đợi một phút rồi chạy lại; vẫn thế thì xóa tệp ${lock}.`,
  },
  {
    kind: 'machine',
    pattern: /No space left on device|disk quota exceeded|unable to write (?:file|new index)|write error/i,
    sentence: 'Ổ đĩa đầy: xóa bớt những gì không cần, rồi chạy lại.',
  },
  {
    kind: 'machine',
    pattern: /error: open\("([^"]+)"\): Permission denied|unable to (?:unlink|index file) '?"?([^'"\n]+)'?"?:? /,
    sentence: ([, opened, other]) =>
      `Không đọc hay ghi được tệp ${opened ?? other}: đóng chương trình đang mở tệp ấy (Word, xem ảnh…), rồi chạy lại.`,
  },
  {
    kind: 'machine',
    pattern: /insufficient permission for adding an object to repository database(?! \S*\n?remote)/,
    sentence:
      'Không ghi được vào thư mục .git của trang, vì có phần do một người dùng khác của máy tạo: nhờ người quản trị sửa quyền của thư mục này.',
  },
  {
    kind: 'machine',
    pattern: /gpg failed to sign|failed to write commit object|Couldn't (?:load public key|sign message)/,
    sentence:
      'Máy này đặt để ký tên điện tử vào mỗi lần gửi (commit.gpgsign), mà không ký được: kiểm tra khóa ký, hoặc hỏi người quản trị.',
  },
  {
    kind: 'too-large',
    pattern:
      /File (\S+) is [\d.]+ MB; this exceeds|GH001|exceeds? .*file size limit|larger than .* maximum|HTTP 413|pack exceeds maximum allowed size/,
    sentence: ([, file]) =>
      `Kho chung không nhận vì ${file ? `tệp ${file} nặng quá` : 'có tệp nặng quá'}: làm nhỏ lại (ảnh: npm run check -- --fix; video: đưa lên một trang video rồi để liên kết), rồi chạy lại.`,
  },
  {
    kind: 'rights',
    pattern: /GH007|would publish a private email/,
    sentence:
      'GitHub không nhận vì thư điện tử của bạn được đặt là riêng tư: mở https://github.com/settings/emails, chép địa chỉ có đuôi @users.noreply.github.com, gõ git config user.email "địa chỉ ấy", rồi chạy lại.',
  },
  {
    kind: 'rights',
    pattern: /Push cannot contain secrets|GH013[\s\S]*secret/i,
    sentence:
      'Kho chung không nhận vì thấy trong bài có một mã bí mật (mật khẩu, mã truy cập): xóa chỗ ấy rồi chạy lại, và thu hồi mã ấy.',
  },
  {
    kind: 'protected',
    pattern:
      /protected branch|GH006|GH013|Repository rule violations|Changes must be made through a pull request|not allowed to (?:force )?push code to|branch is protected/i,
    sentence: 'Kho chung không nhận gửi thẳng: bài phải được duyệt trước.',
  },
  {
    kind: 'outdated',
    pattern:
      /\(fetch first\)|\(non-fast-forward\)|\(stale info\)|\[remote rejected\].*(?:cannot lock ref|failed to update ref|incorrect old value|reference already exists)/,
    sentence: 'Người khác vừa gửi trước một chút: chạy lại lệnh.',
  },
  {
    kind: 'sign-in',
    pattern: /Permission denied \([^)\n]*publickey[^)\n]*\)|Too many authentication failures/,
    sentence:
      'Kho chung không nhận khóa SSH của máy này. Khóa có mật khẩu thì mở khóa trước (ssh-add); chưa gắn khóa vào tài khoản thì gắn ở phần cài đặt tài khoản, mục SSH keys, hoặc hỏi người quản trị.',
  },
  {
    kind: 'sign-in',
    pattern: /EPOLICYKEYAGE|SSH key.*(?:unverified|expired)/i,
    sentence:
      'Kho chung đòi xác nhận lại khóa SSH của máy này: mở phần cài đặt tài khoản, mục SSH keys, xác nhận rồi chạy lại.',
  },
  {
    kind: 'machine',
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    sentence:
      'Máy chủ chứa kho nay có khóa khác lần trước. Có thể nó mới được cài lại, cũng có thể ai đó đang giả làm nó: đừng gửi gì, hỏi người quản trị.',
  },
  {
    kind: 'machine',
    pattern: /Host key verification failed/,
    sentence: 'Máy này chưa từng nối tới máy chủ chứa kho nên chưa dám tin: nhờ người quản trị nối lần đầu cho bạn.',
  },
  {
    kind: 'rights',
    pattern: /\[remote rejected\][^\n]*\((?:pre-receive|update) hook declined\)|hook declined to update/,
    sentence: 'Kho chung không nhận, theo quy tắc riêng của nó: gửi những dòng dưới đây cho người quản trị.',
    hasOutput: true,
  },
  {
    kind: 'rights',
    pattern:
      /Permission to \S+ denied to|You are not allowed to (?:push|upload)|don't have permission|not authorized|Write access to repository not granted|returned error: 403|HTTP (?:code = )?403|DENIED by|This deploy key does not have write access|marked as read only|Repository is (?:archived|read-only)|was archived so it is read-only/i,
    sentence:
      'Tài khoản của bạn đọc được kho mà chưa có quyền gửi: nhờ người quản trị cấp quyền ghi, hoặc cho bạn một mã truy cập có quyền ghi, rồi chạy lại.',
  },
  {
    kind: 'sign-in',
    pattern:
      /Authentication failed|could not read (?:Username|Password)|Invalid username or|HTTP Basic: Access denied|returned error: 401|HTTP 401|Support for password authentication was removed|Logon failed|invalid credentials/i,
    sentence: 'Kho chung chưa nhận ra bạn: cần tên tài khoản và mã truy cập.',
  },
  {
    kind: 'rights',
    pattern:
      /repository '[^']*' not found|Repository not found|returned error: 404|does not appear to be a git repository|project you were looking for could not be found/i,
    sentence: 'Không thấy kho ở địa chỉ đã ghi, hoặc tài khoản của bạn không được xem kho ấy: hỏi người quản trị.',
  },
  {
    kind: 'network',
    pattern: /SSL certificate|certificate verify failed|server verification failed|unable to get local issuer/i,
    sentence:
      'Không chắc đang nói chuyện với đúng máy chủ chứa kho (chứng chỉ không hợp lệ). Xem ngày giờ của máy có đúng không, tắt phần “quét HTTPS” của phần mềm diệt virus, đổi sang mạng khác rồi chạy lại.',
  },
  {
    kind: 'network',
    pattern:
      /Could not resolve (?:host|proxy)|Failed to connect|Could not connect|Couldn't connect|Connection (?:timed out|refused|reset|closed|was (?:reset|aborted))|Operation timed out|Operation too slow|Network is (?:unreachable|down)|No route to host|Host is down|Name or service not known|Temporary failure in name resolution|unable to access|RPC failed|early EOF|hung up unexpectedly|unexpected disconnect|Empty reply from server|Recv failure|Send failure|returned error: 5\d\d|kex_exchange_identification|ssh: connect to host|banner exchange/i,
    sentence: 'Không nối được tới kho chung: xem máy có mạng không, đợi một lát rồi chạy lại.',
  },
];

/**
 * What the messages of a failed git command mean. A failure that is not known keeps git's own lines, for the person who
 * looks after the site.
 */
export function explainGitFailure(stderr: string): GitFailure {
  for (const { kind, pattern, sentence, hasOutput } of knownFailures) {
    const match = stderr.match(pattern);
    if (!match) continue;
    const text = typeof sentence === 'string' ? sentence : sentence(match);
    return { kind, sentence: text, ...(hasOutput && { output: quoted(stderr) }) };
  }
  return {
    kind: 'other',
    sentence: 'Git không làm được, và máy chưa biết lý do này: gửi những dòng dưới đây cho người quản trị.',
    output: quoted(stderr),
  };
}

/** The last lines that say something, without advice for those who know git; what the shared repository says by its name. */
function quoted(stderr: string): string {
  const lines = stderr
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => !/^(?:$|hint:|To |remote:$|error: failed to push some refs)/.test(line));
  const isTold = lines.some((line) => line.startsWith('remote: '));
  return lines
    .filter((line) => !isTold || !line.startsWith('! [remote rejected]'))
    .slice(-8)
    .map((line) => `  ${line.replace(/^remote:\s+/, 'Kho chung nói: ')}`)
    .join('\n');
}
