#include "domain/audit/audit.hpp"

namespace domain::audit {

void record(Transaction& tx, const AccountId& actor, std::string_view action,
            std::string_view object_id, std::string_view reason_code)
{
    tx.run(R"(
        INSERT INTO audit_log (id, at, actor, action, object_id, reason)
        VALUES (:id, :at, :actor, :action, :object, :reason))",
           EventId::fresh(tx.now), tx.now, actor, action, object_id, reason_code);
}

} // namespace domain::audit
