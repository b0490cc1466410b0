#!/bin/sh
# Puts veiviser in place under a prefix: the files below bin and share beside this script, which are the
# program, its manual pages, its menu entry and the shells' completions. The program is one file and may
# be moved afterwards. DESTDIR is put before the prefix, for packaging.
set -eu

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

source=$(cd "$(dirname "$0")" && pwd)
case ${1:-} in
  '' | -*)
    say "Say where to: ${0##*/} PREFIX     (such as /usr/local or \$HOME/.local; DESTDIR is respected)"
    exit 64
    ;;
  /*) prefix=${1%/} ;;
  *) prefix=$PWD/${1%/} ;;
esac
target=${DESTDIR:-}$prefix

# Whatever mask the person has, all may run what is installed for all.
umask 022

cannot() { die "$target/$1 cannot be written. Choose a prefix of your own, such as \$HOME/.local, or run this as root."; }

# trusted NAME: whether a name is no link, or one that root or the person made. In a folder that others can
# write in, anybody could point it elsewhere.
trusted() {
  [ ! -L "$1" ] && return
  owner=$(stat -c %u "./$1") || return
  [ "$owner" = 0 ] || [ "$owner" = "$(id -u)" ]
}

# enter FOLDER: goes there from where it stands, one name after another, and makes what is missing.
# What is done in a folder that one stands in is done there, whatever is put under its name.
enter() {
  rest=$1
  while [ -n "$rest" ]; do
    name=${rest%%/*}
    rest=${rest#"$name"}
    rest=${rest#/}
    [ -n "$name" ] || continue
    trusted "$name" || die "$(pwd -P)/$name is somebody else's link, and is not followed. Remove it, or choose another prefix."
    [ -d "$name" ] || mkdir -m 755 "./$name" 2>/dev/null || return
    before=$(pwd -P)
    link=$([ -L "$name" ] && echo yes || :)
    cd -P "./$name" 2>/dev/null || return
    [ -n "$link" ] || [ "$(pwd -P)" = "${before%/}/$name" ] || die "$before/$name was moved while it was used."
  done
}

# place FILE: installs a file of those beside this script.
place() (
  file=$1
  mode=644
  [ ! -x "$source/$file" ] || mode=755
  cd / && enter "$target/${file%/*}" || cannot "$file"
  # A folder that nobody else can reach into, until the file is whole.
  work=$(mktemp -d ./.veiviser.XXXXXX 2>/dev/null) || cannot "$file"
  trap 'cd / && rm -rf "$here"' EXIT
  cd -P "$work" && here=$(pwd -P) || cannot "$file"
  cat "$source/$file" >new || die "$target/$file could not be written."
  chmod "$mode" new
  mv -T new "../${file##*/}" || cannot "$file"
)

# One page of the manual may be a link to another; what is placed is a file.
files=$(cd "$source" && find bin share -type f -o -type l | LC_ALL=C sort)
folders=$(cd "$source" && find share -type d -name 'veiviser*')
for file in $files; do
  place "$file" || exit 1
done

say "Installed in $target:"
for file in $files; do say "  $file"; done
say "To remove it again: (cd '$target' && rm" $files "${folders:+&& rmdir $folders})"
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) say "$prefix/bin is not on your PATH." ;;
esac
