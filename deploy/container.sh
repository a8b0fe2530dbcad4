#!/bin/sh
# What a container of deploy/Containerfile does: `publish` clones REPOSITORY once and runs publish.sh every EVERY seconds,
# `serve` and `counter` wait for the first build and run until they are stopped, `healthy` is for HEALTHCHECK.
set -eu
site=${SITE_DIR:-/srv/site}
state=${TMPDIR:-/tmp}/site-container
role=${1:-}

# An answer of the server of this container, whatever it says: 0.
answers() {
  node -e 'fetch(process.argv[1], { redirect: "manual" }).then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))' "$1"
}

publish() {
  if [ ! -e "$site/.git" ]; then git clone --quiet "${REPOSITORY:?đặt REPOSITORY là địa chỉ kho git}" "$site"; fi
  trap 'exit 0' TERM INT
  while :; do
    code=0
    "$site/deploy/publish.sh" || code=$?
    echo "publish $code" > "$state.new" && mv "$state.new" "$state"
    if [ "$code" -ne 0 ]; then echo "publish.sh kết thúc bằng $code (các dòng ở trên)." >&2; fi
    # In the background, so that a signal ends the wait at once.
    sleep "${EVERY:-300}" &
    wait $!
  done
}

case $role in
  publish) publish ;;
  serve | counter)
    echo "$role" > "$state"
    until [ -e "$site/_site/build.json" ]; do sleep 2; done
    cd "$site"
    exec node scripts/run.mjs "scripts/$role.ts"
    ;;
  healthy)
    case $(cat "$state" 2> /dev/null || true) in
      'publish 0') ;;
      serve) answers "http://127.0.0.1:${PORT:-8080}/" ;;
      counter) answers "http://127.0.0.1:${COUNTER_PORT:-8787}/api/count/v1/health" ;;
      *) exit 1 ;;
    esac
    ;;
  *)
    echo 'Cách dùng: site-container publish | serve | counter | healthy' >&2
    exit 2
    ;;
esac
