#!/bin/sh
# Runs as root after removing. The reader's library is in their home folder and is never touched.
set -e

# On an upgrade (Debian says `upgrade`, rpm says `1`) the new version is in place already.
case "$1" in
  upgrade | failed-upgrade | abort-* | 1) exit 0 ;;
esac

# Only the link that after-install.sh made: the other one belongs to the package and is gone with it.
if [ -L /usr/bin/offprint ] && [ ! -e /usr/bin/offprint ]; then
  rm -f /usr/bin/offprint
fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
  gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
exit 0
