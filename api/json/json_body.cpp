#include "api/json/json_body.hpp"

#include <nlohmann/json.hpp>

#include <set>

#include "domain/core/refused.hpp"

namespace api {

namespace {

constexpr std::size_t depth_max = 32;

/// Looks before anything is built: a million nested brackets would be parsed happily, and
/// crash when written.
class Inspection : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override
    {
        keys_.emplace_back();
        return ++depth_ <= depth_max;
    }
    bool key(string_t& name) override { return keys_.back().insert(name).second; }
    bool end_object() override
    {
        keys_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return ++depth_ <= depth_max; }
    bool end_array() override
    {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override
    {
        return false;
    }

private:
    std::size_t depth_ = 0;
    std::vector<std::set<std::string>> keys_;
};

} // namespace

nlohmann::json parsed_body(std::string_view text)
{
    if (text.empty()) return nlohmann::json::object();
    const bool is_marked = text.starts_with("\xEF\xBB\xBF"); // RFC 8259, 8.1
    Inspection inspection;
    if (!is_marked && nlohmann::json::sax_parse(text, &inspection)) {
        auto body = nlohmann::json::parse(text, nullptr, false);
        if (body.is_object()) return body;
    }
    throw domain::Refused(domain::Refusal::malformed_request,
                          {"Le corps doit être un objet JSON valide (UTF-8 sans marque d'ordre, 32 "
                           "niveaux au plus, aucune clé répétée).",
                           "The body must be a valid JSON object (UTF-8 without a byte order mark, "
                           "at most 32 levels, no key twice)."});
}

} // namespace api
