#!/usr/bin/env bash
# Installs the programs that `make converters` converts with: those of Debian with apt where this is root, the others into
# converters/.venv and converters/node_modules. What cannot be installed is skipped later, and said.
set -euo pipefail
cd "$(dirname "$0")"

packages=(
    pandoc poppler-utils w3m lynx elinks antiword catdoc html2text
    libreoffice-writer-nogui libreoffice-calc-nogui chromium fonts-wqy-zenhei
)
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
    missing=()
    for package in "${packages[@]}"; do
        dpkg-query --show --showformat '${Status}\n' "$package" 2> /dev/null | grep --quiet 'install ok installed' || missing+=("$package")
    done
    if [ "${#missing[@]}" -gt 0 ]; then
        apt-get update --quiet
        DEBIAN_FRONTEND=noninteractive apt-get install --quiet --yes --no-install-recommends "${missing[@]}"
    fi
else
    echo "Not root, or no apt: install these by hand, or they are skipped: ${packages[*]}"
fi

python=${PYTHON:-python3}
[ -x .venv/bin/python ] || "$python" -m venv .venv
# The pip that comes with Python 3.11 fails on an extra that two packages name in different ways.
.venv/bin/pip install --quiet --upgrade pip
.venv/bin/pip install --quiet --requirement requirements.txt

if command -v npm > /dev/null; then
    npm ci --no-audit --no-fund
else
    echo 'No npm: what needs Node is skipped'
fi
