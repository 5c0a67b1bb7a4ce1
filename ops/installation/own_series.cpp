#include "ops/installation/own_series.hpp"

#include <stdexcept>

#include "invoicing/issuing/sellers.hpp"

namespace ops {

void require_own_series(Installation& installation)
{
    const auto& company = installation.config.platform.company;
    const auto why = installation.db.read(
        [&](domain::Transaction& tx) { return invoicing::issuing::wrong_prefix(tx, company); });
    if (!why.empty()) throw std::runtime_error(why);
}

} // namespace ops
