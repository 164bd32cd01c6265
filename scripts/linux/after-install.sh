#!/bin/sh
# Runs as root after installing. Every tool it calls may be absent, and none of them may make the install fail.
set -e

# The .deb of `npm run dist` lives in /usr/lib/offprint and brings its own link in /usr/bin; packages that
# electron-builder makes live in /opt and get theirs here.
if [ -x /opt/Offprint/bin/offprint ]; then
  ln -sf /opt/Offprint/bin/offprint /usr/bin/offprint
  chmod 4755 /opt/Offprint/chrome-sandbox || true
fi

if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
exit 0
