#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "domain/storage/tripwire.hpp"

namespace tests {

/// How a statement fails. The first two can be mended by running the unit of work again, the
/// others cannot; after the last, nobody knows that it was done.
enum class Failure : std::uint8_t {
    raced,   // a lost race, once
    cut,     // the connection goes, once
    refused, // an error that nothing mends, once
    dead,    // from here on nothing reaches the databases: the process, or they, went away
    unheard, // a COMMIT is carried out, and its answer lost
};
inline constexpr std::array all_failures = {Failure::raced, Failure::cut, Failure::refused,
                                            Failure::dead, Failure::unheard};

std::string_view name(Failure failure);

/// Stands before the statements of both databases, counted together, and has the n-th one fail;
/// for `unheard` the n-th COMMIT.
class Fault {
public:
    /// One that only counts.
    Fault() = default;
    Fault(Failure failure, std::int64_t at) : failure_(failure), at_(at) {}
    Fault(const Fault&) = delete;
    Fault& operator=(const Fault&) = delete;

    domain::storage::Tripwire* data() { return &data_; }
    domain::storage::Tripwire* keys() { return &keys_; }

    /// Called after each COMMIT of the data.
    std::function<void()> committed = [] {};

    std::int64_t seen() const { return seen_; }
    std::int64_t commits() const { return commits_; }
    bool has_struck() const { return struck_; }
    bool struck_commit() const { return sql_ == "COMMIT"; }
    const std::string& sql() const { return sql_; } // of the statement that failed first

private:
    class Side : public domain::storage::Tripwire {
    public:
        Side(Fault& fault, bool is_data) : fault_(fault), is_data_(is_data) {}
        void before(std::string_view sql) override { fault_.before(sql); }
        void after(std::string_view sql) override { fault_.after(sql, is_data_); }

    private:
        Fault& fault_;
        bool is_data_;
    };

    void before(std::string_view sql);
    void after(std::string_view sql, bool is_data);

    Failure failure_ = Failure::refused;
    std::int64_t at_ = 0;
    std::atomic<std::int64_t> seen_ = 0, commits_ = 0;
    std::atomic<bool> struck_ = false;
    std::string sql_;
    Side data_{*this, true}, keys_{*this, false};
};

} // namespace tests
