#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "domain/storage/pool.hpp"
#include "domain/storage/transaction.hpp"

namespace domain::storage {

/// A database: "sqlite:PATH" or a libpq URI. SQLite has one writer at a time, and its units
/// of work queue for it fairly; PostgreSQL runs READ COMMITTED, and use cases that touch a
/// counter, a conversation, a chain head or the ledger lock their rows, always in the order
/// account → request → quote → order → conversation → ledger account → invoice series.
class Database {
public:
    /// `read_url` may name a replica for read(); empty means the same database.
    Database(const std::string& url, const std::string& read_url, std::size_t sessions, Clock clock,
             vault::Vault& vault);

    /// Runs `work(tx)` and commits; any exception rolls back. A lost race or a connection
    /// lost before COMMIT runs `work` again, so it must touch nothing but `tx`.
    template <typename Work>
    auto transaction(Work&& work) -> std::invoke_result_t<Work&, Transaction&>
    {
        return perform(Mode::write, std::forward<Work>(work));
    }

    /// Runs `work(tx)` for reading only: no lock, no commit, possibly on the replica.
    template <typename Work>
    auto read(Work&& work) -> std::invoke_result_t<Work&, Transaction&>
    {
        return perform(Mode::read, std::forward<Work>(work));
    }

    /// The same, but never on the replica: for what must be right at once, such as whether a
    /// session has ended.
    template <typename Work>
    auto read_latest(Work&& work) -> std::invoke_result_t<Work&, Transaction&>
    {
        return perform(Mode::read_latest, std::forward<Work>(work));
    }

    Dialect dialect() const { return dialect_; }
    bool has_replica() const { return replica_ != nullptr; }
    Instant now() const { return clock_(); }

    /// From its next unit of work on `tripwire` stands before every statement; null takes it away.
    void watch(Tripwire* tripwire) { tripwire_ = tripwire; }

    /// How often a unit of work had to be run again, since the start.
    std::uint64_t retries() const { return retries_; }

    /// False from the moment the disk refuses a write until one of 256 KiB, tried here at most
    /// once a second, finds room: with nothing else to write, nobody would notice otherwise.
    bool has_room();

private:
    enum class Mode : std::uint8_t { write, read, read_latest };

    template <typename Work>
    auto perform(Mode mode, Work&& work) -> std::invoke_result_t<Work&, Transaction&>
    {
        using Result = std::invoke_result_t<Work&, Transaction&>;
        if constexpr (std::is_void_v<Result>) {
            attempt(mode, [&](Transaction& tx) { work(tx); });
        } else {
            std::optional<Result> result;
            attempt(mode, [&](Transaction& tx) { result.emplace(work(tx)); });
            return std::move(*result);
        }
    }

    void attempt(Mode mode, const std::function<void(Transaction&)>& work);
    static bool only_reads(Mode mode) { return mode == Mode::read || mode == Mode::read_latest; }
    void once(Mode mode, Session& session, const std::function<void(Transaction&)>& work);

    Clock clock_;
    vault::Vault& vault_;
    Dialect dialect_;
    Pool pool_;
    std::unique_ptr<Pool> replica_;
    Turnstile turnstile_;
    Tripwire* tripwire_ = nullptr;
    std::atomic<std::uint64_t> retries_ = 0;
    std::atomic<bool> is_full_ = false;
    std::mutex probing_;
    std::chrono::steady_clock::time_point probed_;
};

} // namespace domain::storage

namespace domain {
using storage::Database;
}
