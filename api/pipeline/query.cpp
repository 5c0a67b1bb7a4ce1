#include "api/pipeline/query.hpp"

#include <algorithm>

#include "domain/core/refused.hpp"
#include "domain/core/text.hpp"

namespace api {

using namespace domain;

namespace {

using Names = std::vector<std::string>;

/// What the operation takes; null where there is no description to hold it to.
const Names* names_of(const App& app, const Route& route)
{
    const auto found = app.description.query.find(route.operation);
    return found == app.description.query.end() ? nullptr : &found->second;
}

Say unknown(const Names& known)
{
    if (known.empty()) return {"Cette adresse ne prend aucun paramètre.", "Nothing is taken here."};
    std::string list;
    for (const auto& name : known)
        list += (list.empty() ? "" : ", ") + name;
    return {"Ce paramètre n'existe pas ici. Il y a : " + list + ".",
            "There is no such parameter here. There are: " + list + "."};
}

} // namespace

void require_query(const App& app, const Route& route, const http::Request& request)
{
    if (route.who == Who::hook) return;
    const auto* known = names_of(app, route);
    std::vector<FieldError> wrong;
    Names seen;
    for (const auto& [name, value] : request.query) {
        const auto times = std::ranges::count(seen, name);
        seen.push_back(name);
        if (times == 1) wrong.push_back({name, {"Donnez-le une seule fois.", "Give it once."}});
        if (times > 0) continue;
        if (known != nullptr && std::ranges::find(*known, name) == known->end()) {
            wrong.push_back({name, unknown(*known)});
        } else if (!clean_text(value, false)) {
            wrong.push_back({name,
                             {"Un texte UTF-8 sans caractères de contrôle est attendu.",
                              "UTF-8 text without control characters is expected."}});
        }
    }
    if (wrong.empty()) return;
    throw Refused(Refusal::invalid_fields,
                  {"Certains paramètres sont à corriger.", "Some parameters need correcting."},
                  std::move(wrong));
}

} // namespace api
