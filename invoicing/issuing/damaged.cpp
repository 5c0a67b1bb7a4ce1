#include "invoicing/issuing/damaged.hpp"

#include <utility>

#include "domain/core/log.hpp"

namespace invoicing::issuing {

using namespace domain;

Damaged::Damaged(Link link, Damage damage)
    : Refused(Refusal::damaged,
              {"Ce document est endommagé : il ne peut pas être remis tel qu'il a été émis. "
               "L'exploitant en est averti ; demandez-lui une copie.",
               "This document is damaged: it cannot be given as it was issued. The operator has "
               "been told; ask there for a copy."}),
      link_(std::move(link)),
      damage_(damage)
{
}

void log_damaged(const Damaged& damaged)
{
    const auto& link = damaged.link();
    log(Level::error, "document_damaged",
        {{"series", link.series},
         {"number", link.number},
         {"id", link.invoice_id},
         {"damage", std::string(name(damaged.damage()))}});
}

} // namespace invoicing::issuing
