#!/bin/sh
# For monitoring: does the public site answer, and was it built when something fell due? Usage: check-published.sh URL
# Needs curl. Prints one line and ends as Nagios and its like expect: 0 fine, 1 late by over 15 minutes, 2 late by over an
# hour or no answer, 3 wrong usage. GRACE and LIMIT set other numbers of minutes.
set -u
case ${1:-${SITE_URL:-}} in
  http://?* | https://?*) url=${1:-$SITE_URL} ;;
  *) echo "Cách dùng: check-published.sh https://địa-chỉ-trang"; exit 3 ;;
esac

# The instant some minutes ago as digits, 20261129063000 in UTC, which compare as numbers do.
minutes_ago() {
  seconds=$(($(date +%s) - $1 * 60))
  date -u -d "@$seconds" +%Y%m%d%H%M%S 2>/dev/null || date -u -r "$seconds" +%Y%m%d%H%M%S
}

if ! answer=$(curl --fail --silent --show-error --location --max-time 20 "${url%/}/build.json" 2>&1); then
  echo "NGUY: không đọc được ${url%/}/build.json ($answer)"
  exit 2
fi
next=$(printf '%s\n' "$answer" | sed -n 's/.*"nextBuildAt" *: *"\{0,1\}\([^",} ]*\).*/\1/p')
case $next in
  null) echo "TỐT: không có gì đang chờ đến hẹn"; exit 0 ;;
  [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]*) ;;
  *) echo "NGUY: ${url%/}/build.json không có nextBuildAt"; exit 2 ;;
esac
due=$(printf '%s' "$next" | tr -dc 0-9 | cut -c1-14)
if [ "$due" -lt "$(minutes_ago "${LIMIT:-60}")" ]; then
  echo "NGUY: đến hẹn từ $next mà trang chưa dựng lại"
  exit 2
elif [ "$due" -lt "$(minutes_ago "${GRACE:-15}")" ]; then
  echo "CHẬM: đến hẹn từ $next mà trang chưa dựng lại"
  exit 1
fi
echo "TỐT: lần dựng tới $next"
