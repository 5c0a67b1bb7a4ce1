#include "domain/orders/evidence_text.hpp"

#include <nlohmann/json.hpp>

#include "domain/core/stored.hpp"

namespace domain::orders {

namespace {

using nlohmann::json;

json written(const payees::BillingIdentity& party)
{
    return {{"name", party.name.name},
            {"trade_name", party.name.trade_name},
            {"is_company", party.is_company},
            {"legal_form", party.legal_form ? party.legal_form->text() : ""},
            {"siren", party.siren},
            {"siret", party.siret},
            {"vat_number", party.vat_number},
            {"vat_regime", party.vat_regime ? name(*party.vat_regime) : ""},
            {"capital", party.capital},
            {"rcs_city", party.rcs_city},
            {"email", party.email},
            {"address",
             {{"line1", party.address.line1},
              {"line2", party.address.line2},
              {"postcode", party.address.postcode},
              {"city", party.address.city},
              {"country", party.address.country.text()}}}};
}

/// "" is: was not given. Anything else was one of ours when it was frozen, and still is.
template <typename Parse>
auto read_back(Parse parse, const std::string& text) -> decltype(parse(text))
{
    if (text.empty()) return {};
    return stored(parse(text));
}

payees::BillingIdentity party_in(const json& record)
{
    const auto word = [](const json& from, const char* field) {
        return from.at(field).get<std::string>();
    };
    const auto& address = record.at("address");
    return {.name = {word(record, "name"), word(record, "trade_name")},
            .is_company = record.at("is_company").get<bool>(),
            .legal_form = read_back(profiles::parse_legal_form, word(record, "legal_form")),
            .siren = word(record, "siren"),
            .siret = word(record, "siret"),
            .vat_number = word(record, "vat_number"),
            .vat_regime = read_back(profiles::parse_vat_regime, word(record, "vat_regime")),
            .capital = word(record, "capital"),
            .rcs_city = word(record, "rcs_city"),
            .address = {word(address, "line1"), word(address, "line2"), word(address, "postcode"),
                        word(address, "city"), Country::kept(word(address, "country"))},
            .email = word(record, "email")};
}

json written(const Commission& commission)
{
    return {{"rate_bp", commission.rate.value},
            {"vat_rate_bp", commission.vat_rate.value},
            {"net_minor", commission.net.minor()},
            {"vat_minor", commission.vat.minor()}};
}

Commission commission_in(const json& record)
{
    const auto number = [&](const char* field) { return record.at(field).get<std::int64_t>(); };
    return {BasisPoints{number("rate_bp")}, BasisPoints{number("vat_rate_bp")},
            eur(number("net_minor")), eur(number("vat_minor"))};
}

} // namespace

std::string text_of(const Evidence& evidence, std::string_view salt)
{
    json record = {{"order", evidence.order.text()},
                   {"quote", evidence.quote.text()},
                   {"quote_version", evidence.quote_version},
                   {"quote_text", evidence.quote_text},
                   {"quote_sha256", evidence.quote_sha256},
                   {"client_id", evidence.client_id.text()},
                   {"provider_id", evidence.provider_id.text()},
                   {"client", written(evidence.client)},
                   {"provider", written(evidence.provider)},
                   {"commission", written(evidence.commission)},
                   {"accepted_at", to_text(evidence.accepted_at)},
                   {"accepted_from",
                    {{"address", evidence.accepted_from.address},
                     {"user_agent", evidence.accepted_from.user_agent}}},
                   {"salt", salt}};
    if (evidence.terms) {
        record["terms"] = {{"version", evidence.terms->version},
                           {"text_sha256", evidence.terms->text_sha256},
                           {"accepted_at", to_text(evidence.terms->accepted_at)}};
    }
    return record.dump();
}

Evidence evidence_in(std::string_view text)
{
    const auto record = json::parse(text);
    const auto word = [&](const char* field) { return record.at(field).get<std::string>(); };
    const auto& from = record.at("accepted_from");
    Evidence evidence{.order = stored(OrderId::parse(word("order"))),
                      .quote = stored(QuoteId::parse(word("quote"))),
                      .quote_version = record.at("quote_version").get<std::int64_t>(),
                      .client_id = stored(AccountId::parse(word("client_id"))),
                      .provider_id = stored(AccountId::parse(word("provider_id"))),
                      .client = party_in(record.at("client")),
                      .provider = party_in(record.at("provider")),
                      .quote_text = word("quote_text"),
                      .quote_sha256 = word("quote_sha256"),
                      .offer = quotes::offer_in(word("quote_text")),
                      .commission = commission_in(record.at("commission")),
                      .accepted_at = stored(parse_instant(word("accepted_at"))),
                      .accepted_from = {from.at("address").get<std::string>(),
                                        from.at("user_agent").get<std::string>()}};
    if (record.contains("terms")) {
        const auto& terms = record.at("terms");
        evidence.terms = {terms.at("version").get<std::string>(),
                          terms.at("text_sha256").get<std::string>(),
                          stored(parse_instant(terms.at("accepted_at").get<std::string>()))};
    }
    return evidence;
}

} // namespace domain::orders
