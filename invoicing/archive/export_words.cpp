#include "invoicing/archive/export_words.hpp"

namespace invoicing::archive {

using domain::Say;

const Say& words_of(Kind kind)
{
    static const Say service{"facture de prestation", "service invoice"};
    static const Say commission{"facture de commission", "commission invoice"};
    static const Say deposit{"facture d'acompte", "deposit invoice"};
    static const Say rest{"facture de solde", "final invoice"};
    static const Say fee{"facture de frais de service", "service fee invoice"};
    static const Say credit{"avoir", "credit note"};
    switch (kind) {
    case Kind::service_invoice: return service;
    case Kind::commission_invoice: return commission;
    case Kind::deposit_invoice: return deposit;
    case Kind::final_invoice: return rest;
    case Kind::fee_invoice: return fee;
    case Kind::credit_note: break;
    }
    return credit;
}

const Say& words_of(Direction direction)
{
    static const Say issued{"émise", "issued"};
    static const Say received{"reçue", "received"};
    return direction == Direction::issued ? issued : received;
}

const Say& words_of(issuing::Damage damage)
{
    using issuing::Damage;
    static const Say link{"maillon de la chaîne modifié", "entry in the chain changed"};
    static const Say columns{"données de la facture modifiées ou perdues",
                             "data of the invoice changed or lost"};
    static const Say key{"clé de déchiffrement perdue", "key lost"};
    static const Say record{"contenu figé modifié", "frozen content changed"};
    static const Say xml{"XML modifié", "XML changed"};
    static const Say lost{"PDF perdu et impossible à reproduire",
                          "PDF lost, and not to be rendered again"};
    static const Say changed{"PDF modifié", "PDF changed"};
    switch (damage) {
    case Damage::link_changed: return link;
    case Damage::columns_changed: return columns;
    case Damage::key_lost: return key;
    case Damage::record_changed: return record;
    case Damage::xml_changed: return xml;
    case Damage::file_lost: return lost;
    case Damage::file_changed: break;
    }
    return changed;
}

const Say& words_of(bool is_so)
{
    static const Say yes{"oui", "yes"};
    static const Say no{"non", "no"};
    return is_so ? yes : no;
}

} // namespace invoicing::archive
