#!/bin/bash
# Installs what the engine is compared with: ClickHouse and DuckDB as npm packages in this folder, PostgreSQL, Xapian and a compiler from
# Debian. No install script runs; nothing comes from anywhere else. For Debian and Ubuntu.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --ignore-scripts --no-audit --no-fund
bash ../../scripts/setup-test.sh

missing=()
command -v xapian-config >/dev/null || missing+=(libxapian-dev)
command -v c++ >/dev/null || missing+=(g++)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "This script knows Debian only. Install by hand: ${missing[*]}." >&2
    exit 1
  fi
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  echo "Installing with apt-get: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
echo 'Done: npm run bench peers -- --world realistic --size small'
