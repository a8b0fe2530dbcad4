#!/bin/sh
# Publishes changes on the machine that serves the site. A timer runs it every few minutes: it does nothing when there
# is no new commit and no content due. SITE_URL must be set. Options are those of `npm run build`, as --let-go ADDRESS.
# Exit codes: 0; 1: nothing was published, the published site stays as it is; 3: published, but files in error were left
# as they were; 4: published, but the git host has not answered for an hour.
set -eu
cd "$(dirname "$0")/.."

content=${CONTENT_DIR:-content}
state=.cache/deployed
status=0
mkdir -p "$state"

# Merges what is new in the repository of a folder. Without the git host, what is here is published all the same.
update() {
  git -C "$1" rev-parse --quiet --verify '@{upstream}' > /dev/null 2>&1 || return 0
  if ! GIT_TERMINAL_PROMPT=0 timeout 60 git -C "$1" fetch --quiet; then
    away=yes
  elif ! git -C "$1" merge --ff-only --quiet ${PUBLISH_VERIFY_SIGNATURES:+--verify-signatures} '@{upstream}'; then
    echo 'Không nhận được commit mới từ kho git (ở trên): đăng những gì đang có trên máy này.' >&2
    status=1
  fi
}

away=
update .
# The content may have a repository of its own.
if [ "$(git -C "$content" rev-parse --show-toplevel 2> /dev/null)" != "$(git rev-parse --show-toplevel)" ]; then
  update "$content"
fi

commits="$(git rev-parse HEAD) $(git -C "$content" rev-parse HEAD 2> /dev/null || true)"
if [ "$#" -eq 0 ] && [ "$commits" = "$(cat "$state/commits" 2> /dev/null || true)" ]; then set -- --if-due; fi
npm run --silent build -- --against "$state" "$@" || {
  built=$?
  [ "$built" -eq 3 ] || exit "$built"
  status=3
}
npm run --silent record -- "$state"
printf '%s\n' "$commits" > "$state/commits"

# Last, since an error of the hub must not delay the site; missed pings are sent in the next run.
npm run --silent announce || status=1

if [ "$status" -eq 3 ]; then echo 'Đã đăng, trừ những tệp có lỗi (ở trên).' >&2; fi
if [ -z "$away" ]; then
  rm -f "$state/away"
else
  echo 'Không nối được tới kho git: đã đăng những gì đang có trên máy này.' >&2
  [ -f "$state/away" ] || touch "$state/away"
  if [ -n "$(find "$state/away" -mmin +60)" ] && [ "$status" -eq 0 ]; then status=4; fi
fi
exit "$status"
