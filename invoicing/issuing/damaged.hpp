#pragma once

#include "domain/core/refused.hpp"
#include "invoicing/issuing/intact.hpp"

namespace invoicing::issuing {

/// A document is not what was issued, or nothing opens it any more. Whoever asked is told that, and
/// nothing of what the rows say; which document and what is wrong with it is for the operator.
class Damaged : public domain::Refused {
public:
    Damaged(Link link, Damage damage);

    const Link& link() const { return link_; } // of the document: what of it is trusted
    Damage damage() const { return damage_; }

private:
    Link link_;
    Damage damage_;
};

/// The operator's line of the log: series, number, id and damage. It names nobody.
void log_damaged(const Damaged& damaged);

} // namespace invoicing::issuing
