#include "domain/letters/proposal_words.hpp"

#include <algorithm>

#include "domain/letters/day_words.hpp"

namespace domain::letters {

namespace {

using proposals::Proof;

Say amount_in_words(Money amount)
{
    const auto english = decimal(amount);
    auto french = english;
    std::ranges::replace(french, '.', ',');
    return {french + " EUR", english + " EUR"};
}

Say proof_in_words(Proof proof, const std::string& given)
{
    switch (proof) {
    case Proof::mangopay_id:
        return {"objet " + given + " chez Mangopay", "object " + given + " at Mangopay"};
    case Proof::bank_reference: return {"virement " + given, "bank transfer " + given};
    case Proof::paid_on: break;
    }
    const auto day = parse_day(given);
    const auto when = day ? in_words(*day) : Say{given, given};
    return {"du " + when.fr, "of " + when.en};
}

} // namespace

Say gist(const proposals::Wish& wish, const std::optional<proposals::Stake>& stake)
{
    const auto kind = proposals::in_words(wish.kind);
    if (!stake) return {kind.fr + " (" + wish.subject + ")", kind.en + " (" + wish.subject + ")"};
    const auto& whose = stake->concerned;
    if (!stake->amount) return {kind.fr + " : " + whose.fr, kind.en + ": " + whose.en};
    const auto amount = amount_in_words(*stake->amount);
    return {kind.fr + " : " + amount.fr + ", " + whose.fr,
            kind.en + ": " + amount.en + ", " + whose.en};
}

Say in_words(const proposals::Evidence& evidence)
{
    Say words;
    for (const auto& [proof, name] : proposals::proof_words) {
        const auto given = evidence.find(name);
        if (given == evidence.end()) continue;
        const auto one = proof_in_words(proof, given->second);
        const auto* gap = words.fr.empty() ? "" : " ";
        words = {words.fr + gap + one.fr, words.en + gap + one.en};
    }
    if (words.fr.empty()) return {"aucune n'est demandée ici", "none is asked for here"};
    return words;
}

} // namespace domain::letters
