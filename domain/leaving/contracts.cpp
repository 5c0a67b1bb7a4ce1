#include "domain/contestations/forgetting_store.hpp"
#include "domain/core/stored.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/forgetting_store.hpp"

namespace domain::leaving {

namespace {

constexpr std::int64_t consumer_floor_minor = 120'00; // C. conso. D213-1

/// Concluded with a consumer for 120 EUR or more. Without its evidence readable, the longer.
bool is_large_consumer_contract(Transaction& tx, const orders::Contract& contract)
{
    if (contract.gross_minor < consumer_floor_minor) return false;
    const auto evidence = orders::maybe_evidence(tx, contract.order_id);
    return !evidence || !evidence->client.is_company;
}

/// Both rules walk over the same contracts; for the other rule's, no clock runs.
forgetting::ObjectSweep sweep_of(std::string_view rule, bool large_consumer)
{
    return {{.rule = rule, .starts = policy::Start::performance, .stage = policy::Stage::archive},
            [rule, large_consumer](Transaction& tx, const forgetting::Search& search) {
                std::vector<policy::Record> records;
                for (const auto& contract :
                     orders::performed(tx, search.before, search.after, search.limit)) {
                    policy::Record record{std::string(rule), contract.order_id.text(), "contract"};
                    if (is_large_consumer_contract(tx, contract) == large_consumer)
                        record.started = contract.performed_at;
                    records.push_back(std::move(record));
                }
                return records;
            },
            [](Transaction& tx, const policy::Record& record) {
                return end_contract(tx, stored(OrderId::parse(record.object)));
            }};
}

} // namespace

bool end_contract(Transaction& tx, const OrderId& order)
{
    contestations::erase_contestation(tx, order);
    return orders::erase_evidence(tx, order);
}

std::vector<forgetting::ObjectSweep> contract_sweeps()
{
    return {sweep_of("contract_consumer", true), sweep_of("contract", false)};
}

} // namespace domain::leaving
