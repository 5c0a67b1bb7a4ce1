# Sourced. build PRESET [TARGET…]: configures once, compiles what changed.
build() {
    local preset=$1
    shift
    export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >"/tmp/entremise-cmake-$preset.log" ||
        { cat "/tmp/entremise-cmake-$preset.log" >&2; return 1; }
    ninja -C "build/$preset" "$@"
}

# What these folders and scripts of tests/ need; with none, nothing is named, so ninja builds everything.
targets_of() {
    local name
    for name in "$@"; do
        case $name in
        --*) ;;
        *_test) echo entremise mangopay-sandbox ;;
        *) echo mangopay-sandbox "tests_$name" ;;
        esac
    done
}
