#!/bin/sh
# Installs what the tests of tests/go and of the crash drill need, from Debian:
# the Go compiler, the Go implementation of transparency logs, and strace.
set -eu

missing=""
for package in golang-go golang-golang-x-mod-dev strace; do
    dpkg-query --show --showformat='${Status}\n' "$package" 2>/dev/null \
        | grep -q '^install ok installed$' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

run=""
[ "$(id -u)" -eq 0 ] || run="sudo"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the list is words
$run apt-get install --yes --no-install-recommends $missing && exit 0
# The lists of packages may be missing or old.
$run apt-get update
# shellcheck disable=SC2086
$run apt-get install --yes --no-install-recommends $missing
