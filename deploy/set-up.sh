#!/usr/bin/env bash
# Sets FlowGate up as a service on a Linux machine with systemd, from a clone of the repository:
#
#   sudo deploy/set-up.sh [--public-url https://gate.example.org] [--port 8089]
#
# Asks nothing, and can be run again: the same command updates. Settings that exist are never overwritten.
#   --prefix DIR   where the program goes (default /opt/flowgate)
#   --no-service   only install and build there; no user, no settings, no service
set -euo pipefail

source_dir=$(cd "$(dirname "$0")/.." && pwd)
prefix=/opt/flowgate
settings=/etc/flowgate/flowgate.env
public_url=
port=8089
service=yes

die() { printf 'set-up: %s\n' "$*" >&2; exit 1; }
say() { printf 'set-up: %s\n' "$*"; }

while [ $# -gt 0 ]; do
  case $1 in
    --public-url) public_url=${2:?--public-url needs a value}; shift 2 ;;
    --port) port=${2:?--port needs a value}; shift 2 ;;
    --prefix) prefix=${2:?--prefix needs a value}; shift 2 ;;
    --no-service) service=no; shift ;;
    --help | -h) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) die "\"$1\" is not known; see --help" ;;
  esac
done

command -v node >/dev/null || die 'Node.js 20 or newer is needed: https://nodejs.org'
command -v npx >/dev/null || die 'npm is needed: it comes with Node.js'
[ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" = true ] ||
  die "Node.js 20 or newer is needed; this is $(node --version)"
if [ "$service" = yes ]; then
  [ "$(id -u)" = 0 ] || die 'run this as root, for example with sudo'
  [ -d /run/systemd/system ] || die 'this machine does not run systemd; see docs/operations.md for other ways, or use --no-service'
fi

say "copying $source_dir to $prefix"
mkdir -p "$prefix"
if [ "$(cd "$prefix" && pwd)" != "$source_dir" ]; then
  tar -C "$source_dir" -c --exclude=./.git --exclude=node_modules --exclude=./data --exclude=./prisma/clients \
    --exclude=./review-web/build --exclude=./review-web/.svelte-kit --exclude=./.env . | tar -C "$prefix" -x --no-same-owner
fi

say 'installing and building; the first time takes about a minute'
cd "$prefix"
export CI=true
npx -y pnpm@12 install --frozen-lockfile </dev/null
npx -y pnpm@12 run prepare:clients </dev/null
npx -y pnpm@12 run prepare:web </dev/null
# The service runs as a user of its own and only reads here.
chmod -R a+rX "$prefix"
[ "$service" = yes ] || { say "ready in $prefix"; exit 0; }

id flowgate >/dev/null 2>&1 || useradd --system --home-dir /var/lib/flowgate --shell /usr/sbin/nologin flowgate

if [ -e "$settings" ]; then
  say "keeping the settings in $settings"
else
  install -d -m 750 -g flowgate "$(dirname "$settings")"
  {
    echo "# Settings of FlowGate; docs/operations.md explains them all. Then: systemctl restart flowgate"
    echo "FLOWGATE_PORT=$port"
    [ -z "$public_url" ] || echo "FLOWGATE_PUBLIC_URL=$public_url"
    # Behind a proxy on this machine, which is what a public address means with a server bound to localhost.
    [ -z "$public_url" ] || echo "FLOWGATE_TRUST_PROXY=1"
  } >"$settings"
  chgrp flowgate "$settings"
  chmod 640 "$settings"
  say "wrote $settings"
fi

sed "s#/opt/flowgate#$prefix#g" deploy/flowgate.service >/etc/systemd/system/flowgate.service
systemctl daemon-reload
systemctl enable --quiet flowgate
systemctl restart flowgate

port=$(sed -n 's/^FLOWGATE_PORT=//p' "$settings" | tail -n 1)
for _ in $(seq 60); do
  # shellcheck disable=SC2016 # what stands in backticks is for Node.js, not for the shell
  if node -e 'fetch(`http://127.0.0.1:${process.argv[1]}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))' "${port:-8089}"; then
    say 'FlowGate runs:'
    journalctl -u flowgate -n 5 -o cat --no-pager || true
    exit 0
  fi
  sleep 1
done
journalctl -u flowgate -n 20 -o cat --no-pager || true
die 'FlowGate did not become ready; the reason stands above'
