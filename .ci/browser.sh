#!/usr/bin/env bash
# What the browser tests need: run as `bash .ci/browser.sh [COPY]`, for this tree or for a copy of it.
# Chromium comes from Debian's packages where it is missing; what the tests read with comes from npm, into the copy.
set -euo pipefail

root=$(cd "${1:-$(dirname "${BASH_SOURCE[0]}")/..}" && pwd)

if command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null; then
  echo "Chromium: there"
elif command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ]; then
  echo "Chromium: missing, installed from Debian's packages"
  apt-get update -qq
  # A page of Chinese needs a Chinese font, or its lines are as wide as boxes.
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk > /dev/null
else
  echo "Chromium: missing, and cannot be installed here; the browser tests will be skipped"
fi

if command -v npm > /dev/null; then
  (cd "$root/tests/render/web" && npm install --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel=error)
  echo "npm packages: installed"
else
  echo "npm: missing; the tests that read with mermaid, axe and opml will be skipped"
fi
