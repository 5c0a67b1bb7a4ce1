#include "tests/faults/kept.hpp"

#include <filesystem>

#include "domain/storage/session.hpp"

namespace tests {

namespace {

using domain::storage::Dialect;
using domain::storage::Session;

/// In a schema of their own beside the live ones. Only what differs is put back: a story touches
/// few of its tables. Run by a session that fires no trigger, so that what is append-only can go.
constexpr auto restore_sql = R"(
    CREATE FUNCTION kept.restore() RETURNS void LANGUAGE plpgsql AS $body$
    DECLARE
        name TEXT;
        differs BOOLEAN;
    BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'kept' LOOP
            EXECUTE format('SELECT EXISTS (TABLE public.%1$I EXCEPT ALL TABLE kept.%1$I) '
                           'OR EXISTS (TABLE kept.%1$I EXCEPT ALL TABLE public.%1$I)', name)
               INTO differs;
            IF differs THEN
                EXECUTE format('DELETE FROM public.%I', name);
                EXECUTE format('INSERT INTO public.%1$I TABLE kept.%1$I', name);
            END IF;
        END LOOP;
    END $body$)";

constexpr auto copy_sql = R"(
    DO $body$
    DECLARE
        name TEXT;
    BEGIN
        FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('CREATE TABLE kept.%1$I AS TABLE public.%1$I', name);
        END LOOP;
    END $body$)";

} // namespace

/// One of the two databases.
struct Kept::Side {
    explicit Side(const std::string& url) : live(url)
    {
        if (live.starts_with("sqlite:")) {
            kept_file = live.substr(7) + ".kept";
            Session(live).execute("VACUUM INTO '" + kept_file + "'");
            Session once("sqlite:" + kept_file); // sets its journal's mode, for all copies
        } else {
            session = std::make_unique<Session>(live);
            session->execute("SET session_replication_role = replica");
            session->execute("CREATE SCHEMA kept");
            session->execute(copy_sql);
            session->execute(restore_sql);
        }
    }

    /// Where to play now.
    std::string restored()
    {
        if (session) {
            session->execute("SELECT kept.restore()");
            return live;
        }
        std::error_code none;
        for (const auto* more : {"", "-wal", "-shm"})
            std::filesystem::remove(played + more, none);
        played = kept_file + std::to_string(++plays);
        std::filesystem::copy_file(kept_file, played);
        return "sqlite:" + played;
    }

    std::string live, kept_file, played;
    int plays = 0;
    std::unique_ptr<Session> session;
};

Kept::Kept(Databases& databases)
    : data_(std::make_unique<Side>(databases.data)), keys_(std::make_unique<Side>(databases.keys))
{
    restore();
}

Kept::~Kept() = default;

bool Kept::stays() const
{
    return data_->session != nullptr;
}

void Kept::restore()
{
    data = data_->restored();
    keys = keys_->restored();
}

} // namespace tests
