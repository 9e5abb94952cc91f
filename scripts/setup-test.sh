#!/bin/bash
# Installs what some tests need and npm cannot bring: a browser and PostgreSQL. For Debian and Ubuntu.
set -euo pipefail

missing=()
[ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || missing+=(chromium-headless-shell)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)

if [ ${#missing[@]} -eq 0 ]; then
  echo 'Chromium and PostgreSQL are installed: all tests can run.'
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "This script knows Debian only. Install by hand: ${missing[*]}." >&2
  exit 1
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
echo "Installing with apt-get: ${missing[*]}"
# The package makes and starts a cluster of its own; the tests start theirs, so that one is not wanted.
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  "${as_root[@]}" mkdir -p /etc/postgresql-common
  echo 'create_main_cluster = false' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo 'Done: all tests can run.'
