#include "api/people/secret_text.hpp"

#include <nlohmann/json.hpp>

#include "domain/access/password.hpp"

namespace api::people {

std::string read_secret_text(Reader& reader, const nlohmann::json& body, std::string_view field)
{
    const auto found = body.find(field);
    if (found != body.end() && found->is_string() &&
        !found->get_ref<const std::string&>().empty()) {
        reader.known(field);
        return found->get<std::string>();
    }
    reader.text(field, {.least = 1, .most = 1024}); // complains
    return {};
}

std::string read_new_password(Reader& reader, const nlohmann::json& body,
                              const std::vector<std::string>& context)
{
    auto password = read_secret_text(reader, body, "password");
    if (password.empty()) return password;
    if (const auto weakness = domain::access::weakness_of(password, context)) {
        reader.complain("password", *weakness);
    }
    return password;
}

} // namespace api::people
