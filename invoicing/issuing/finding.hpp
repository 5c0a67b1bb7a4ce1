#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "invoicing/issuing/damage.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::issuing {

enum class Look : std::uint8_t {
    content, // at link, columns, record and XML
    file     // at the PDF
};

std::string_view name(Look look); // "content"

/// What one look at a document found.
struct Finding {
    Link link; // of the document: what of it is trusted
    Look look = Look::content;
    std::vector<Damage> damages{}; // empty: what was looked at is whole
    bool is_remade = false;        // yet it is given out, made again from the frozen record
    bool is_news = false;          // not what is kept of it
};

/// What a reading found damaged, and what it found whole again: to be kept once its unit of work is
/// over, since most only read.
class Findings {
public:
    /// The last look at the same counts.
    void add(Finding finding);

    const std::vector<Finding>& all() const { return all_; }
    bool has_news() const;

private:
    std::vector<Finding> all_;
};

} // namespace invoicing::issuing
