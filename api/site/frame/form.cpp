#include "api/site/frame/form.hpp"

#include <algorithm>
#include <charconv>

#include "api/site/frame/amount.hpp"

namespace api::site::frame {

using nlohmann::json;

namespace {

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const auto end = line.find_last_not_of(" \r");
        if (end != line.npos) lines.emplace_back(line.substr(0, end + 1));
    }
    return lines;
}

json number_of(const std::string& typed)
{
    std::int64_t number = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return typed;
    return number;
}

json money_of(const std::string& typed)
{
    const auto cents = cents_of(typed);
    if (!cents) return typed;
    return {{"amount", *cents}, {"currency", "EUR"}};
}

/// The value that `field` has in the JSON; null for an empty one.
json value_of(const Field& field, const std::string& typed)
{
    if (field.kind == Kind::flag) return !typed.empty();
    if (field.kind == Kind::texts || field.kind == Kind::several) return lines_of(typed);
    if (typed.empty()) return nullptr;
    if (field.kind == Kind::number) return number_of(typed);
    if (field.kind == Kind::money) return money_of(typed);
    return typed;
}

/// "address.city" as the JSON pointer "/address/city".
json::json_pointer pointer_to(const std::string& name)
{
    std::string path = "/" + name;
    std::ranges::replace(path, '.', '/');
    return json::json_pointer(path);
}

std::string shown_of(const Field& field, const json& value)
{
    if (value.is_null()) return {};
    if (value.is_boolean()) return value.get<bool>() ? "true" : "";
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    if (value.is_string()) return value.get<std::string>();
    if (field.kind == Kind::money && value.is_object()) return decimal_of(value.at("amount"));
    std::string lines;
    if (!value.is_array()) return lines;
    for (const auto& line : value)
        lines += (lines.empty() ? "" : "\n") + line.get<std::string>();
    return lines;
}

} // namespace

Values values_of(const Form& form, const json& view)
{
    Values values;
    for (const auto& field : form.fields) {
        const auto pointer = pointer_to(field.name);
        if (view.contains(pointer)) values[field.name] = shown_of(field, view.at(pointer));
    }
    return values;
}

json body_of(const Form& form, const Values& posted)
{
    auto body = json::object();
    for (const auto& field : form.fields) {
        const auto found = posted.find(field.name);
        auto value = value_of(field, found == posted.end() ? "" : found->second);
        if (value.is_null() && !form.clears) continue;
        body[pointer_to(field.name)] = std::move(value);
    }
    return body;
}

} // namespace api::site::frame
