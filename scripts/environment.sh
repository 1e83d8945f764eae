# Sourced by every script: goes to the top of the tree and sets up what all of them need.

caller=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The system's Python, whatever `python3` means on PATH: its libpython is the one that kale links.
system_python=/usr/bin/python3
python=$PWD/.venv/bin/python

# How kale is built to be used. Exclusive access to variables is checked in the debug builds that are
# tested; here the checks would take a twentieth of the time.
release_options=(-c release --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked)

say() { printf '%s\n' "$*" >&2; }

step() { printf '\n==> %s\n' "$*" >&2; }

die() {
  printf 'error: %s\n' "$1" >&2
  shift
  if [ $# -gt 0 ]; then printf '       %s\n' "$@" >&2; fi
  exit 1
}

# Makes pkg-config, and so SwiftPM, find the python3-embed.pc of the system's Python before any other.
use_system_python() {
  local folder
  folder=$("$system_python" -c 'import sysconfig; print(sysconfig.get_config_var("LIBPC") or "")')
  export PKG_CONFIG_PATH="$folder${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
}

# use_python PREFIX: the same for another Python, PREFIX as seen from the caller's folder. It gets a build
# folder of its own, and what is built finds its libpython from anywhere. Sets python_name, and
# swift_options for every call of swift.
use_python() {
  local tree=$PWD found
  found=$(cd "$caller" && "$system_python" "$tree/scripts/pythons.py" use "$1") || exit 1
  mapfile -t found <<<"$found"
  python_name=${found[0]}
  if [ ${#found[@]} = 1 ]; then
    swift_options=()
    use_system_python
  else
    swift_options=(--scratch-path "${found[1]}" -Xlinker -rpath -Xlinker "${found[2]}")
    export PKG_CONFIG_PATH="${found[1]}/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
  fi
}
