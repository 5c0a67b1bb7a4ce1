#include "domain/letters/written.hpp"

#include <nlohmann/json.hpp>

namespace domain::letters {

using nlohmann::json;

mail::Message written(const Platform& platform, mail::Template which, Language language,
                      std::vector<std::pair<std::string_view, std::string>> values)
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
    mail::Message message;
    message.from_name = platform.name;
    message.subject = fill(own.at("subject"));
    message.body = fill(layout.at("greeting")) + "\n\n" + fill(own.at("body")) + "\n\n-- \n" +
                   fill(layout.at("closing"));
    if (mail::kind_of(which) != mail::MailKind::service)
        message.body += "\n" + fill(layout.at("unsubscribe"));
    return message;
}

} // namespace domain::letters
