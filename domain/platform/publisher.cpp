#include "domain/platform/publisher.hpp"

#include <utility>

namespace domain::platform {

std::vector<Lacking> lacking_in(const Publisher& publisher)
{
    constexpr auto notice = "the legal notice must tell it (loi 2004-575)";
    constexpr auto mediation = "consumers must be told of a mediator (C. conso L612-1)";
    const std::pair<const std::string&, Lacking> wanted[] = {
        {publisher.phone, {"phone", notice}},
        {publisher.director, {"publication_director", notice}},
        {publisher.host.name, {"host_name", notice}},
        {publisher.host.address, {"host_address", notice}},
        {publisher.host.phone, {"host_phone", notice}},
        {publisher.mediator.name, {"mediator_name", mediation}},
        {publisher.mediator.address, {"mediator_address", mediation}},
        {publisher.mediator.url, {"mediator_url", mediation}},
    };
    std::vector<Lacking> lacking;
    for (const auto& [value, what] : wanted) {
        if (value.empty()) lacking.push_back(what);
    }
    return lacking;
}

} // namespace domain::platform
