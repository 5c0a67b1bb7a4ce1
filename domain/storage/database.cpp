#include "domain/storage/database.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "domain/core/crypto.hpp"
#include "domain/storage/failures.hpp"

namespace domain::storage {

namespace {

constexpr int attempts_max = 8;
constexpr int reconnections_max = 3;
// With whatever makes a unit of work run again. A busy SQLite file has been waited for already.
constexpr std::chrono::seconds patience{4};
constexpr std::chrono::seconds patience_queued{1};

/// Full jitter, doubling: lost races find different moments to try again.
void pause_before(int attempt)
{
    const auto roof = std::uint64_t{1000} << std::min(attempt, 7); // microseconds
    std::uint64_t chance = 0;
    for (const char c : random_bytes(4))
        chance = chance << 8 | static_cast<unsigned char>(c);
    std::this_thread::sleep_for(std::chrono::microseconds(chance % roof));
}

/// Leases a session, and waits for the writer's turn where there is only one writer.
class Lease {
public:
    Lease(Pool& pool, Turnstile* turnstile)
        : pool_(pool), session_(pool.lease()), turnstile_(turnstile)
    {
        try {
            if (turnstile_ != nullptr) turnstile_->enter();
        } catch (...) {
            pool_.give_back(std::move(session_));
            throw;
        }
    }
    ~Lease()
    {
        if (turnstile_ != nullptr) turnstile_->leave();
        pool_.give_back(std::move(session_));
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Session& session() { return *session_; }

private:
    Pool& pool_;
    std::unique_ptr<Session> session_;
    Turnstile* turnstile_;
};

/// Inside a handler: goes on when there may be another attempt and there is time for one.
void rethrow_unless(bool may_try_again, std::chrono::steady_clock::time_point until)
{
    if (!may_try_again || std::chrono::steady_clock::now() >= until) throw;
}

void roll_back(Session& session)
{
    try {
        session.roll_back();
    } catch (...) {
        session.drop(); // the next user of this session connects anew
    }
}

} // namespace

Database::Database(const std::string& url, const std::string& read_url, std::size_t sessions,
                   Clock clock, vault::Vault& vault)
    : clock_(std::move(clock)),
      vault_(vault),
      dialect_(url.starts_with("sqlite:") ? Dialect::sqlite : Dialect::postgresql),
      pool_(url, sessions)
{
    if (!read_url.empty()) replica_ = std::make_unique<Pool>(read_url, sessions);
}

void Database::attempt(Mode mode, const std::function<void(Transaction&)>& work)
{
    const bool queued = dialect_ == Dialect::sqlite && !only_reads(mode);
    auto& pool = mode == Mode::read && replica_ ? *replica_ : pool_;
    const auto until = std::chrono::steady_clock::now() + (queued ? patience_queued : patience);
    for (int number = 1;; ++number) {
        try {
            Lease lease(pool, queued ? &turnstile_ : nullptr);
            return once(mode, lease.session(), work);
        } catch (const LostRace&) {
            rethrow_unless(number < attempts_max, until);
        } catch (const Disconnected&) {
            rethrow_unless(number < reconnections_max, until);
        } catch (const StorageFull&) {
            is_full_ = true;
            throw;
        }
        ++retries_;
        pause_before(number);
    }
}

bool Database::has_room()
{
    if (!is_full_) return true;
    const std::lock_guard lock(probing_);
    const auto now = std::chrono::steady_clock::now();
    if (!is_full_ || now - probed_ < std::chrono::seconds(1)) return !is_full_;
    probed_ = now;
    is_full_ = false; // unless one of these, or anybody's write meanwhile, is refused
    constexpr std::size_t size = 256UL * 1024;
    try {
        for (const auto& filler : {to_hex(random_bytes(size / 2)), std::string()}) {
            transaction([&](Transaction& tx) {
                tx.run("INSERT INTO room_probe (id, filler) VALUES (1, :filler) "
                       "ON CONFLICT (id) DO UPDATE SET filler = excluded.filler",
                       filler);
            });
        }
    } catch (const StorageFull&) {
        return false;
    }
    return !is_full_;
}

void Database::once(Mode mode, Session& session, const std::function<void(Transaction&)>& work)
{
    session.watch(tripwire_);
    Transaction tx(session, clock_(), vault_);
    // Reads on PostgreSQL see a snapshot per statement either way: two round trips saved.
    const bool bare = only_reads(mode) && dialect_ == Dialect::postgresql;
    try {
        if (bare) {
            work(tx);
            return tx.settle();
        }
        // BEGIN IMMEDIATE takes the write lock up front: two readers never deadlock upgrading.
        const bool immediate = dialect_ == Dialect::sqlite && !only_reads(mode);
        session.execute(immediate ? "BEGIN IMMEDIATE" : "BEGIN");
        work(tx);
        tx.settle();
    } catch (const Disconnected&) {
        session.drop();
        throw;
    } catch (...) {
        if (!bare) roll_back(session);
        throw;
    }
    try {
        session.execute("COMMIT");
    } catch (const Disconnected& gone) {
        session.drop();
        throw CommitUnknown(gone.what());
    } catch (...) {
        roll_back(session);
        throw;
    }
}

} // namespace domain::storage
