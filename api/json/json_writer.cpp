#include "api/json/json_writer.hpp"

#include <array>
#include <charconv>

namespace api {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

/// What follows the backslash; 0 for what needs none, 'u' for the other control characters.
constexpr char escape_of(unsigned char c)
{
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return c < 0x20 ? 'u' : '\0';
    }
}

constexpr auto escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table.at(c) = escape_of(static_cast<unsigned char>(c));
    return table;
}();

} // namespace

JsonWriter::JsonWriter()
{
    constexpr std::size_t usual_answer = 4096;
    text_.reserve(usual_answer);
}

JsonWriter& JsonWriter::name(std::string_view name)
{
    text_.append(is_first_ ? "\"" : ",\"");
    text_.append(name);
    text_.append("\":");
    is_first_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    separate();
    append_quoted(text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return json({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

JsonWriter& JsonWriter::value(domain::Money amount)
{
    return begin_object()
        .member("amount", amount.minor())
        .member("currency", domain::code(amount.currency()))
        .end_object();
}

JsonWriter& JsonWriter::value(domain::Instant instant)
{
    return value(std::string_view(domain::to_text(instant)));
}

JsonWriter& JsonWriter::null()
{
    return json("null");
}

JsonWriter& JsonWriter::json(std::string_view text)
{
    separate();
    text_ += text;
    return *this;
}

JsonWriter& JsonWriter::open(char bracket)
{
    separate();
    text_ += bracket;
    is_first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    text_ += bracket;
    is_first_ = false;
    return *this;
}

void JsonWriter::separate()
{
    if (!is_first_) text_ += ',';
    is_first_ = false;
}

void JsonWriter::append_quoted(std::string_view text)
{
    text_ += '"';
    std::size_t plain = 0; // where the run that needs no escape began
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto code = static_cast<unsigned char>(text[at]);
        const char letter = escapes[code];
        if (letter == '\0') continue;
        text_.append(text, plain, at - plain);
        text_ += '\\';
        text_ += letter;
        if (letter == 'u') {
            text_ += "00";
            text_ += hex_digits[code >> 4];
            text_ += hex_digits[code & 0xF];
        }
        plain = at + 1;
    }
    text_.append(text, plain);
    text_ += '"';
}

} // namespace api
