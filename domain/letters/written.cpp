#include "domain/letters/written.hpp"

#include <nlohmann/json.hpp>

namespace domain::letters {

using nlohmann::json;

namespace {

/// A mail in one language, in its parts.
struct Parts {
    std::string subject, text, closing, unsubscribe;
};

Parts parts_of(const Platform& platform, mail::Template which, Language language, Values values)
{
    const auto texts = [&](std::string_view which_file) {
        const auto path = "mails/" + std::string(which_file) + ".json";
        return json::parse(platform.texts.at(path)).at(std::string(name(language)));
    };
    const auto own = texts(mail::name(which));
    const auto layout = texts("layout");
    const auto fill = [&](const json& text) {
        return platform::filled(text.get<std::string>(), values);
    };
    values.emplace_back("not_you", fill(layout.at("not_you")));
    const bool is_service = mail::kind_of(which) == mail::MailKind::service;
    return {fill(own.at("subject")), fill(layout.at("greeting")) + "\n\n" + fill(own.at("body")),
            std::string(before_closing) + fill(layout.at("closing")),
            is_service ? "" : "\n" + fill(layout.at("unsubscribe"))};
}

mail::Message message_of(const Platform& platform, std::string subject, std::string body)
{
    mail::Message message;
    message.from_name = platform.name;
    message.subject = std::move(subject);
    message.body = std::move(body);
    return message;
}

Values in(Language language, const Words& words)
{
    Values values;
    for (const auto& [name, say] : words)
        values.emplace_back(name, say.in(language));
    return values;
}

} // namespace

mail::Message written(const Platform& platform, mail::Template which, Language language,
                      Values values)
{
    const auto parts = parts_of(platform, which, language, std::move(values));
    return message_of(platform, parts.subject, parts.text + parts.closing + parts.unsubscribe);
}

mail::Message written_in_both(const Platform& platform, mail::Template which, const Words& words)
{
    const auto fr = parts_of(platform, which, Language::fr, in(Language::fr, words));
    const auto en = parts_of(platform, which, Language::en, in(Language::en, words));
    return message_of(platform, fr.subject + " / " + en.subject,
                      fr.text + std::string(between_languages) + en.text + fr.closing);
}

} // namespace domain::letters
