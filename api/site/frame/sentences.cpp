#include "api/site/frame/sentences.hpp"

#include <nlohmann/json.hpp>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <set>

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/core/words.hpp"

namespace api::site::frame {

using namespace domain;

namespace {

constexpr std::string_view folder = "site/";
constexpr std::string_view ending = ".json";
constexpr std::string_view brand_argument = "brand";

icu::UnicodeString wide(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string narrow(const icu::UnicodeString& text)
{
    std::string out;
    return text.toUTF8String(out);
}

icu::Formattable formattable(const Argument& argument)
{
    if (const auto* number = std::get_if<std::int64_t>(&argument))
        return icu::Formattable(static_cast<int64_t>(*number));
    return icu::Formattable(wide(std::get<std::string>(argument)));
}

/// The names of its arguments, those within plurals too. Throws with what is wrong.
std::set<std::string> arguments_of(const std::string& text)
{
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    const auto pattern = wide(text);
    const icu::MessagePattern parsed(pattern, &where, status);
    if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    std::set<std::string> names;
    for (int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NUMBER)
            throw std::runtime_error("an argument has a number instead of a name");
        if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
            names.insert(narrow(parsed.getSubstring(part)));
    }
    // ICU takes it for a quotation mark: what is in braces would stand there as it is.
    if (text.find("'{") != text.npos)
        throw std::runtime_error("an apostrophe stands before a brace: write ’");
    return names;
}

} // namespace

/// One message in one language. Formatting shares nothing that is not made once at start.
class Spoken {
public:
    Spoken(Language language, const std::string& text)
        : arguments_(arguments_of(text)),
          format_(wide(text), icu::Locale(std::string(name(language)).c_str()), status_)
    {
        if (U_FAILURE(status_) != 0) throw std::runtime_error(u_errorName(status_));
        // ICU makes the parts it needs the first time, and not for several threads at once.
        std::vector<std::pair<std::string, Argument>> examples;
        examples.reserve(std::size(arguments_));
        for (const auto& argument : arguments_)
            examples.emplace_back(argument, Argument(std::int64_t{1}));
        said(examples);
    }

    const std::set<std::string>& arguments() const { return arguments_; }

    std::string said(const std::vector<std::pair<std::string, Argument>>& given) const
    {
        std::vector<icu::UnicodeString> names;
        std::vector<icu::Formattable> values;
        for (const auto& [name, value] : given) {
            names.push_back(wide(name));
            values.push_back(formattable(value));
        }
        for (const auto& needed : arguments_) {
            const bool is_given = std::ranges::any_of(
                given, [&](const auto& argument) { return argument.first == needed; });
            check(is_given, "a sentence is given all its arguments");
        }
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString out;
        format_.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out,
                       status);
        check(U_SUCCESS(status) != 0, "a sentence takes its arguments");
        return narrow(out);
    }

private:
    UErrorCode status_ = U_ZERO_ERROR;
    std::set<std::string> arguments_;
    icu::MessageFormat format_;
};

struct Sentences::Message {
    std::array<std::unique_ptr<Spoken>, domain::values_of<Language>().size()> spoken{};
    std::array<std::string, domain::values_of<Language>().size()>
        fixed{}; // where only the brand is said

    bool needs_arguments() const
    {
        auto names = spoken[0]->arguments();
        names.erase(std::string(brand_argument));
        return !names.empty();
    }
};

namespace {

/// The two languages of `text`; throws with what is wrong.
template <typename Message>
std::unique_ptr<Message> message_of(const nlohmann::json& text, const std::string& brand)
{
    auto message = std::make_unique<Message>();
    if (!text.is_object() || text.size() != domain::values_of<Language>().size())
        throw std::runtime_error("it has each language once, and nothing else");
    for (const auto language : domain::values_of<Language>()) {
        const auto at = static_cast<std::size_t>(language);
        const auto said = text.at(std::string(name(language))).template get<std::string>();
        if (said.empty()) throw std::runtime_error("it says nothing");
        message->spoken.at(at) = std::make_unique<Spoken>(language, said);
        if (message->spoken.at(at)->arguments() != message->spoken[0]->arguments())
            throw std::runtime_error("its languages need different arguments");
    }
    if (message->needs_arguments()) return message;
    for (std::size_t i = 0; i < message->spoken.size(); ++i)
        message->fixed.at(i) = message->spoken.at(i)->said({{std::string(brand_argument), brand}});
    return message;
}

/// An argument of `replacing` that nobody gives, since `replaced` does not have it; "" for none.
template <typename Message>
std::string surplus_in(const Message& replacing, const Message& replaced)
{
    for (const auto& argument : replacing.spoken[0]->arguments()) {
        if (argument != brand_argument && !replaced.spoken[0]->arguments().contains(argument))
            return argument;
    }
    return {};
}

/// Calls `look(key, text)` for every sentence in files of ours or the operator's.
template <typename Look>
void for_every_sentence(const Sentences::Texts& texts, std::vector<std::string>& faults,
                        const Look& look)
{
    for (const auto& [path, text] : texts) {
        if (!path.starts_with(folder) || !path.ends_with(ending)) continue;
        const auto name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
        try {
            const auto file = nlohmann::json::parse(text);
            for (const auto& [key, value] : file.items())
                look(name + "." + key, value);
        } catch (const nlohmann::json::exception& failure) {
            faults.push_back(path + ": " + failure.what());
        }
    }
}

} // namespace

void Sentences::take(const std::string& key, std::unique_ptr<Message> message, bool is_ours)
{
    const auto known = messages_.find(key);
    if (!is_ours && known == messages_.end())
        throw std::runtime_error("there is no such sentence to replace");
    const auto surplus = is_ours ? "" : surplus_in(*message, *known->second);
    if (!surplus.empty()) throw std::runtime_error("nobody gives it {" + surplus + "}");
    messages_[key] = std::move(message);
}

Sentences::Sentences(const Texts& ours, const Texts& operators, std::string brand)
    : brand_(std::move(brand))
{
    std::string all;
    const auto take_from = [&](const Texts& texts, bool is_ours) {
        for_every_sentence(texts, faults_, [&](const auto& key, const nlohmann::json& text) {
            try {
                take(key, message_of<Message>(text, brand_), is_ours);
                all += key + text.dump();
            } catch (const std::exception& failure) {
                faults_.push_back("sentence " + key + ": " + failure.what());
            }
        });
    };
    take_from(ours, true);
    take_from(operators, false);
    constexpr std::size_t digits = 16;
    hash_ = fingerprint(all).substr(0, digits);
}

Sentences::~Sentences() = default;

std::string Sentences::in(Language language, const Sentence& sentence) const
{
    const auto found = messages_.find(sentence.key);
    if (found == messages_.end()) throw Bug("there is no sentence " + sentence.key);
    const auto at = static_cast<std::size_t>(language);
    const auto& message = *found->second;
    if (!message.fixed.at(at).empty()) return message.fixed.at(at);
    auto arguments = sentence.arguments;
    arguments.emplace_back(brand_argument, brand_);
    return message.spoken.at(at)->said(arguments);
}

bool Sentences::has(std::string_view key) const
{
    return messages_.contains(key);
}

bool Sentences::is_complete(std::string_view key) const
{
    const auto found = messages_.find(key);
    return found != messages_.end() && !found->second->needs_arguments();
}

std::vector<std::string> Sentences::keys() const
{
    std::vector<std::string> keys;
    keys.reserve(std::size(messages_));
    for (const auto& [key, message] : messages_)
        keys.push_back(key);
    return keys;
}

} // namespace api::site::frame
