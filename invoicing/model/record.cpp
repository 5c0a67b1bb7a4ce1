// The frozen record: nlohmann::json keeps object keys sorted, which makes the text canonical.
#include <nlohmann/json.hpp>

#include "domain/core/check.hpp"
#include "invoicing/model/invoice.hpp"

namespace invoicing {

namespace {

using namespace domain;
using nlohmann::json;

constexpr int record_version = 1;

json to_json(const Address& a)
{
    return {{"line_one", a.line_one},
            {"line_two", a.line_two},
            {"postcode", a.postcode},
            {"city", a.city},
            {"country", a.country.text()}};
}

Address address_of(const json& j)
{
    return {j.at("line_one"), j.at("line_two"), j.at("postcode"), j.at("city"),
            Country::kept(j.at("country").get<std::string>())};
}

json to_json(const Party& p)
{
    json j{{"name", p.name},
           {"trade_name", p.trade_name},
           {"legal_notice", p.legal_notice},
           {"legal_id", p.legal_id},
           {"legal_id_scheme", p.legal_id_scheme},
           {"siret", p.siret},
           {"vat_number", p.vat_number},
           {"tax_registration", p.tax_registration},
           {"address", to_json(p.address)},
           {"is_consumer", p.is_consumer}};
    if (p.endpoint) j["endpoint"] = {{"scheme", p.endpoint->scheme}, {"id", p.endpoint->id}};
    return j;
}

Party party_of(const json& j)
{
    Party p{j.at("name"),
            j.at("trade_name"),
            j.at("legal_notice"),
            j.at("legal_id"),
            j.at("legal_id_scheme"),
            j.at("siret"),
            j.at("vat_number"),
            j.at("tax_registration"),
            {},
            {},
            j.at("is_consumer")};
    p.address = address_of(j.at("address"));
    if (j.contains("endpoint")) {
        p.endpoint = Endpoint{j.at("endpoint").at("scheme"), j.at("endpoint").at("id")};
    }
    return p;
}

VatCategory category_of(const json& j)
{
    const auto category = parse_vat_category(j.get<std::string>());
    check(category.has_value(), "a frozen VAT category is known");
    return *category;
}

json to_json(const Line& l)
{
    return {{"designation", l.designation},     {"description", l.description},
            {"quantity_e4", l.quantity.e4},     {"unit_code", l.unit_code},
            {"unit_price_e6", l.unit_price.e6}, {"net", l.net.minor()},
            {"category", code(l.category)},     {"rate", l.rate.value}};
}

Line line_of(const json& j, Currency currency)
{
    return {j.at("designation"),
            j.at("description"),
            Quantity{j.at("quantity_e4")},
            j.at("unit_code"),
            UnitPrice{j.at("unit_price_e6")},
            Money{j.at("net"), currency},
            category_of(j.at("category")),
            BasisPoints{j.at("rate")}};
}

json to_json(const VatTotal& v)
{
    return {{"category", code(v.category)}, {"rate", v.rate.value}, {"base", v.base.minor()},
            {"vat", v.vat.minor()},         {"reason", v.reason},   {"reason_code", v.reason_code}};
}

VatTotal vat_total_of(const json& j, Currency currency)
{
    return {category_of(j.at("category")),
            BasisPoints{j.at("rate")},
            Money{j.at("base"), currency},
            Money{j.at("vat"), currency},
            j.at("reason"),
            j.at("reason_code")};
}

json to_json(const Allowance& a)
{
    return {{"reason", a.reason},
            {"category", code(a.category)},
            {"rate", a.rate.value},
            {"net", a.net.minor()}};
}

json to_json(const Totals& t)
{
    return {{"lines", t.lines.minor()}, {"allowances", t.allowances.minor()},
            {"net", t.net.minor()},     {"vat", t.vat.minor()},
            {"gross", t.gross.minor()}, {"paid", t.paid.minor()},
            {"due", t.due.minor()}};
}

Totals totals_of(const json& j, Currency currency)
{
    const auto amount = [&](const char* key) { return Money{j.at(key), currency}; };
    return {amount("lines"), amount("allowances"), amount("net"), amount("vat"),
            amount("gross"), amount("paid"),       amount("due")};
}

json to_json(const Note& n)
{
    return {{"code", n.code}, {"text", n.text}};
}

json to_json(const Reference& r)
{
    return {{"number", r.number}, {"day", to_text(r.day)}};
}

Day day_of(const json& j)
{
    const auto day = parse_day(j.get<std::string>());
    check(day.has_value(), "a frozen day is a day");
    return *day;
}

Reference reference_of(const json& j)
{
    return {j.at("number"), day_of(j.at("day"))};
}

json to_json(const Mandate& m)
{
    return {{"version", m.version},
            {"text_sha256", m.text_sha256},
            {"accepted_at", micros(m.accepted_at)}};
}

json to_json(const VatBasis& b)
{
    return {{"rule", b.rule},
            {"supplier_regime", b.supplier_regime},
            {"customer_status", b.customer_status},
            {"place_rule", b.place_rule},
            {"vat_check", b.vat_check}};
}

template <typename Things>
json all(const Things& things)
{
    auto list = json::array();
    for (const auto& thing : things)
        list.push_back(to_json(thing));
    return list;
}

void read_lists(const json& j, Invoice& invoice)
{
    for (const auto& line : j.at("lines")) {
        invoice.lines.push_back(line_of(line, invoice.currency));
    }
    for (const auto& a : j.at("allowances")) {
        invoice.allowances.push_back({a.at("reason"), category_of(a.at("category")),
                                      BasisPoints{a.at("rate")},
                                      Money{a.at("net"), invoice.currency}});
    }
    for (const auto& vat : j.at("vat")) {
        invoice.vat.push_back(vat_total_of(vat, invoice.currency));
    }
    for (const auto& note : j.at("notes")) {
        invoice.notes.push_back({note.at("code"), note.at("text")});
    }
    for (const auto& reference : j.at("preceding")) {
        invoice.preceding.push_back(reference_of(reference));
    }
}

void read_context(const json& j, Invoice& invoice)
{
    if (j.contains("mandate")) {
        const auto& m = j.at("mandate");
        invoice.mandate =
            Mandate{m.at("version"), m.at("text_sha256"), instant_of(m.at("accepted_at"))};
    }
    const auto& b = j.at("vat_basis");
    invoice.vat_basis = {b.at("rule"), b.at("supplier_regime"), b.at("customer_status"),
                         b.at("place_rule"), b.at("vat_check")};
}

} // namespace

std::string record_of(const Invoice& i)
{
    json j{{"version", record_version},
           {"kind", name(i.kind)},
           {"number", i.number},
           {"issued_at", micros(i.issued_at)},
           {"issue_day", to_text(i.issue_day)},
           {"language", i.language == Language::fr ? "fr" : "en"},
           {"currency", code(i.currency)},
           {"business_process", i.business_process},
           {"seller", to_json(i.seller)},
           {"buyer", to_json(i.buyer)},
           {"issuer_name", i.issuer_name},
           {"lines", all(i.lines)},
           {"allowances", all(i.allowances)},
           {"vat", all(i.vat)},
           {"totals", to_json(i.totals)},
           {"notes", all(i.notes)},
           {"payment_means", i.payment_means},
           {"due_day", to_text(i.due_day)},
           {"payment_day", to_text(i.payment_day)},
           {"supply_day", to_text(i.supply_day)},
           {"collection_day", to_text(i.collection_day)},
           {"purchase_order", i.purchase_order},
           {"quote", to_json(i.quote)},
           {"preceding", all(i.preceding)},
           {"vat_on_debits", i.vat_on_debits},
           {"vat_basis", to_json(i.vat_basis)}};
    if (i.mandate) j["mandate"] = to_json(*i.mandate);
    return j.dump();
}

Invoice invoice_of(std::string_view record)
{
    const auto j = json::parse(record);
    check(j.at("version") == record_version, "a frozen record has a version we can read");
    const auto kind = parse_kind(j.at("kind").get<std::string>());
    const auto currency = parse_currency(j.at("currency").get<std::string>());
    check(kind && currency, "a frozen record has a kind and a currency");
    Invoice i{.kind = *kind,
              .number = j.at("number"),
              .issued_at = instant_of(j.at("issued_at")),
              .issue_day = day_of(j.at("issue_day")),
              .language = j.at("language") == "fr" ? Language::fr : Language::en,
              .currency = *currency,
              .business_process = j.at("business_process"),
              .seller = party_of(j.at("seller")),
              .buyer = party_of(j.at("buyer")),
              .issuer_name = j.at("issuer_name"),
              .lines = {},
              .allowances = {},
              .vat = {},
              .totals = totals_of(j.at("totals"), *currency),
              .notes = {},
              .payment_means = j.at("payment_means"),
              .due_day = day_of(j.at("due_day")),
              .payment_day = day_of(j.at("payment_day")),
              .supply_day = day_of(j.at("supply_day")),
              .collection_day = day_of(j.at("collection_day")),
              .purchase_order = j.at("purchase_order"),
              .quote = reference_of(j.at("quote")),
              .preceding = {},
              .mandate = {},
              .vat_on_debits = j.at("vat_on_debits"),
              .vat_basis = {}};
    read_lists(j, i);
    read_context(j, i);
    return i;
}

} // namespace invoicing
