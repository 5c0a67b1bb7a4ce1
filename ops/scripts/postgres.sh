# Sourced. A private PostgreSQL in a folder of its own, on a Unix socket, as an ordinary user.
#   start_postgres DIR [setting=value…]   leaves its URL in $POSTGRES_URL
#   stop_postgres DIR
postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)

as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=/tmp "$@"
    else
        "$@"
    fi
}

start_postgres() {
    local dir=$1
    shift
    mkdir -p "$dir"
    chmod 0711 "$dir"
    local user=postgres
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$dir"; else user=$(id -un); fi
    if [ ! -d "$dir/data" ]; then
        as_postgres "$postgres_bin/initdb" -D "$dir/data" -U "$user" -A trust --data-checksums -E UTF8 --locale=C.UTF-8 >"$dir.initdb.log" 2>&1 ||
            { cat "$dir.initdb.log" >&2; return 1; }
    fi
    local options="-c listen_addresses='' -c unix_socket_directories='$dir' -c max_connections=200"
    local setting
    for setting in "$@"; do options+=" -c $setting"; done
    as_postgres "$postgres_bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 -o "$options" start >/dev/null ||
        { cat "$dir/log" >&2; return 1; }
    POSTGRES_URL="postgresql:///?host=$dir&user=$user"
    export POSTGRES_URL
}

stop_postgres() {
    as_postgres "$postgres_bin/pg_ctl" -D "$1/data" -m immediate stop >/dev/null 2>&1 || true
}
