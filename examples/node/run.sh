#!/usr/bin/env bash
# Tests the shop against `payments sandbox` on this machine, without a container. PAYMENTS names the
# binary, unless it is on the path.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --no-audit --no-fund
settings=$(mktemp)
"${PAYMENTS:-payments}" sandbox --port 0 >"$settings" &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null; rm -f "$settings"' EXIT
# Its last lines say what to try; by then it answers.
until grep -q '^# try' "$settings"; do
  kill -0 "$sandbox"
  sleep 0.05
done
# What it prints at its start is the settings of its clients, for a shell.
# shellcheck source=/dev/null
source "$settings"
npm test
