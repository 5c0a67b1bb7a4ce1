#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/site/frame/href.hpp"
#include "api/site/frame/sentence.hpp"
#include "domain/core/refused.hpp"

namespace api::site::frame {

/// How a field is asked for, and what it becomes in the operation's JSON.
enum class Kind {
    text,      // a string
    email,     // a string
    telephone, // a string
    password,  // a string; never given back
    code,      // a string, digits; never given back
    lines,     // a string with line breaks
    texts,     // one a line: an array of strings
    number,    // an integer
    money,     // "45,50": {"amount": 4550, "currency": "EUR"}
    day,       // "2026-11-30"
    flag,      // a box to tick: true or false
    choice,    // one of `choices`, in a list
    options,   // one of `choices`, each to be seen
    several,   // any of `choices`: an array of strings
    hidden,    // a string that is sent along unseen
};

struct Choice {
    std::string value{};
    Sentence label{};
};

/// One field of a form.
struct Field {
    std::string name{}; // of the operation's JSON: "email", "address.city"
    Sentence label{};
    Kind kind = Kind::text;
    bool mandatory = false;
    std::string autocomplete{}; // WCAG 1.3.5: "username", "postal-code"; "" says "off"
    Sentence hint{};
    std::vector<Choice> choices{};
    Sentence group{}; // begins a group of fields with this heading
};

/// A form is a skin of one operation of the API: its fields become that operation's JSON.
struct Form {
    Href action{};
    Sentence button{};
    std::vector<Field> fields{};
    std::string id = "f"; // what the ids of its fields begin with: another for each form of a page
    bool clears = false;  // an empty field is sent as null: what stood there goes away
    bool is_dangerous = false; // how the button looks
    Sentence note{};           // before the button: the privacy notice, what it costs
    std::optional<Href> note_link{};
};

/// What was typed, by the field's name.
using Values = std::map<std::string, std::string, std::less<>>;

/// What a form holds when it is shown.
struct Filled {
    Values values{};
    std::string version{}; // of what is edited: its ETag without quotes, for If-Match
    std::string key{};     // its Idempotency-Key; "" makes one
    std::optional<domain::Refused> refusal{};   // why it came back
    std::optional<std::chrono::seconds> wait{}; // how long it is refused
};

/// The values of `form`'s fields in what an operation answered.
Values values_of(const Form& form, const nlohmann::json& view);

/// The JSON of what was posted, as the operation wants it. What cannot be read as its kind goes as
/// it was typed: the operation refuses it in its own words.
nlohmann::json body_of(const Form& form, const Values& posted);

} // namespace api::site::frame
