#!/bin/sh
# Publishes changes on the machine that serves the site. A timer runs it every few minutes: it does nothing when there
# is no new commit and no content due. SITE_URL must be set. If a step fails, the published site stays as it is.
set -eu
cd "$(dirname "$0")/.."

state=.cache/deployed
mkdir -p "$state"
git pull --ff-only --quiet
commit=$(git rev-parse HEAD)

if [ "$commit" = "$(cat "$state/commit" 2>/dev/null || true)" ]; then
  npm run --silent build -- --if-due
else
  # Published pages must not disappear: compare with the sitemap of the last deployment.
  if [ -f "$state/sitemap.xml" ]; then npm run --silent check -- --against "$state/sitemap.xml"; fi
  npm run --silent build
fi

rm -f "$state"/sitemap*.xml
cp "${OUTPUT_DIR:-_site}"/sitemap*.xml "$state/"
printf '%s\n' "$commit" > "$state/commit"

# Last, since an error of the hub must not delay the site; missed pings are sent in the next run.
npm run --silent announce
