#include "invoicing/issuing/invoices.hpp"

#include "domain/core/check.hpp"
#include "domain/events/event_store.hpp"
#include "domain/vault/vault.hpp"
#include "invoicing/issuing/draft.hpp"
#include "invoicing/issuing/file_store.hpp"
#include "invoicing/issuing/gate.hpp"
#include "invoicing/issuing/sellers.hpp"
#include "invoicing/rendering/cii.hpp"
#include "invoicing/rendering/facturx.hpp"
#include "invoicing/series/series_store.hpp"

namespace invoicing::issuing {

namespace {

using namespace domain;

void pass_gate(Transaction& tx, const IssueOrder& order)
{
    auto missing = missing_mentions(order, day_in_paris(tx.now));
    if (missing.empty()) return;
    throw Refused(Refusal::action_unavailable,
                  {"Les factures ne peuvent pas être émises : il manque des mentions.",
                   "The invoices cannot be issued: mentions are missing."},
                  std::move(missing));
}

/// Drafts both documents before any lock, so that whatever could fail fails without a number;
/// sealing something now commits the invoice's key outside the locked section too.
void try_out(Transaction& tx, const IssueOrder& order, const InvoiceId& service,
             const std::optional<InvoiceId>& commission)
{
    const Numbered provisional{std::string(35, '0'), tx.now};
    const auto first = service_invoice(order, provisional);
    std::optional<Invoice> second;
    if (commission) second = commission_invoice(order, provisional, provisional.number);
    tx.vault.seal(service.text(), Category::document, {"trial", service.text()},
                  rendering::cii_xml(first));
    if (!second) return;
    tx.vault.seal(commission->text(), Category::document, {"trial", commission->text()},
                  rendering::cii_xml(*second));
}

/// The last day of the operator's fiscal year in which `day` falls.
Day fiscal_year_end(std::chrono::month_day ends, Day day)
{
    const auto in_year = [&](std::chrono::year year) {
        const Day end{year, ends.month(), ends.day()};
        return end.ok() ? end : Day{year / ends.month() / std::chrono::last};
    };
    const auto end = in_year(day.year());
    return day <= end ? end : in_year(day.year() + std::chrono::years{1});
}

Filing filing_of(const IssueOrder& order, const InvoiceId& id, const NumberTaken& taken, Kind kind)
{
    const bool is_service = kind == Kind::service_invoice;
    return {.id = id,
            .taken = taken,
            .order_id = order.order,
            .issuer = is_service ? Issuer(order.provider_id) : Issuer::platform(),
            .buyer_id = is_service ? order.client_id : order.provider_id,
            .fiscal_year_end =
                fiscal_year_end(order.platform.fiscal_year_ends, day_in_paris(taken.at))};
}

std::optional<Issued> already_issued(Transaction& tx, const IssueOrder& order)
{
    const auto ids = issued_for_order(tx, order.order);
    if (ids.empty()) return {};
    check(ids.size() == (has_commission(order) ? 2U : 1U), "an order has all its invoices or none");
    if (ids.size() == 1) return Issued{ids[0]};
    return Issued{ids[0], ids[1]};
}

} // namespace

Issued issue_for_order(Transaction& tx, const IssueOrder& order)
{
    if (const auto issued = already_issued(tx, order)) return *issued;
    pass_gate(tx, order);
    const auto service_id = InvoiceId::fresh(tx.now);
    std::optional<InvoiceId> commission_id;
    if (has_commission(order)) commission_id = InvoiceId::fresh(tx.now);
    try_out(tx, order, service_id, commission_id);

    auto provider_series = series::lock_series(tx, provider_of(tx, order), Kind::service_invoice);
    std::optional<Series> own_series;
    if (commission_id) {
        own_series = series::lock_series(tx, operator_of(order.platform.identity.siren),
                                         Kind::commission_invoice, order.platform.series);
    }
    if (const auto issued = already_issued(tx, order)) return *issued;

    const auto service_turn = next_number(provider_series, tx.now);
    const auto number = invoice_number(provider_series.series, service_turn);
    insert(tx, provider_series, filing_of(order, service_id, service_turn, Kind::service_invoice),
           service_invoice(order, {number, service_turn.at}));

    if (commission_id) {
        const auto own_turn = next_number(*own_series, tx.now);
        insert(tx, *own_series,
               filing_of(order, *commission_id, own_turn, Kind::commission_invoice),
               commission_invoice(
                   order, {invoice_number(own_series->series, own_turn), own_turn.at}, number));
    }
    events::announce(tx, {events::Kind::invoices_issued, order.order.text()});
    return {service_id, commission_id};
}

bool store_rendering(Transaction& tx, const InvoiceId& id)
{
    const auto invoice = maybe_summary(tx, id);
    check(invoice.has_value(), "what is rendered was issued");
    if (is_rendered(tx, id)) return false;
    Findings found;
    const auto bytes = rendering::factur_x(content(tx, *invoice, found), xml(tx, *invoice, found));
    auto series = series::lock_series(tx, invoice->series);
    if (is_rendered(tx, id)) return false;
    insert_file(tx, series, *invoice, bytes);
    return true;
}

} // namespace invoicing::issuing
