#include "api/site/account/stale.hpp"

#include <algorithm>

namespace api::site::account {

namespace {

std::string value_of(const frame::Values& values, const std::string& name)
{
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
}

/// As the form shows it: by the words of its choices where it has some.
frame::Sentence worded(const frame::Field& field, const std::string& value)
{
    if (value.empty()) return {"account_stale.nothing"};
    const auto choice = std::ranges::find(field.choices, value, &frame::Choice::value);
    if (choice != field.choices.end()) return choice->label;
    return {"account_stale.as_typed", {{"text", value}}};
}

} // namespace

StaleView compared(const frame::Form& form, const frame::Values& stored, const frame::Values& typed)
{
    StaleView view;
    for (const auto& field : form.fields) {
        const auto before = value_of(stored, field.name);
        const auto after = value_of(typed, field.name);
        if (before == after) continue;
        view.differences.push_back({field.label, worded(field, before), worded(field, after)});
    }
    return view;
}

} // namespace api::site::account
