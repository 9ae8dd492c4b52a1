#!/bin/sh
# sigma.js and graphology from npm, at the versions of package-lock.json → sigma.min.js, headed by their licences.
set -eu
command -v npm >/dev/null || { echo "no npm: pages of large networks cannot be made; install Node with npm" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cp "$here/entry.js" "$here/package.json" "$here/package-lock.json" "$room"
cd "$room"
npm ci --silent --ignore-scripts --fetch-retries=1 --fetch-timeout=30000
{
    for name in sigma graphology graphology-utils events; do
        printf '/*!\n%s %s\n\n' "$name" "$(node -p "require('./node_modules/$name/package.json').version")"
        cat "node_modules/$name/"LICENSE*
        printf '\n*/\n'
    done
    node_modules/.bin/esbuild entry.js --bundle --minify --format=iife --global-name=sigmajs --charset=ascii \
        --target=es2020 --legal-comments=none --log-level=warning
} >out.js
mv out.js "$here/sigma.min.js"
