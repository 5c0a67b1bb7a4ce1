#include "payments/gateway/result_codes.hpp"

#include <array>

namespace payments {

namespace {

// Mangopay API v2.01, error codes. The longest matching prefix explains a code.
const std::array table = std::to_array<Explanation>({
    {"",
     Again::later,
     {"Le paiement n'a pas abouti. Réessayez un peu plus tard.",
      "The payment did not succeed. Try again a little later."}},
    {"000000", Again::never, {"Fait.", "Done."}},
    {"001001",
     Again::later,
     {"Le solde du portefeuille ne suffit pas.", "The wallet's balance is not sufficient."}},
    {"001011",
     Again::never,
     {"Le montant dépasse ce qui peut être payé en une fois.",
      "The amount is more than can be paid at once."}},
    {"001012",
     Again::never,
     {"Le montant est trop petit pour être payé.", "The amount is too small to be paid."}},
    {"00103",
     Again::now,
     {"Le paiement a été abandonné sur la page de paiement.",
      "The payment was abandoned on the payment page."}},
    {"0014",
     Again::never,
     {"Ce paiement ne peut plus être remboursé.", "This payment cannot be refunded any more."}},
    {"0026",
     Again::never,
     {"L'un des deux comptes de paiement est clos.", "One of the two payment accounts is closed."}},
    {"002704",
     Again::fixed,
     {"Le prestataire doit d'abord confirmer son identité par authentification forte.",
      "The provider must first confirm its identity by strong authentication."}},
    {"002951",
     Again::fixed,
     {"L'identité du prestataire n'est pas vérifiée.", "The provider's identity is not verified."}},
    {"002999",
     Again::fixed,
     {"L'identité doit être vérifiée avant tout virement.",
      "The identity must be verified before any payout."}},
    {"0054",
     Again::later,
     {"Le remboursement est refusé pour le moment.", "The refund is refused for now."}},
    {"0087",
     Again::fixed,
     {"Mangopay a bloqué ce compte de paiement. Contactez l'assistance.",
      "Mangopay has blocked this payment account. Contact support."}},
    {"008",
     Again::never,
     {"Le paiement a été refusé par le contrôle antifraude.",
      "The payment was refused by fraud control."}},
    {"009",
     Again::later,
     {"La banque ou le prestataire de paiement ne répond pas.",
      "The bank or the payment provider does not answer."}},
    {"101001",
     Again::now,
     {"Le paiement a été abandonné sur la page de paiement.",
      "The payment was abandoned on the payment page."}},
    {"101002",
     Again::now,
     {"Le paiement a été annulé sur la page de paiement.",
      "The payment was cancelled on the payment page."}},
    {"101101",
     Again::now,
     {"La banque a refusé la carte. Essayez-en une autre ou appelez votre banque.",
      "The bank declined the card. Try another one or call your bank."}},
    {"101102", Again::now, {"Le plafond de la carte est atteint.", "The card's limit is reached."}},
    {"101104", Again::now, {"Le plafond de la carte est atteint.", "The card's limit is reached."}},
    {"101105", Again::now, {"La carte a expiré.", "The card has expired."}},
    {"101106", Again::now, {"La carte est inactive.", "The card is inactive."}},
    {"101109",
     Again::now,
     {"Le temps pour payer est écoulé. Recommencez.", "The time to pay is over. Start again."}},
    {"101111",
     Again::now,
     {"Trop d'essais avec cette carte.", "Too many attempts with this card."}},
    {"101199", Again::now, {"La banque a refusé le paiement.", "The bank refused the payment."}},
    {"1013",
     Again::now,
     {"L'authentification auprès de la banque a échoué.", "Authentication with the bank failed."}},
    {"101410", Again::now, {"La carte n'est pas active.", "The card is not active."}},
    {"121",
     Again::fixed,
     {"Le virement a été refusé : indiquez un autre compte bancaire.",
      "The payout was refused: give another bank account."}},
    {"121999",
     Again::later,
     {"Le virement a échoué pour une raison technique.",
      "The payout failed for a technical reason."}},
    {"130",
     Again::later,
     {"Le virement instantané n'est pas possible.", "An instant payout is not possible."}},
    {"AC",
     Again::fixed,
     {"La banque a renvoyé le virement : le compte est bloqué.",
      "The bank sent the payout back: the account is blocked."}},
    {"BANKACCOUNT",
     Again::fixed,
     {"La banque a renvoyé le virement : compte incorrect ou clos. Indiquez-en un autre.",
      "The bank sent the payout back: wrong or closed account. Give another one."}},
    {"OWNER_DO_NOT_MATCH",
     Again::fixed,
     {"La banque a renvoyé le virement : le titulaire ne correspond pas.",
      "The bank sent the payout back: the holder does not match."}},
    {"payout_returned",
     Again::fixed,
     {"La banque a renvoyé le virement. Indiquez un autre compte bancaire.",
      "The bank sent the payout back. Give another bank account."}},
    {"order_closed",
     Again::never,
     {"La commande a été close avant le paiement.", "The order was closed before the payment."}},
    {"payer_refused",
     Again::fixed,
     {"Mangopay n'a pas accepté vos coordonnées : vérifiez votre profil.",
      "Mangopay did not accept your details: check your profile."}},
    {"not_made",
     Again::later,
     {"Mangopay a eu une panne et n'a rien fait : aucun argent n'a été prélevé. Recommencez.",
      "Mangopay had a failure and did nothing: no money was taken. Start again."}},
    {"amount_differs",
     Again::never,
     {"Mangopay a enregistré ce mouvement, mais avec un autre montant que celui demandé : "
      "l'assistance l'examine. Ne recommencez pas.",
      "Mangopay has recorded this movement, but with another amount than was asked for: support "
      "is looking into it. Do not repeat it."}},
    {"not_wanted",
     Again::never,
     {"Ce mouvement n'a pas eu lieu et n'aura pas lieu : l'assistance l'a décidé.",
      "This movement did not happen and will not: support has decided so."}},
    {"lost",
     Again::now,
     {"La demande s'est perdue. Recommencez.", "The request was lost. Start again."}},
    {"param_error",
     Again::fixed,
     {"Mangopay n'a pas accepté les données envoyées : vérifiez votre profil.",
      "Mangopay did not accept the data sent: check your profile."}},
});

} // namespace

std::string_view name(Again again)
{
    switch (again) {
    case Again::now: return "now";
    case Again::later: return "later";
    case Again::fixed: return "once_fixed";
    case Again::never: return "never";
    }
    return "unknown";
}

const Explanation& explain(std::string_view code)
{
    const auto* best = table.data();
    for (const auto& row : table) {
        if (code.starts_with(row.code) && row.code.size() >= best->code.size()) best = &row;
    }
    return *best;
}

} // namespace payments
