#include "domain/events/forgetting_store.hpp"

#include "domain/forgetting/aged_rows.hpp"

namespace domain::events {

forgetting::RowSweep done_events()
{
    return forgetting::aged({"done_events"}, "done event",
                            "SELECT COUNT(*) FROM events WHERE done_at < :before", R"(
        DELETE FROM events
         WHERE id IN (SELECT id FROM events WHERE done_at < :before LIMIT :limit))");
}

} // namespace domain::events
