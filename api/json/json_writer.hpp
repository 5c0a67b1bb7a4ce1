#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/crypto.hpp"
#include "domain/core/instant.hpp"
#include "domain/core/money.hpp"

namespace api {

/// Appends JSON (RFC 8259) as it goes: for the answers that are read most, where a tree of values
/// would cost more than the database. Everything else is built with nlohmann::json.
///
/// Texts are UTF-8, as the database keeps them. The caller closes what it opens and gives every
/// member of an object a name.
class JsonWriter {
public:
    JsonWriter();

    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }

    JsonWriter& name(std::string_view name); // of a member: nothing in it needs escaping
    JsonWriter& value(std::string_view text);
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(domain::Money amount); // {"amount": minor units, "currency": "EUR"}
    JsonWriter& value(domain::Instant instant);
    JsonWriter& null();

    /// A text that is JSON already, such as a stored list.
    JsonWriter& json(std::string_view text);

    template <typename T>
    JsonWriter& value(const std::optional<T>& maybe)
    {
        return maybe ? value(*maybe) : null();
    }

    template <typename T>
    JsonWriter& member(std::string_view called, const T& held)
    {
        return name(called).value(held);
    }

    std::string take() { return std::move(text_); }

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    void separate();
    void append_quoted(std::string_view text);

    std::string text_;
    bool is_first_ = true;
};

/// {"items": [...], "next": cursor or null}: each item as `write(writer, item)` writes it; `next`
/// is the sort value of the last one, or nothing on the last page.
template <typename Items, typename Write>
std::string page_text(const Items& items, const std::optional<std::string>& next,
                      const Write& write)
{
    JsonWriter writer;
    writer.begin_object().name("items").begin_array();
    for (const auto& item : items)
        write(writer, item);
    writer.end_array().member("next", next ? std::optional(domain::to_base64(*next)) : next);
    return writer.end_object().take();
}

} // namespace api
