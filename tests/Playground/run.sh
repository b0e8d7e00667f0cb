#!/usr/bin/env bash
# The scenarios of tests/EndToEnd with the real Microsoft 365 Agents Playground as the client. Opt-in, and never part of tests/run.sh: the playground
# is Microsoft's pre-release tool under its own licence (for evaluating, no redistribution), so npm installs it at this moment into a folder outside the
# repository. Usage: tests/Playground/run.sh [FOLDER], a new or empty one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${1:-$(mktemp -d /tmp/sione-playground.XXXXXX)}
configuration=${CONFIGURATION:-Release}

for tool in dotnet node npm chromium; do
  command -v "$tool" > /dev/null || { echo "$tool is not installed; on Debian 12: apt-get install nodejs npm chromium fonts-dejavu" >&2; exit 1; }
done

mkdir -p "$scratch"
[ -z "$(ls -A "$scratch")" ] || { echo "$scratch is not empty: the scenarios begin with nobody welcomed yet" >&2; exit 1; }
cp "$here"/*.mjs "$scratch/"
cd "$scratch"
[ -f package.json ] || npm init -y > /dev/null
echo "Installing the playground into $scratch (Microsoft's licence: node_modules/@microsoft/m365agentsplayground/LICENSE)" >&2
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-audit --no-fund --silent @microsoft/m365agentsplayground@0.2.28 playwright-core > /dev/null
[ -n "${SKIP_BUILD:-}" ] || dotnet build "$root/bot" -c "$configuration" -m:1 -v q >&2
SIONE_BOT="$root/bot/bin/$configuration/net10.0/SiOne.Bot.Host.dll" SIONE_CUSTOMERS="$root/bot/Demo/Customers" node scenarios.mjs
