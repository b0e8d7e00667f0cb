#!/bin/bash
# A private Postfix on 127.0.0.1, run in the foreground as root. It takes mail with STARTTLS and a sign-in that Dovecot checks, and hands EVERY
# recipient to Dovecot's LMTP, so that a test reads an answer in the recipient's own mailbox. Its life hangs on standard input, as dovecot.sh says.
# usage: postfix.sh DIR SMTP_PORT LMTP_PORT AUTH_PORT FOLDER_OF_CERT_AND_KEY
set -eu
D=$1 SMTP=$2 LMTP=$3 AUTH=$4 CERT=$5
mkdir -p "$D/etc" "$D/queue" "$D/data"
chmod 755 "$D" "$D/etc" "$D/queue"
chown postfix "$D/data"
: > "$D/log"
chmod 666 "$D/log"
cat > "$D/etc/main.cf" <<M
compatibility_level = 3.6
queue_directory = $D/queue
data_directory = $D/data
maillog_file = $D/log
maillog_file_prefixes = $D
multi_instance_enable = no
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.test
mydestination =
local_recipient_maps =
alias_maps =
mynetworks =
default_transport = lmtp:inet:127.0.0.1:$LMTP
relay_transport = lmtp:inet:127.0.0.1:$LMTP
smtp_dns_support_level = disabled
lmtp_host_lookup = native
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$AUTH
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = $CERT/cert.pem
smtpd_tls_key_file = $CERT/key.pem
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_count_limit = 0
smtpd_peername_lookup = no
message_size_limit = 41943040
M
cat > "$D/etc/master.cf" <<M
127.0.0.1:$SMTP inet n - n - - smtpd
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
proxymap  unix - - n - - proxymap
lmtp      unix - - n - - lmtp
smtp      unix - - n - - lmtp
error     unix - - n - - error
retry     unix - - n - - error
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
M

setsid postfix -c "$D/etc" start-fg </dev/null >"$D/stdout" 2>&1 &
PID=$!
finish() {
  [ ! -f "$D/queue/pid/master.pid" ] || kill -KILL -- "-$(tr -d ' ' < "$D/queue/pid/master.pid")" 2>/dev/null || true
  kill -KILL -- "-$PID" 2>/dev/null || true
  wait "$PID" 2>/dev/null || true
}
trap finish EXIT
ready=
for _ in $(seq 1 500); do
  kill -0 "$PID" 2>/dev/null || break
  if { exec 3<>"/dev/tcp/127.0.0.1/$SMTP"; } 2>/dev/null; then
    if read -r -t 3 -u 3 greeting && [[ $greeting == 220* ]]; then ready=1; fi
    exec 3>&-
    [ -z "$ready" ] || break
  fi
  sleep 0.02
done
if [ -z "$ready" ]; then echo "postfix did not start" >&2; cat "$D/stdout" "$D/log" >&2 2>/dev/null || true; exit 1; fi
echo "ready $PID"

if ! read -r command; then finish; rm -rf "$D"; exit 0; fi
if [ "$command" = stop ]; then
  postfix -c "$D/etc" stop >/dev/null 2>&1 || true
  for _ in $(seq 1 250); do kill -0 "$PID" 2>/dev/null || break; sleep 0.02; done
fi
