#include "ops/mangopay-sandbox/wire/wire.hpp"

#include <nlohmann/json.hpp>
#include <strings.h>

#include <algorithm>
#include <ctime>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"

namespace mangopay_sandbox {

using nlohmann::json;

namespace {

constexpr auto wrong_parameters =
    "One or several required parameters are missing or incorrect. An incorrect resource ID also "
    "raises this kind of error.";

/// No sum of amounts below this leaves int64.
constexpr std::int64_t amount_max = 1'000'000'000'000;

bool same_without_case(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

json parsed(const Call& call)
{
    if (call.body.empty()) return json::object();
    auto object = json::parse(call.body, nullptr, false);
    if (!object.is_object()) throw param_error({{"Body", "The body must be a JSON object"}});
    return object;
}

} // namespace

std::string http_date(std::int64_t seconds)
{
    const std::time_t time = seconds;
    std::tm parts{};
    gmtime_r(&time, &parts);
    char buffer[40];
    const auto length = std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {buffer, length};
}

const std::string& Call::capture(std::string_view name) const
{
    for (const auto& [key, value] : captured) {
        if (key == name) return value;
    }
    throw domain::Bug("the route captures what its operation asks for");
}

std::optional<std::string> Call::parameter(std::string_view name) const
{
    for (const auto& [key, value] : query) {
        if (same_without_case(key, name)) return value;
    }
    return {};
}

Answer answer(const json& body, int status)
{
    return {status, body.dump(), {}};
}

json shown(const json& document)
{
    json visible = json::object();
    for (const auto& [key, value] : document.items()) {
        if (!key.starts_with('_')) visible[key] = value;
    }
    return visible;
}

Rejected::Rejected(int status, std::string type, std::string message, Complaints complaints,
                   Spelling spelling)
    : type_(std::move(type)),
      message_(std::move(message)),
      complaints_(std::move(complaints)),
      spelling_(spelling)
{
    answer_.status = status;
}

Rejected::Rejected(Answer answer) : answer_(std::move(answer)) {}

Answer Rejected::answer(std::int64_t seconds) const
{
    if (type_.empty()) return answer_;
    const bool capital = spelling_ == Spelling::capital_errors;
    json errors = capital ? json::object() : json(nullptr);
    for (const auto& [field, message] : complaints_)
        errors[field] = message;
    return mangopay_sandbox::answer(
        {{"Message", message_},
         {"Type", type_},
         {"Id", domain::uuid_v4() + "#" + std::to_string(seconds)},
         {"Date", static_cast<double>(seconds)}, // a float on the wire: "1690291065.0"
         {capital ? "Errors" : "errors", errors}},
        answer_.status);
}

Rejected param_error(Complaints complaints, Spelling spelling)
{
    return {400, "param_error", wrong_parameters, std::move(complaints), spelling};
}

Rejected unknown_resource(std::string_view what, std::string_view id)
{
    return {404,
            "ressource_not_found",
            "The ressource does not exist",
            {{"RessourceNotFound", "Cannot found the ressource " + std::string(what) +
                                       " with the id=" + std::string(id)}}};
}

json shown(const Funds& funds)
{
    return {{"Currency", funds.currency}, {"Amount", funds.amount}};
}

Funds funds_of(const json& money)
{
    return {money.at("Currency").get<std::string>(), money.at("Amount").get<std::int64_t>()};
}

std::string text_of(const json& object, const char* key)
{
    const auto at = object.find(key);
    return at == object.end() || !at->is_string() ? "" : at->get<std::string>();
}

Fields::Fields(const Call& call, Spelling spelling) : Fields(parsed(call), spelling) {}

Fields::Fields(const json& object, Spelling spelling)
    : object_(std::make_unique<json>(object)), spelling_(spelling)
{
}

Fields::~Fields() = default;

const json* Fields::at(std::string_view path) const
{
    const json* value = object_.get();
    while (!path.empty()) {
        const auto dot = std::min(path.find('.'), path.size());
        if (!value->is_object()) return nullptr;
        const auto member = value->find(std::string(path.substr(0, dot)));
        if (member == value->end() || member->is_null()) return nullptr;
        value = &*member;
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return value;
}

std::string Fields::text(std::string_view path, Length length)
{
    if (!at(path)) {
        complain(path, spelling_ == Spelling::errors
                           ? "The " + std::string(path) + " field is required."
                           : "REQUIRED");
        return {};
    }
    return text_or(path, "", length);
}

std::string Fields::text_or(std::string_view path, std::string_view otherwise, Length length)
{
    const auto* value = at(path);
    if (!value) return std::string(otherwise);
    const bool old = spelling_ == Spelling::errors;
    if (!value->is_string()) {
        complain(path, old ? "The value is not a text" : "INVALID_FORMAT");
        return {};
    }
    const auto& text = value->get_ref<const std::string&>();
    if (text.size() < length.min) {
        complain(path,
                 old ? "The " + std::string(path) + " field is required." : "LENGTH_LESS_THAN_MIN");
    }
    if (text.size() > length.max) {
        complain(path, old ? "The field " + std::string(path) +
                                 " must be a string with a maximum length of " +
                                 std::to_string(length.max) + "."
                           : "LENGTH_GREATER_THAN_MAX");
    }
    return text;
}

std::string Fields::one_of(std::string_view path, std::initializer_list<std::string_view> allowed,
                           std::string_view otherwise)
{
    auto value = otherwise.empty() ? text(path) : text_or(path, otherwise);
    if (at(path) && std::ranges::find(allowed, value) == allowed.end()) {
        complain(path, spelling_ == Spelling::errors
                           ? "The requested value '" + value + "' was not found."
                           : "INVALID_FORMAT");
    }
    return value;
}

std::int64_t Fields::integer(std::string_view path)
{
    const auto* value = at(path);
    if (!value) {
        complain(path, "The " + std::string(path) + " field is required.");
        return 0;
    }
    if (!value->is_number_integer()) {
        complain(path, "The value is not a whole number");
        return 0;
    }
    return value->get<std::int64_t>();
}

bool Fields::flag(std::string_view path) const
{
    const auto* value = at(path);
    return value && value->is_boolean() && value->get<bool>();
}

Funds Fields::funds(std::string_view path, std::int64_t min)
{
    const std::string field(path);
    Funds funds{text(field + ".Currency", {3, 3}), integer(field + ".Amount")};
    if (funds.amount < min || funds.amount > amount_max) {
        complain(field + ".Amount", "The amount must be between " + std::to_string(min) + " and " +
                                        std::to_string(amount_max));
    }
    return funds;
}

void Fields::complain(std::string_view path, std::string_view message)
{
    for (const auto& [field, text] : complaints_) {
        if (field == path) return;
    }
    complaints_.emplace_back(path, message);
}

void Fields::finish() const
{
    if (!complaints_.empty()) throw param_error(complaints_, spelling_);
}

} // namespace mangopay_sandbox
