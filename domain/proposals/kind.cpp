#include "domain/proposals/kind.hpp"

#include <algorithm>

namespace domain::proposals {

namespace {

constexpr std::array object_found = {Proof::mangopay_id};
constexpr std::array bank_transfer = {Proof::bank_reference, Proof::paid_on};

std::optional<Say> complaint(Proof proof, const std::string& given, const Days& possible)
{
    if (given.empty())
        return Say{"Cette preuve est obligatoire ici.", "This proof is mandatory here."};
    if (proof != Proof::paid_on) return {};
    const auto day = parse_day(given);
    if (day && possible.first <= *day && *day <= possible.last) return {};
    const auto first = to_text(possible.first);
    const auto last = to_text(possible.last);
    return Say{"Donnez un jour du " + first + " (avant, rien n'était dû) au " + last +
                   " (aujourd'hui).",
               "Give a day from " + first + " (nothing was owed before) to " + last + " (today)."};
}

} // namespace

About about(Kind kind)
{
    const bool is_series = kind == Kind::start_new_series || kind == Kind::accept_series_date;
    return is_series ? About::series : About::movement;
}

std::string path_of(std::string_view proof)
{
    return "evidence." + std::string(proof);
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

std::vector<FieldError> wrong_in(Kind kind, const Evidence& evidence, const Days& possible)
{
    std::vector<FieldError> wrong;
    const auto asked = asked_of(kind);
    for (const auto proof : asked) {
        const auto given = evidence.find(name(proof));
        const auto text = given == evidence.end() ? std::string() : given->second;
        if (auto what = complaint(proof, text, possible))
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

Say effect_in_words(Kind kind)
{
    switch (kind) {
    case Kind::movement_happened:
        return {
            "l'objet indiqué est lu chez Mangopay et, s'il est celui du mouvement, compté comme "
            "fait",
            "the object named is read at Mangopay and, if it is the movement's, booked as done"};
    case Kind::movement_to_repeat:
        return {"le mouvement est demandé une nouvelle fois à Mangopay",
                "the movement is asked of Mangopay once more"};
    case Kind::movement_to_drop:
        return {"le mouvement est abandonné, et ce qui était mis de côté pour lui est libéré",
                "the movement is given up, and what was set aside for it is free again"};
    case Kind::paid_by_other_means:
        return {"cette somme n'est plus due, et ce que le portefeuille en garde est à vous",
                "that sum is owed no more, and what the wallet holds of it is yours"};
    case Kind::movement_made_good:
        return {"le mouvement est classé comme réglé, sans que rien d'autre ne bouge",
                "the movement is filed as settled, and nothing else moves"};
    case Kind::start_new_series:
        return {
            "la série prend fin à son dernier numéro, et les factures suivantes en ouvrent une "
            "autre, datée d'aujourd'hui",
            "the series ends with its last number, and the next invoices begin another one, with "
            "today's date"};
    case Kind::accept_series_date:
        return {"les factures suivantes portent cette date tant que le temps ne l'a pas rattrapée",
                "the next invoices bear that date until the time has caught up"};
    }
    return {};
}

} // namespace domain::proposals
