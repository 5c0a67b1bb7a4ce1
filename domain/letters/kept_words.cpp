#include "domain/letters/kept_words.hpp"

#include "domain/letters/day_words.hpp"

namespace domain::letters {

namespace {

struct Line {
    std::string_view rule;
    Say what;
};

/// What the lines of the archive are about, for whom they are about.
Say what_of(const policy::Rule& rule)
{
    static const Line lines[] = {
        {"legal_identity",
         {"vos nom et prénom, et la date à laquelle vous avez accepté les conditions",
          "your surname and first name, and the date on which you accepted the terms"}},
        {"invoices", {"les factures qui vous nomment", "the invoices that name you"}},
        {"contract_consumer",
         {"les contrats conclus avec un consommateur, à partir de 120 EUR",
          "contracts with a consumer, from 120 EUR"}},
        {"contract", {"les autres contrats", "other contracts"}},
        {"ledger", {"les mouvements d'argent", "movements of money"}},
        {"connection", {"les données de connexion", "connection data"}},
        {"moderation",
         {"les décisions prises au sujet de vos avis", "decisions about your reviews"}},
    };
    for (const auto& line : lines) {
        if (line.rule == rule.id) return line.what;
    }
    return {rule.id, rule.id};
}

/// Where the law says so, without what it is said of there; else the policy's own sentence.
Say because(const leaving::Kept& kept)
{
    const auto& law = kept.rule->floor;
    if (law.en.empty()) return kept.because;
    return {law.fr.substr(0, law.fr.find(" : ")), law.en.substr(0, law.en.find(": "))};
}

} // namespace

Say kept_in_words(const std::vector<leaving::Kept>& kept)
{
    Say text;
    for (const auto& one : kept) {
        if (!one.until) continue;
        const auto what = what_of(*one.rule);
        const auto day = in_words(*one.until);
        const auto law = because(one);
        text.fr += "\n- " + what.fr + ", jusqu'au " + day.fr + " (" + law.fr + ")";
        text.en += "\n- " + what.en + ", until " + day.en + " (" + law.en + ")";
    }
    if (text.fr.empty()) {
        return {"La loi ne fait rien conserver qui vous nomme.",
                "The law makes us keep nothing that names you."};
    }
    return {"Reste, à part et sous clé, ce que la loi fait conserver :" + text.fr,
            "What the law makes us keep stays, apart and under lock:" + text.en};
}

Say documents_in_words(const std::string& link)
{
    return {"Vos propres documents restent à votre disposition aussi longtemps, sans compte : "
            "gardez ce message. Il faut le lien ci-dessous, le numéro de l'un d'eux et votre nom "
            "tel qu'il y figure. Vous pouvez y fermer ce lien pour toujours.\n\n" +
                link,
            "Your own documents stay open to you as long, without an account: keep this mail. It "
            "takes the link below, the number of one of them, and your name as it stands there. "
            "You may end the link for good there.\n\n" +
                link};
}

} // namespace domain::letters
