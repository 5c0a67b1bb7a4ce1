#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/pipeline/response.hpp"
#include "api/site/frame/form.hpp"

namespace api::site::account {

/// What the fields of an account are asked by.
struct Asking {
    const App& app;
    domain::Language language;
    const Actor& actor;
    bool is_company;
};

/// What is still to be given before a step.
struct Lack {
    frame::Sentence before;
    std::vector<frame::Sentence> fields;
};

/// One of the pages on which an account says who it is: a skin of two operations, of which one
/// reads and one writes with the version that was read.
struct EditPage {
    std::string_view path, reads, writes;
    std::string_view title, intro; // keys of sentences
    bool clears = false;           // an empty field is sent as null
    std::vector<frame::Field> (*fields)(const Asking& asking) = nullptr;
    std::vector<Lack> (*lacks)(const nlohmann::json& read) = nullptr;
};

/// The form with what is stored.
Response show_edit(App& app, const Request& request, const EditPage& page);

/// Saves it. What Mangopay has verified and would change asks for consent and proof first; a stale
/// form comes back (412) with what is stored beside what was typed.
Response save_edit(App& app, const Request& request, const EditPage& page);

} // namespace api::site::account
