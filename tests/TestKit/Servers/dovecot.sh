#!/bin/bash
# A private Dovecot 2.3 on 127.0.0.1, run in the foreground as root. Its life hangs on standard input:
# "stop" ends it in an orderly way, "kill" at once, and the end of the input (the test process is gone) kills it and removes DIR.
# usage: dovecot.sh DIR IMAP_PORT IMAPS_PORT LMTP_PORT AUTH_PORT [IMAP_CAPABILITY [INTROSPECTION_URL]]
# Every address has a mailbox with password "test"; lines of DIR/etc/users give an address one more password. With INTROSPECTION_URL tokens
# are taken, too (XOAUTH2), and that address is asked what they are worth.
set -eu
D=$1 IMAP=$2 IMAPS=$3 LMTP=$4 AUTH=$5 CAPABILITY=${6:-} INTROSPECTION=${7:-}
mkdir -p "$D/etc" "$D/run" "$D/mail" "$D/state"
chmod 755 "$D" "$D/etc" "$D/run"
chown nobody:nogroup "$D/mail"
touch "$D/etc/users"
if [ ! -f "$D/etc/key.pem" ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$D/etc/key.pem" -out "$D/etc/cert.pem" 2>/dev/null
fi
cat > "$D/etc/dovecot.conf" <<C
base_dir = $D/run
state_dir = $D/state
instance_name = test-$IMAP
listen = 127.0.0.1
protocols = imap lmtp
log_path = $D/log
info_log_path = $D/log
ssl = yes
ssl_cert = <$D/etc/cert.pem
ssl_key = <$D/etc/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
mail_uid = nobody
mail_gid = nogroup
mail_location = maildir:~/Maildir
mail_max_userip_connections = 200
mailbox_idle_check_interval = 1s
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u $D/etc/users
}
passdb {
  driver = static
  args = password=test
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=$D/mail/%Ld/%Ln allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Archive {
    auto = subscribe
    special_use = \Archive
  }
}
service imap-login {
  process_min_avail = 1
  service_count = 0
  inet_listener imap {
    port = $IMAP
  }
  inet_listener imaps {
    port = $IMAPS
    ssl = yes
  }
}
service lmtp {
  process_min_avail = 1
  inet_listener lmtp {
    address = 127.0.0.1
    port = $LMTP
  }
}
service auth {
  inet_listener {
    port = $AUTH
  }
}
# Without the penalty service a refused password slows no other test.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
C
if [ -n "$INTROSPECTION" ]; then
  cat > "$D/etc/oauth2.conf" <<C
introspection_mode = post
introspection_url = $INTROSPECTION
username_attribute = username
active_attribute = active
active_value = true
C
  cat >> "$D/etc/dovecot.conf" <<C
auth_mechanisms = plain login xoauth2
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $D/etc/oauth2.conf
}
C
fi
if [ -n "$CAPABILITY" ]; then echo "imap_capability = $CAPABILITY" >> "$D/etc/dovecot.conf"; fi

setsid dovecot -F -c "$D/etc/dovecot.conf" </dev/null >"$D/stdout" 2>&1 &
PID=$!
# Until the last of its processes is gone: one that still listens would keep the next start from its sockets.
finish() {
  kill -KILL -- "-$PID" 2>/dev/null || true
  wait "$PID" 2>/dev/null || true
  for _ in $(seq 1 100); do pgrep -g "$PID" -r D,R,S >/dev/null || break; sleep 0.02; done
}
trap finish EXIT
ready=
for _ in $(seq 1 250); do
  kill -0 "$PID" 2>/dev/null || break
  if { exec 3<>"/dev/tcp/127.0.0.1/$IMAP"; } 2>/dev/null; then
    if read -r -t 2 -u 3 greeting && [[ $greeting == "* OK"* ]]; then ready=1; fi
    exec 3>&-
    [ -z "$ready" ] || break
  fi
  sleep 0.02
done
if [ -z "$ready" ]; then echo "dovecot did not start" >&2; cat "$D/stdout" "$D/log" >&2 2>/dev/null || true; exit 1; fi
echo "ready $PID"

if ! read -r command; then finish; rm -rf "$D"; exit 0; fi
if [ "$command" = stop ]; then
  kill -TERM "$PID" 2>/dev/null || true
  for _ in $(seq 1 250); do kill -0 "$PID" 2>/dev/null || break; sleep 0.02; done
fi
