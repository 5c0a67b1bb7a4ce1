#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "api/site/frame/dictionary.hpp"

namespace api::site::account {

/// One thing between two members, in a list or on its page: what it is, how far.
struct DealingView {
    frame::Href where{};
    frame::Sentence title{};
    frame::Sentence state{};
    std::optional<domain::Money> amount{};
    std::string words{}; // somebody's own

    void shown(frame::Dictionary& into) const;
};

/// One of the lists of a kind: the parameter that asks for it, "" where there is but one.
struct Variant {
    std::string_view parameter{}, value{};
};

/// A kind of thing between two members, and the operations that show it.
struct Dealing {
    std::string_view path;   // "/orders"
    std::string_view lists;  // "list_orders"
    std::string_view shows;  // "show_order"; "" where the API has no such operation
    std::string_view plural; // "orders": account_dealing.orders, account_dealing.orders_none
    std::array<Variant, 2> variants{};
    DealingView (*view)(const nlohmann::json& answer, domain::Language language) = nullptr;

    /// Its name, or what ends so: words("_none").
    frame::Sentence words(std::string_view ending = "") const;
};

/// Every kind there is.
std::span<const Dealing> dealings();

} // namespace api::site::account
