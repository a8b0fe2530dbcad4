#!/bin/sh
# Mails the messages of a unit that failed: notify.sh publish.service. deploy/notify@.service runs it. MAIL_TO says who is
# told. The same messages are sent again only after a day, since the timer meets the same error every few minutes.
set -eu
unit=$1
state=${STATE_DIRECTORY:-/var/lib/site-notify}

# systemd names the run that failed; its messages alone are sent.
if [ -n "${MONITOR_INVOCATION_ID:-}" ]; then
  messages=$(journalctl --quiet --no-pager --output=cat --lines=60 "_SYSTEMD_INVOCATION_ID=$MONITOR_INVOCATION_ID")
else
  messages=$(journalctl --quiet --no-pager --output=cat --lines=30 --unit="$unit")
fi

# Numbers differ from run to run: durations, counts, commits.
sum=$(printf '%s' "$messages" | tr -d '0-9' | cksum)
sent=$(find "$state/$unit" -mmin -1440 -exec cat {} + 2>/dev/null || true)
if [ "$sum" = "$sent" ]; then exit 0; fi

{
  printf 'To: %s\n' "${MAIL_TO:-root}"
  if [ -n "${MAIL_FROM:-}" ]; then printf 'From: %s\n' "$MAIL_FROM"; fi
  printf 'Subject: =?UTF-8?B?%s?=\n' "$(printf 'Trang web: %s gặp lỗi' "$unit" | base64 --wrap=0)"
  printf 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n'
  printf 'Máy %s, %s, mã kết thúc %s.\n' "$(uname -n)" "$unit" "${MONITOR_EXIT_STATUS:-không rõ}"
  if [ "$unit" = publish.service ]; then
    case ${MONITOR_EXIT_STATUS:-} in
      3) printf 'Trang đã đăng, nhưng có tệp còn giữ nguyên bản cũ hoặc bị để lại.\n' ;;
      4) printf 'Máy giữ kho git không trả lời đã hơn một giờ; trang vẫn đăng những gì có trên máy này.\n' ;;
      *) printf 'Trang đang chạy vẫn đọc được, những gì mới có thể chưa được đăng.\n' ;;
    esac
  fi
  if [ "$unit" = verify.service ]; then
    case ${MONITOR_EXIT_STATUS:-} in
      1) printf 'Trang trên mạng KHÁC bản đã dựng: có thể máy chủ đã bị tấn công. Từng chỗ khác ở dưới.\n' ;;
      *) printf 'Chưa xem được hết trang trên mạng, nên chưa thể nói là sạch.\n' ;;
    esac
  fi
  printf 'Thư này chỉ gửi lại sau một ngày, hoặc khi lỗi đổi khác. Các dòng cuối của nhật ký:\n\n%s\n' "$messages"
} | "${SENDMAIL:-/usr/sbin/sendmail}" -t
printf '%s' "$sum" > "$state/$unit"
