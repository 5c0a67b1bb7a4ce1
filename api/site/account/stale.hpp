#pragma once

#include <vector>

#include "api/site/frame/dictionary.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::account {

/// A field whose stored value is another than the typed one.
struct DifferenceView {
    frame::Sentence field{}, stored{}, typed{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("FIELD", field);
        into.sentence("STORED", stored);
        into.sentence("TYPED", typed);
    }
};

/// What was changed elsewhere while a form was being filled, beside what was typed.
struct StaleView {
    static constexpr std::string_view html = "account/stale.html";

    std::vector<DifferenceView> differences{};

    void shown(frame::Dictionary& into) const
    {
        into.when("DIFFERS", !differences.empty());
        into.each("DIFFERENCES", differences);
        into.when("SAME", differences.empty());
    }
};

StaleView compared(const frame::Form& form, const frame::Values& stored,
                   const frame::Values& typed);

} // namespace api::site::account
