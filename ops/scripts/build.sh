# Sourced. build PRESET [TARGET…]: configures once, compiles what changed.
build() {
    local preset=$1
    shift
    export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >"/tmp/entremise-cmake-$preset.log" ||
        { cat "/tmp/entremise-cmake-$preset.log" >&2; return 1; }
    ninja -C "build/$preset" "$@"
}
