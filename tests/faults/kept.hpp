#pragma once

#include <functional>
#include <memory>
#include <string>

#include "tests/faults/picture.hpp"
#include "tests/support/databases.hpp"

namespace tests {

/// A story's two databases as it left them, to begin from again and again. On SQLite a copy of
/// the files is what gets played with; on PostgreSQL the databases themselves, put back from
/// copies of their tables.
class Kept {
public:
    explicit Kept(Databases& databases);
    ~Kept();
    Kept(const Kept&) = delete;
    Kept& operator=(const Kept&) = delete;

    /// Where to play: changes with every restore() on SQLite. Nobody may have it open then.
    std::string data, keys;

    /// Begins again.
    void restore();

    /// Whether it is played where it was the last time, so that somebody may go on looking.
    bool stays() const;

private:
    struct Side;
    std::unique_ptr<Side> data_, keys_;
};

} // namespace tests
