#pragma once

#include "domain/core/refused.hpp"
#include "invoicing/issuing/damage.hpp"
#include "invoicing/model/chain.hpp"

namespace invoicing::issuing {

/// What was asked for of a document is not what was issued, or nothing opens it any more. Whoever
/// asked is told that, and nothing of what the rows say; which document and what is wrong with it
/// is for the operator.
class Damaged : public domain::Refused {
public:
    Damaged(Link link, Damage damage);

    const Link& link() const { return link_; } // of the document: what of it is trusted
    Damage damage() const { return damage_; }

private:
    Link link_;
    Damage damage_;
};

} // namespace invoicing::issuing
