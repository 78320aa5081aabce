#!/usr/bin/env bash
# Tries the .deb as its user would, as root on a Debian: installs an older version, starts it from its menu entry under
# Xvfb, does the main job, upgrades over it, looks for the data, uninstalls, and looks for the data again.
#   packaging/linux/try-deb.sh [target/package/larder_*.deb]
# Leaves pictures in target/try-deb. Needs: xvfb xdotool imagemagick libgtk-3-bin xdg-utils libgtk-3-0
set -euo pipefail
cd "$(dirname "$0")/../.."
deb=$(realpath "${1:-$(ls target/package/larder_*.deb | tail -1)}")
out=$PWD/target/try-deb
rm -rf "$out"; mkdir -p "$out/home" "$out/old"
# Java takes the home folder from the system's list of users, not from HOME: the data's place is named, so that nobody's own
# recipes are touched.
export HOME=$out/home XDG_DATA_HOME=$out/home/data DISPLAY=:78 LC_ALL=C.UTF-8
unset XDG_CONFIG_HOME
step() { echo "-- $*"; }
shot() { import -window root "$out/$1.png"; }
started() { for _ in $(seq 60); do pgrep -f '^/opt/larder/bin/larder' >/dev/null && xdotool search --name '^Larder' >/dev/null 2>&1 && return; sleep 0.5; done; echo "no window" >&2; exit 1; }
stopped() { kill "$(pgrep -f '^/opt/larder/bin/larder')"; while pgrep -f '^/opt/larder/bin/larder' >/dev/null; do sleep 0.2; done; }
menu() { gtk-launch larder-larder.desktop >/dev/null 2>&1 & started; sleep 6; }
count() { /opt/larder/bin/larder recipes --json | wc -l; }

Xvfb $DISPLAY -screen 0 1400x1000x24 -nolisten tcp >/dev/null 2>&1 & xvfb=$!
trap 'kill $xvfb' EXIT
if dpkg -s larder >/dev/null 2>&1; then echo "Larder is installed already; this script would remove it." >&2; exit 1; fi

step "an older version: the same files, version 0.0.9"
dpkg-deb -R "$deb" "$out/old/tree"
sed -i 's/^Version: .*/Version: 0.0.9/' "$out/old/tree/DEBIAN/control"
dpkg-deb -Zgzip -z1 -b "$out/old/tree" "$out/old/larder.deb" >/dev/null
rm -r "$out/old/tree"
dpkg -i "$out/old/larder.deb" >/dev/null
desktop-file-validate /usr/share/applications/larder-larder.desktop 2>/dev/null || true

step "from the menu, the first start"
menu; shot 1-welcome
xdotool mousemove 584 501 click 1; sleep 5
shot 2-started; stopped

step "the main job: two saved pages in, found by ingredient"
/opt/larder/bin/larder import src/main/resources/tour
/opt/larder/bin/larder recipes --ingredient barley
[ "$(count)" -ge 1 ]
before=$(count)
menu; shot 3-old-version; stopped

step "upgrade"
dpkg -i "$deb" >/dev/null
dpkg -s larder | grep '^Version'
[ "$(count)" = "$before" ]
menu; shot 4-upgraded; stopped

step "uninstall"
dpkg -r larder >/dev/null
[ ! -e /opt/larder ] && [ ! -e /usr/share/applications/larder-larder.desktop ]
find "$XDG_DATA_HOME" -name '*.mv.db' | grep .
echo "The program is gone, the data is where it was."
