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

# A test process lives for a minute or two: what the runtime would learn about its own code by then costs a seventh of the time and is never used.
export DOTNET_TieredPGO=0

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

# Two assemblies side by side, the longest first, one test at a time in each: what waits for a server leaves its core to the other, and two cores are never
# crowded. Each one's output is told when it has ended, whole.
assemblies() {
  local longest=(Scenarios Host Engine EndToEnd MailWatcher Mail) folder project
  for folder in "${longest[@]/#/tests/}" tests/*; do
    for project in "$folder"/*.csproj; do
      if [ -e "$folder/bin/Release/net10.0/xunit.runner.visualstudio.testadapter.dll" ]; then
        echo "$folder/bin/Release/net10.0/$(basename "$project" .csproj).dll"
      fi
    done
  done | awk '!seen[$0]++'
}
# An assembly, then what dotnet test is to know.
test_one() {
  local out
  out=$(mktemp)
  dotnet test "$1" --nologo --logger "console;verbosity=normal" "${@:2}" -- xUnit.MaxParallelThreads=1 >"$out" 2>&1
  local code=$?
  # One writer at a time.
  flock "$log" cat "$out" >>"$log"
  flock "$log" grep -vE '^\s+Passed |^(Starting|A total of|Test Run Successful|Total tests|VSTest|$)' "$out"
  rm -f "$out"
  [ "$code" -eq 0 ] || exit 1
}
export -f test_one
export log
: >"$log"
assemblies | xargs -P 2 -I ASSEMBLY bash -c 'test_one "$@"' - ASSEMBLY "$@"
tested=$?

sum() { grep -E "^ *$1: +[0-9]+" "$log" | awk '{ total += $2 } END { print total + 0 }'; }
passed=$(sum Passed); failed=$(sum Failed); skipped=$(sum Skipped)
[ "$tested" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$passed" -gt 0 ] || failed=$((failed + 1))
# What failed, once more and last: who sees only the end of a long log needs the name and the reason.
grep -A 12 -E '^ +Failed [^ ]' "$log" | cut -c 1-300 | tail -n 60
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
