#include "domain/forgetting/aged_rows.hpp"

#include "domain/forgetting/destruction_order.hpp"

namespace domain::forgetting {

namespace {

auto counting(std::string_view count)
{
    return [count](Transaction& tx, Instant before) { return tx.one<std::int64_t>(count, before); };
}

} // namespace

RowSweep aged(const Duty& duty, std::string_view what, std::string_view count,
              std::string_view erase)
{
    return {duty, what, counting(count), [erase](Transaction& tx, Instant before, int limit) {
                return static_cast<std::int64_t>(tx.run(erase, before, limit));
            }};
}

RowSweep aged(const Duty& duty, std::string_view what, const AppendOnly& rows)
{
    return {duty, what, counting(rows.count),
            [rows](Transaction& tx, Instant before, int limit) -> std::int64_t {
                const auto ids = tx.all<std::string>(rows.ids, before, limit);
                for (const auto& id : ids) {
                    order_destruction(tx, rows.kind, id);
                    tx.run(rows.erase, id);
                }
                return std::ssize(ids);
            }};
}

} // namespace domain::forgetting
