#!/bin/sh
# Publishes what is new on the machine that serves the site. A timer runs it every few minutes: it does nothing when
# nothing was committed and nothing fell due. SITE_URL must be set. The last good site stays when anything fails.
set -eu
cd "$(dirname "$0")/.."

state=.cache/deployed
mkdir -p "$state"
git pull --ff-only --quiet
commit=$(git rev-parse HEAD)

if [ "$commit" = "$(cat "$state/commit" 2>/dev/null || true)" ]; then
  npm run --silent build -- --if-due
else
  # What was published must not vanish: compared with the sitemap of the last deployment.
  if [ -f "$state/sitemap.xml" ]; then npm run --silent check -- --against "$state/sitemap.xml"; fi
  npm run --silent build
fi

rm -f "$state"/sitemap*.xml
cp "${OUTPUT_DIR:-_site}"/sitemap*.xml "$state/"
printf '%s\n' "$commit" > "$state/commit"

# Last, since a hub that fails must not hold the site up; what it was not told of is left for the next run.
npm run --silent announce
