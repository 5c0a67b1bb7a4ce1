#include "invoicing/issuing/damaged.hpp"

#include <utility>

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

} // namespace invoicing::issuing
