#pragma once

#include <optional>
#include <vector>

#include "api/site/account/edit.hpp"
#include "api/site/account/stale.hpp"
#include "api/site/account/surroundings.hpp"
#include "api/site/frame/form_view.hpp"

namespace api::site::account {

/// A field that is missing.
struct NamedFieldView {
    frame::Sentence field{};
    void shown(frame::Dictionary& into) const { into.sentence("FIELD", field); }
};

/// What is missing before a step.
struct LackView {
    frame::Sentence before{};
    std::vector<NamedFieldView> fields{};

    void shown(frame::Dictionary& into) const
    {
        into.sentence("BEFORE", before);
        into.each("FIELDS", fields);
    }
};

/// One of the pages on which an account says who it is.
struct EditView {
    static constexpr std::string_view html = "account/edit.html";

    frame::Sentence title{}, intro{};
    std::optional<ToldView> told{};
    bool warns = false; // of what another identity costs
    std::vector<LackView> lacks{};
    bool code_was_mailed = false;
    std::optional<StaleView> stale{};
    frame::FormView form{};

    void shown(frame::Dictionary& into) const
    {
        into.part("TRAIL", TrailView{title});
        into.maybe_part("TOLD", told);
        into.sentence("TITLE", title);
        into.sentence("INTRO", intro);
        into.when("WARNING", warns);
        into.each("LACKS", lacks);
        into.when("CODE_MAILED", code_was_mailed);
        into.maybe_part("STALE", stale);
        into.part("FORM", form);
    }
};

/// The page without its form: what it is about, and what is missing by what was read.
EditView edit_view(const Request& request, const EditPage& page, const nlohmann::json& read);

} // namespace api::site::account
