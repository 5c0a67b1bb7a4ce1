#include "invoicing/issuing/finding.hpp"

#include <algorithm>

#include "domain/core/words.hpp"

namespace invoicing::issuing {

namespace {

constexpr domain::Word<Look> words[] = {{Look::content, "content"}, {Look::file, "file"}};
constexpr domain::Words<Look> looks(words);

} // namespace

std::string_view name(Look look)
{
    return looks.name(look);
}

void Findings::add(Finding finding)
{
    std::erase_if(all_, [&](const Finding& earlier) {
        return earlier.look == finding.look && earlier.link.invoice_id == finding.link.invoice_id;
    });
    all_.push_back(std::move(finding));
}

bool Findings::has_news() const
{
    return std::ranges::any_of(all_, &Finding::is_news);
}

} // namespace invoicing::issuing
