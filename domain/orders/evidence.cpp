#include "domain/orders/evidence.hpp"

#include "domain/core/check.hpp"
#include "domain/core/crypto.hpp"
#include "domain/orders/evidence_text.hpp"
#include "domain/vault/vault.hpp"

namespace domain::orders {

namespace {

constexpr std::string_view content_column = "order_evidence.content";
constexpr std::size_t salt_bytes = 16;

} // namespace

Commission commission_on(Money net, BasisPoints rate, BasisPoints vat_rate)
{
    const auto price = portion(net, rate);
    return {rate, vat_rate, price, portion(price, vat_rate)};
}

void record(Transaction& tx, const Evidence& evidence)
{
    const auto text = text_of(evidence, to_hex(random_bytes(salt_bytes)));
    const auto& id = evidence.order.text();
    tx.run(R"(
        INSERT INTO order_evidence (id, content, content_sha256, recorded_at)
        VALUES (:id, :content, :sha256, :at))",
           id, tx.vault.seal(id, Category::evidence, {content_column, id}, text), sha256_hex(text),
           tx.now);
}

std::optional<Evidence> maybe_evidence(Transaction& tx, const OrderId& order)
{
    const auto sealed =
        tx.maybe<std::string>("SELECT content FROM order_evidence WHERE id = :id", order);
    if (!sealed) return {};
    const auto text = tx.vault.open({content_column, order.text()}, *sealed);
    return text ? std::optional(evidence_in(*text)) : std::nullopt;
}

Evidence evidence(Transaction& tx, const OrderId& order)
{
    auto found = maybe_evidence(tx, order);
    check(found.has_value(), "an accepted quote has its evidence");
    return *std::move(found);
}

} // namespace domain::orders
