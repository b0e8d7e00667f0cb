#!/usr/bin/env bash
# Installs what the tests need (Debian packages), builds, and runs every test. Ends with "N passed, N failed, N skipped".
# Needs the .NET 10 SDK; root only for what is not installed yet. Usage: tests/run.sh [more arguments of dotnet test]
set -uo pipefail
cd "$(dirname "$0")/.."

packages=(dovecot-imapd dovecot-lmtpd postfix openssl chromium fonts-dejavu-core procps strace)
# The official checkers of cards and manifests, and the renderer, come by npm from locked files. Any Node will do; where there is none, Debian's.
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then packages+=(nodejs npm); fi
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -q && apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/tmp/sione-packages.log 2>&1 \
    || { tail -n 20 /tmp/sione-packages.log; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build SiOne.Bot.sln -c Release --nologo -v minimal >"$log" 2>&1
built=$?
if [ "$built" -ne 0 ] || grep -qE ': warning [A-Z]+[0-9]+' "$log"; then
  grep -E ': (warning|error) ' "$log" | sort -u
  tail -n 5 "$log"
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

# One assembly at a time: several start real servers, and the machine may have two cores.
dotnet test SiOne.Bot.sln -c Release --no-build --nologo -m:1 --logger "console;verbosity=normal" "$@" 2>&1 | tee "$log" \
  | grep -vE '^\s+Passed |^(Starting|A total of|Test Run Successful|Total tests|VSTest|$)'
tested=${PIPESTATUS[0]}

sum() { grep -E "^ *$1: +[0-9]+" "$log" | awk '{ total += $2 } END { print total + 0 }'; }
passed=$(sum Passed); failed=$(sum Failed); skipped=$(sum Skipped)
[ "$tested" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$passed" -gt 0 ] || failed=$((failed + 1))
# What failed, once more and last: who sees only the end of a long log needs the name and the reason.
grep -A 12 -E '^ +Failed [^ ]' "$log" | cut -c 1-300 | tail -n 60
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
