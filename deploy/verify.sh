#!/bin/sh
# Compares the public site with a build of its own, on another machine than the web server: who broke in there cannot
# change what is compared. SITE_URL must be set. Ends as `npm run verify` does: 0 the same, 1 different, 2 not (all) seen.
set -eu
cd "$(dirname "$0")/.."

# Takes what is new in the repository of a folder: the commit that is deployed may be of this hour.
update() {
  git -C "$1" rev-parse --quiet --verify '@{upstream}' > /dev/null 2>&1 || return 0
  GIT_TERMINAL_PROMPT=0 timeout 60 git -C "$1" pull --ff-only --quiet ||
    echo 'Không nhận được commit mới từ kho git (ở trên): so với những commit đang có trên máy này.' >&2
}

: "${SITE_URL:?Đặt SITE_URL=https://địa-chỉ-trang trước lệnh này.}"
content=${CONTENT_DIR:-content}
update .
# The content may have a repository of its own.
if [ "$(git -C "$content" rev-parse --show-toplevel 2> /dev/null)" != "$(git rev-parse --show-toplevel)" ]; then
  update "$content"
fi
exec npm run --silent verify -- "$SITE_URL" --rebuild --wait "${WAIT:-60}" "$@"
