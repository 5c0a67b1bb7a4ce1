#pragma once

#include <string>
#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/market/criteria.hpp"

namespace api::site::market {

/// One of the answers to a question of the search.
struct OptionView {
    std::string value{};
    frame::Sentence label{};
    bool is_chosen = false;
    void shown(frame::Dictionary& into) const;
};

/// What is wrong with one field, beside it and in the summary.
struct SearchFault {
    std::string field{}, words{};
    void shown(frame::Dictionary& into) const;
};

/// The questions of a search as they were answered, and what cannot be searched by.
struct SearchFormView {
    static constexpr std::string_view html = "market/search_form.html";

    Criteria criteria{};
    std::vector<SearchFault> faults{};
    void shown(frame::Dictionary& into) const;
};

/// "4,5 et plus": how a least rating is said; what is none of those on offer, as it was typed.
frame::Sentence rating_sentence(const std::string& min_rating, domain::Language language);

} // namespace api::site::market
