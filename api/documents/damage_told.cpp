#include "api/documents/damage_told.hpp"

namespace api::documents {

void tell(App& app, const invoicing::issuing::Damaged& damaged)
{
    invoicing::issuing::log_damaged(damaged);
    app.metrics.found_damaged(damaged.link().invoice_id);
}

} // namespace api::documents
