#include "api/json/reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "domain/core/text.hpp"

namespace api {

using namespace domain;

struct Reader::Complaints {
    std::vector<FieldError> all;
};

namespace {

/// Of what is dated here: people, whose birth may be earlier, have a rule of their own.
constexpr Day first_day{std::chrono::year{2000}, std::chrono::January, std::chrono::day{1}};

const nlohmann::json empty_object = nlohmann::json::object();

Say missing()
{
    return {"Ce champ est obligatoire.", "This field is mandatory."};
}

Say out_of_range(std::int64_t least, std::int64_t most)
{
    const auto range = std::to_string(least) + "–" + std::to_string(most);
    return {"Un nombre entier est attendu, dans " + range + ".",
            "A whole number is expected, within " + range + "."};
}

} // namespace

Reader::Reader(const nlohmann::json& object)
    : object_(object), complaints_(std::make_shared<Complaints>())
{
}

Reader::Reader(const nlohmann::json& object, std::string path,
               std::shared_ptr<Complaints> complaints)
    : object_(object), path_(std::move(path)), complaints_(std::move(complaints))
{
}

Reader::~Reader() = default;

std::string Reader::path_of(std::string_view field) const
{
    return path_.empty() ? std::string(field) : path_ + "." + std::string(field);
}

void Reader::complain(std::string_view field, Say message)
{
    complaints_->all.push_back({path_of(field), std::move(message)});
}

void Reader::complain_of(const std::vector<FieldError>& wrong)
{
    const auto before = complaints_->all;
    for (const auto& one : wrong) {
        const bool is_known = std::ranges::any_of(before, [&](const FieldError& known) {
            return one.field == known.field || one.field.starts_with(known.field + ".");
        });
        if (!is_known) complaints_->all.push_back(one);
    }
}

const nlohmann::json* Reader::find(std::string_view field)
{
    known_.emplace(field);
    const auto found = object_.find(field);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

bool Reader::has(std::string_view field) const
{
    const auto found = object_.find(field);
    return found != object_.end() && !found->is_null();
}

std::optional<std::string> Reader::maybe_text(std::string_view field, Bounds bounds)
{
    const auto* value = find(field);
    if (value == nullptr) return {};
    if (!value->is_string()) {
        complain(field, {"Un texte est attendu.", "A text is expected."});
        return {};
    }
    auto text = clean_text(value->get_ref<const std::string&>(), bounds.lines);
    if (!text) {
        complain(
            field,
            {"Ce texte contient des caractères interdits (caractères de contrôle ou invisibles).",
             "This text has forbidden characters (control or invisible characters)."});
        return {};
    }
    const auto length = length_of(*text);
    if (length < bounds.least || length > bounds.most) {
        const auto range = std::to_string(bounds.least) + "–" + std::to_string(bounds.most);
        complain(field, {"La longueur doit être de " + range + " caractères.",
                         "The length must be " + range + " characters."});
        return {};
    }
    return text;
}

std::string Reader::text(std::string_view field, Bounds bounds)
{
    if (find(field) == nullptr) {
        complain(field, missing());
        return {};
    }
    return maybe_text(field, bounds).value_or("");
}

std::optional<std::int64_t> Reader::maybe_integer(std::string_view field, std::int64_t least,
                                                  std::int64_t most)
{
    const auto* value = find(field);
    if (value == nullptr) return {};
    if (!value->is_number_integer() || value->get<std::int64_t>() < least ||
        value->get<std::int64_t>() > most) {
        complain(field, out_of_range(least, most));
        return {};
    }
    return value->get<std::int64_t>();
}

std::int64_t Reader::integer(std::string_view field, std::int64_t least, std::int64_t most)
{
    if (find(field) == nullptr) complain(field, missing());
    return maybe_integer(field, least, most).value_or(least);
}

bool Reader::flag(std::string_view field, bool otherwise)
{
    const auto* value = find(field);
    if (value == nullptr) return otherwise;
    if (!value->is_boolean()) {
        complain(field, {"true ou false est attendu.", "true or false is expected."});
        return otherwise;
    }
    return value->get<bool>();
}

std::optional<std::string> Reader::maybe_choice(std::string_view field,
                                                const std::vector<std::string_view>& allowed)
{
    const auto* value = find(field);
    if (value == nullptr) return {};
    if (value->is_string()) {
        auto chosen = value->get<std::string>();
        if (std::ranges::find(allowed, chosen) != allowed.end()) return chosen;
    }
    std::string list;
    for (const auto word : allowed)
        list += (list.empty() ? "" : ", ") + std::string(word);
    complain(field, {"Une de ces valeurs est attendue : " + list + ".",
                     "One of these values is expected: " + list + "."});
    return {};
}

std::string Reader::choice(std::string_view field, const std::vector<std::string_view>& allowed)
{
    if (find(field) == nullptr) complain(field, missing());
    return maybe_choice(field, allowed).value_or(std::string(allowed.front()));
}

std::optional<Day> Reader::maybe_day(std::string_view field)
{
    const auto* value = find(field);
    if (value == nullptr) return {};
    const auto day = value->is_string() ? parse_day(value->get<std::string>()) : std::nullopt;
    if (day && *day >= first_day) return day;
    complain(field, {"Une date à partir de 2000-01-01 est attendue, comme 2026-11-30.",
                     "A date from 2000-01-01 on is expected, such as 2026-11-30."});
    return {};
}

std::optional<Money> Reader::maybe_money(std::string_view field, std::int64_t least,
                                         std::int64_t most)
{
    if (find(field) == nullptr) return {};
    std::optional<std::int64_t> amount;
    object(field, [&](Reader& money) {
        amount = money.integer("amount", least, most);
        money.choice("currency", {"EUR"});
    });
    return amount ? std::optional(eur(*amount)) : std::nullopt;
}

Money Reader::money(std::string_view field, std::int64_t least, std::int64_t most)
{
    if (find(field) == nullptr) complain(field, missing());
    return maybe_money(field, least, most).value_or(eur(least));
}

std::vector<std::string> Reader::texts(std::string_view field, std::size_t most, Bounds each)
{
    const auto* value = find(field);
    std::vector<std::string> result;
    if (value == nullptr) return result;
    if (!value->is_array() || value->size() > most) {
        const auto limit = std::to_string(most);
        complain(field, {"Une liste d'au plus " + limit + " textes est attendue.",
                         "A list of at most " + limit + " texts is expected."});
        return result;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        const nlohmann::json wrapped = {{"text", (*value)[i]}};
        Reader one(wrapped, path_of(field) + "[" + std::to_string(i) + "]", complaints_);
        result.push_back(one.text("text", each));
    }
    return result;
}

bool Reader::object(std::string_view field, const std::function<void(Reader&)>& read)
{
    const auto* value = find(field);
    if (value == nullptr) return false;
    if (!value->is_object()) {
        complain(field, {"Un objet est attendu.", "An object is expected."});
        return false;
    }
    Reader inner(*value, path_of(field), complaints_);
    read(inner);
    inner.unknown_fields();
    return true;
}

void Reader::list(std::string_view field, std::size_t least, std::size_t most,
                  const std::function<void(Reader&)>& read)
{
    const auto* value = find(field);
    const std::size_t count = value != nullptr && value->is_array() ? value->size() : 0;
    const bool wrong = (value != nullptr && !value->is_array()) || count < least || count > most;
    if (wrong) {
        const auto range = std::to_string(least) + "–" + std::to_string(most);
        return complain(field, {"Une liste de " + range + " éléments est attendue.",
                                "A list of " + range + " items is expected."});
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto& item = (*value)[i];
        Reader inner(item.is_object() ? item : empty_object,
                     path_of(field) + "[" + std::to_string(i) + "]", complaints_);
        read(inner);
        inner.unknown_fields();
    }
}

void Reader::unknown_fields()
{
    for (const auto& [field, _] : object_.items()) {
        if (known_.contains(field)) continue;
        complain(field, {"Ce champ n'existe pas ici.", "There is no such field here."});
    }
}

void Reader::finish()
{
    unknown_fields();
    if (complaints_->all.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"Certains champs sont à corriger.", "Some fields need correcting."},
                  complaints_->all);
}

} // namespace api
