#include "domain/contestations/forgetting_store.hpp"
#include "domain/core/stored.hpp"
#include "domain/leaving/archives.hpp"
#include "domain/orders/evidence.hpp"
#include "domain/orders/forgetting_store.hpp"

namespace domain::leaving {

namespace {

constexpr std::string_view consumers = "contract_consumer";
constexpr std::string_view others = "contract";
constexpr std::int64_t consumer_floor_minor = 120'00; // C. conso. D213-1

/// Concluded with a consumer for 120 EUR or more. Without its evidence readable, the longer.
bool is_large_consumer(Transaction& tx, const orders::Contract& contract)
{
    if (contract.gross_minor < consumer_floor_minor) return false;
    const auto evidence = orders::maybe_evidence(tx, contract.order_id);
    return !evidence || !evidence->client.is_company;
}

/// Both rules walk over the same contracts; for the other rule's, no clock runs.
forgetting::ObjectSweep sweep_of(std::string_view rule)
{
    return {{.rule = rule, .starts = policy::Start::performance, .stage = policy::Stage::archive},
            [rule](Transaction& tx, const forgetting::Search& search) {
                std::vector<policy::Record> records;
                for (const auto& contract :
                     orders::performed(tx, search.before, search.after, search.limit)) {
                    policy::Record record{std::string(rule), contract.order_id.text(), "contract"};
                    if (rule_of(tx, contract) == rule) record.started = contract.performed_at;
                    records.push_back(std::move(record));
                }
                return records;
            },
            [](Transaction& tx, const policy::Record& record) {
                return end_contract(tx, stored(OrderId::parse(record.object)));
            }};
}

} // namespace

std::string_view rule_of(Transaction& tx, const orders::Contract& contract)
{
    return is_large_consumer(tx, contract) ? consumers : others;
}

bool end_contract(Transaction& tx, const OrderId& order)
{
    contestations::erase_contestation(tx, order);
    return orders::erase_evidence(tx, order);
}

std::vector<forgetting::ObjectSweep> contract_sweeps()
{
    return {sweep_of(consumers), sweep_of(others)};
}

} // namespace domain::leaving
