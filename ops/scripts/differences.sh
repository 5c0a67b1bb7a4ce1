# Sourced. What has changed, and what to compile to see it.

# differing COMMIT: source files of the working tree that differ from it, new ones too.
differing() {
    {
        git diff --name-only --diff-filter=d "$1" -- '*.cpp' '*.hpp'
        git ls-files --others --exclude-standard -- '*.cpp' '*.hpp'
    } | sort -u
}

# units_of FILE…: the .cpp files to lint for these, each once; tests are not linted. A header is seen through
# the .cpp of its stem, or else through the first file that includes it.
units_of() {
    local file unit
    for file in "$@"; do
        [[ $file == tests/* ]] && continue
        unit=$file
        [[ $file == *.hpp ]] && unit=${file%.hpp}.cpp
        [ -f "$unit" ] || unit=$(git grep -l --untracked -F "#include \"$file\"" -- '*.cpp' ':!tests/' | head -1) || true
        if [ -n "$unit" ]; then echo "$unit"; else echo "no file includes $file: not linted" >&2; fi
    done | sort -u
}
