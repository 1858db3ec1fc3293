#!/bin/sh
# Makes the key of pseudonyms once: 'make-key.sh FILE'. A key that is there stays, for without it no pseudonym is found again.
set -eu
umask 077
if [ ! -e "$1" ]; then
    od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n' >"$1.new"
    mv "$1.new" "$1"
fi
