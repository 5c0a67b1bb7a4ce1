#include "domain/proposals/kind.hpp"

#include <algorithm>

namespace domain::proposals {

namespace {

constexpr std::array object_found = {Proof::mangopay_id};
constexpr std::array bank_transfer = {Proof::bank_reference, Proof::paid_on};

std::optional<Say> complaint(Proof proof, const std::string& given, Day today)
{
    if (given.empty())
        return Say{"Cette preuve est obligatoire ici.", "This proof is mandatory here."};
    if (proof != Proof::paid_on) return {};
    const auto day = parse_day(given);
    if (day && *day <= today) return {};
    return Say{"Donnez un jour passé ou aujourd'hui, comme 2026-11-30.",
               "Give today or a day gone by, such as 2026-11-30."};
}

std::string path_of(std::string_view name)
{
    return "evidence." + std::string(name);
}

} // namespace

About about(Kind kind)
{
    const bool is_series = kind == Kind::start_new_series || kind == Kind::accept_series_date;
    return is_series ? About::series : About::movement;
}

std::span<const Proof> asked_of(Kind kind)
{
    switch (kind) {
    case Kind::movement_happened: return object_found;
    case Kind::paid_by_other_means: return bank_transfer;
    case Kind::movement_to_repeat:
    case Kind::movement_to_drop:
    case Kind::movement_made_good:
    case Kind::start_new_series:
    case Kind::accept_series_date: break;
    }
    return {};
}

std::vector<FieldError> wrong_in(Kind kind, const Evidence& evidence, Day today)
{
    std::vector<FieldError> wrong;
    const auto asked = asked_of(kind);
    for (const auto proof : asked) {
        const auto given = evidence.find(name(proof));
        const auto text = given == evidence.end() ? std::string() : given->second;
        if (auto what = complaint(proof, text, today))
            wrong.push_back({path_of(name(proof)), std::move(*what)});
    }
    for (const auto& [given, _] : evidence) {
        const bool is_asked = std::ranges::any_of(
            asked, [&given = given](Proof proof) { return name(proof) == given; });
        if (is_asked) continue;
        wrong.push_back({path_of(given),
                         {"Cette sorte de proposition n'en demande pas.",
                          "This kind of proposal asks for none."}});
    }
    return wrong;
}

Say in_words(Kind kind)
{
    switch (kind) {
    case Kind::movement_happened:
        return {"un mouvement d'argent laissé à l'examen a eu lieu chez Mangopay",
                "a movement of money left to people happened at Mangopay"};
    case Kind::movement_to_repeat:
        return {"un mouvement d'argent laissé à l'examen n'a pas eu lieu et doit être refait",
                "a movement of money left to people did not happen and is to be repeated"};
    case Kind::movement_to_drop:
        return {"un mouvement d'argent laissé à l'examen n'a pas eu lieu et n'aura pas lieu",
                "a movement of money left to people did not happen and shall not"};
    case Kind::paid_by_other_means:
        return {"une somme que Mangopay refuse a été payée par une autre voie",
                "a sum that Mangopay refuses was paid by other means"};
    case Kind::movement_made_good:
        return {"une somme partie deux fois est réglée", "a sum that went out twice is settled"};
    case Kind::start_new_series:
        return {"une série de factures datée de l'avenir est close, une autre commence",
                "a series of invoices dated in the future ends, another one begins"};
    case Kind::accept_series_date:
        return {"les factures d'une série datée de l'avenir continuent à cette date",
                "the invoices of a series dated in the future go on with that date"};
    }
    return {};
}

} // namespace domain::proposals
