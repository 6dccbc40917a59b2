#!/usr/bin/env bash
# Makes a few small files of the many modules that a page is made of, and takes out of styles what only readers of the source need:
# on a weak link each file costs a question and an answer. Names stay as they are written, so that an error can still be read.
# What is bundled lies beside the sources, which stay what runs while somebody works on the pages.
#
#   bundle.sh ESBUILD STATIC OUT
set -eu
esbuild=$1 static=$2 out=$3
# The modules that pages begin with: those that are files say it themselves, then those of pages that the server writes.
mapfile -t entries < <(grep -hoP 'src="/js/\K\w+(?=\.js" type="module")' "$static"/*.html)
entries+=(reportask mygifts pledge share)

[ -x "$esbuild" ] || chmod +x "$esbuild"
rm -rf "$out"
mkdir -p "$out"
for entry in "${entries[@]}"; do
  # Each page for itself: what pages share is small, and shared out among them it would be some fifty files.
  "$esbuild" "$static/js/$entry.js" --bundle --splitting --format=esm --target=chrome80 --charset=utf8 \
    --minify-whitespace --minify-syntax --entry-names=[name] --chunk-names=[name]-[hash] --outdir="$out/b/$entry" --log-level=warning
done
"$esbuild" "$static"/css/*.css --target=chrome80 --charset=utf8 --minify --outdir="$out/css" --log-level=warning
