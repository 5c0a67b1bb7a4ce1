#include "api/documents/archive_scope.hpp"

#include "invoicing/archive/archive_key.hpp"

namespace api::documents {

using namespace domain;
namespace archive = invoicing::archive;

namespace {

/// The days asked for, each as far as it is, with every complaint at once.
struct AskedDays {
    std::optional<Day> from, to;
};

AskedDays days_in(const Request& request)
{
    std::vector<FieldError> wrong;
    const auto day = [&](std::string_view name) -> std::optional<Day> {
        const auto text = query_text(request, name);
        const auto read = parse_day(text);
        if (!read && !text.empty()) {
            wrong.push_back({std::string(name),
                             {"Ce n'est pas un jour : écrivez AAAA-MM-JJ.",
                              "This is not a day: write YYYY-MM-DD."}});
        }
        return read;
    };
    const AskedDays asked{day("from"), day("to")};
    if (asked.from && asked.to && *asked.to < *asked.from) {
        for (const auto* name : {"from", "to"}) {
            wrong.push_back(
                {name,
                 {"La période finit avant de commencer.", "The period ends before it starts."}});
        }
    }
    if (wrong.empty()) return asked;
    throw Refused(Refusal::invalid_fields,
                  {"La période n'est pas lisible.", "The period is not readable."},
                  std::move(wrong));
}

archive::Scope whole_scope_of(Transaction& tx, const Actor& actor)
{
    if (actor.kind != ActorKind::archive_key) return archive::scope_of_accountant(actor.account);
    const auto key = archive::living_key_by_id(tx, *actor.key);
    if (!key) throw not_found();
    return archive::scope_of(*key);
}

} // namespace

archive::Scope archive_scope_of(Transaction& tx, const Request& request)
{
    auto scope = whole_scope_of(tx, actor_of(request));
    const auto asked = days_in(request);
    const archive::Period period{asked.from.value_or(scope.period.from),
                                 asked.to.value_or(scope.period.to)};
    return archive::within(std::move(scope), period);
}

} // namespace api::documents
